// The descriptions of all lists in, docs/lists.md out: what each is, where it is from, what is taken of it and what is not.
//
//   node run.mjs scripts/lists-page.ts    writes it anew; a test holds it against the descriptions
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { listImporters } from '@sekisho/sources/catalogue.ts';
import type { SourceDescription, SourceForm } from '@sekisho/sources/importer.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const page = path.join(root, 'docs/lists.md');

if (import.meta.main) writeFileSync(page, await listsPage());

/** The page as it must be. */
export async function listsPage(): Promise<string> {
  const lists = [...listImporters.values()].map(({ description }) => description);
  const text = `# Lists

Made by \`node run.mjs scripts/lists-page.ts\` from the \`source.yml\` of each list.

Sekisho ships no list: each is fetched from its publisher, by \`sekisho lists update\` where an address is given below, or by hand
and \`sekisho import\`. What a record holds is taken or named as left out, with the reason; an unknown column or word stops an import.
A layout of which no file of the publisher's was at hand is marked **not tried on a real file**: it was built from the
publisher's description.

| Id | List | Publisher | Layouts | Fetched | Entries last counted |
| --- | --- | --- | --- | --- | --- |
${lists.map(rowOf).join('\n')}
| \`own-…\` | [a list of your own](own-lists.md) | you | CSV, spreadsheets, JSON lines | | |

${lists.map(sectionOf).join('\n')}`;
  return format(text, { parser: 'markdown', printWidth: 120 });
}

function rowOf(list: SourceDescription): string {
  const { id, title, publisher, forms, refresh, counted } = list;
  const [last] = counted ?? [];
  return `| [\`${id}\`](#${id}) | ${cell(title)} | ${cell(publisher)} | ${forms.map(formName).join(', ')} | ${refresh ? `every ${refresh.everyHours} h` : 'by hand'} | ${last ? `${last.entries.toLocaleString('en')} (${last.on}${last.note === undefined ? '' : `, ${cell(last.note)}`})` : ''} |`;
}

function sectionOf(list: SourceDescription): string {
  const { id, title, publisher, officialPage, terms, topics, effects, forms, refresh, taken, ignored, quirks } = list;
  const { minEntries, maxShrinkPercent, maxChangedPercent, minFilledPercent = {} } = list.bounds;
  const bounds = [
    `at least ${minEntries.toLocaleString('en')} entries`,
    `at most ${maxShrinkPercent} % fewer than before`,
    ...(maxChangedPercent === undefined ? [] : [`at most ${maxChangedPercent} % changed`]),
    ...Object.entries(minFilledPercent).map(([field, percent]) => `${field} in at least ${percent} %`),
  ];
  return `## ${id}

**${title}** — ${publisher}

- Official page: <${officialPage}>
- Terms: ${terms}
- Says of an entry: topics ${codes(topics)}, effects ${codes(effects)}
${forms.map(formLines).join('')}${refresh ? refresh.files.map(({ url, link }) => `- Fetched from <${url}>${link === undefined ? '' : `, the newest link like \`${link}\``}\n`).join('') : ''}- Bounds of an edition: ${bounds.join('; ')}
${(list.counted ?? []).map(({ on, entries, note }) => `- ${entries.toLocaleString('en')} entries on ${on}${note === undefined ? '' : ` (${note})`}\n`).join('')}
${table(
  'Taken',
  ['Of the list', 'Goes to'],
  taken.map(({ field, to }) => [field, to]),
)}${table(
    'Left out',
    ['Of the list', 'Why'],
    ignored.map(({ field, reason }) => [field, reason]),
  )}${quirks.length === 0 ? '' : `Good to know:\n\n${quirks.map((quirk) => `- ${quirk}`).join('\n')}\n`}
`;
}

function formLines({ form, files, verifiedOnRealFile }: SourceForm): string {
  const names = files.map(
    ({ role, pattern, required }) => `${role} \`${pattern}\`${required ? '' : ' (may be absent)'}`,
  );
  return `- Layout ${form}${verifiedOnRealFile ? '' : ' (**not tried on a real file**)'}: ${names.join(', ')}\n`;
}

function formName({ form, verifiedOnRealFile }: SourceForm): string {
  return verifiedOnRealFile ? form : `${form}*`;
}

function table(title: string, heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return `${title}:\n\n${[line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n')}\n\n`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ').replaceAll('<', '\\<');
}

function codes(words: readonly string[]): string {
  return words.length === 0 ? 'as the entry says' : words.map((word) => `\`${word}\``).join(', ');
}
