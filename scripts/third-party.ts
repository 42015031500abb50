// The lockfile, the installed packages and the heads of the data files in, THIRD-PARTY.md out: what of others we ship or run on.
//
//   node run.mjs scripts/third-party.ts    writes it anew; a test holds it against the lockfile
import { existsSync, globSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export interface LockedPackage {
  /** `node_modules/pg` */
  readonly place: string;
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly hasInstallScript: boolean;
  /** Names of the packages it depends on, or takes one of. */
  readonly needs: readonly string[];
  /** Only needed for work on Sekisho itself. */
  readonly isForDevelopment: boolean;
  /** One of several, of which a machine takes its own. */
  readonly isOptional: boolean;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const page = path.join(root, 'THIRD-PARTY.md');

if (import.meta.main) writeFileSync(page, thirdPartyPage());

/** The page as it must be. */
export function thirdPartyPage(): string {
  const packages = lockedPackages()
    .filter((entry) => !entry.isForDevelopment)
    .map((entry) => `| ${entry.name} | ${entry.version} | ${entry.license ?? ''} | ${copyrightOf(entry)} |`);
  return `# What of others is in Sekisho

Made by \`node run.mjs scripts/third-party.ts\`. Each package carries the whole text of its licence.

## Packages it runs on

| Package | Version | Licence | Copyright |
| --- | --- | --- | --- |
${packages.join('\n')}

The packages whose name begins with \`node-\` hold Node.js, one for each platform, each with the licences of Node.js and of its parts.

## Data

Tables of \`data/\` that are taken from others, as each says in its first lines. All else there is our own. Tables made from data of the
Unicode Consortium are under the [Unicode licence](data/licences/unicode.txt). What is under
[CC BY 4.0](https://creativecommons.org/licenses/by/4.0/) was put into the form of our tables and changed as its first lines say.
Tables of \`data/readings/japanese-names\` made from dictionaries of EDRDG stay under
[CC BY-SA 3.0](https://creativecommons.org/licenses/by-sa/3.0/), apart from all else ([statement](data/licences/edrdg.txt)).
The mail domains of freemail are under the ISC licence ([notice](data/licences/freemail.txt)).

| File | Where from |
| --- | --- |
${dataSources().join('\n')}
`;
}

/** All packages of the lockfile but our own, by place. */
export function lockedPackages(): readonly LockedPackage[] {
  type Entry = Partial<LockedPackage> & {
    link?: boolean;
    dev?: boolean;
    optional?: boolean;
    dependencies?: Record<string, string>;
    optionalDependencies?: Record<string, string>;
  };
  const lockfile = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Entry>;
  };
  return Object.entries(lockfile.packages)
    .filter(([place, { link }]) => place.includes('node_modules/') && link !== true)
    .map(([place, { dev, optional, hasInstallScript, dependencies, optionalDependencies, ...entry }]) => ({
      ...entry,
      place,
      name: place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version: entry.version ?? '',
      hasInstallScript: hasInstallScript === true,
      needs: Object.keys({ ...dependencies, ...optionalDependencies }),
      isForDevelopment: dev === true,
      isOptional: optional === true,
    }));
}

/** The copyright lines of its licence, else its author. Of a package for one platform nothing: the page is the same on all. */
function copyrightOf({ place, isOptional }: LockedPackage): string {
  const folder = path.join(root, place);
  if (isOptional || !existsSync(folder)) return '';
  const licences = readdirSync(folder).filter((file) => /^(licen[cs]e|copying)/i.test(file));
  const lines = licences
    .flatMap((file) => readFileSync(path.join(folder, file), 'utf8').split('\n'))
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .filter((line) => /^copyright (\(c\)|©|\d)/i.test(line));
  const description = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    author?: string | { name?: string };
  };
  const author = typeof description.author === 'string' ? description.author : description.author?.name;
  const said = 0 < lines.length ? [...new Set(lines)].join('; ') : (author ?? '');
  return said.replaceAll(/ *<[^>]*@[^>]*>/g, '').replaceAll('|', '\\|');
}

/** The sentences in the heads of data files that name a licence in brackets. */
function dataSources(): readonly string[] {
  return globSync('data/**/*.{tsv,yml}', { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
    .flatMap((file) => {
      const head = /^(?:#.*\n)*/.exec(readFileSync(path.join(root, file), 'utf8'))?.[0] ?? '';
      const sentences = head
        .replaceAll(/^# ?/gm, '')
        .replaceAll('\n', ' ')
        .split(/(?<=\.) (?=[A-Z])/);
      const said = sentences.filter((sentence) => /\([^)]*(?:licen[cs]e|CC BY|CC0|public domain)/i.test(sentence));
      return 0 < said.length ? [`| ${file} | ${said.join(' ').trim()} |`] : [];
    });
}
