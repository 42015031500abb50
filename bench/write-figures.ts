// The figures of a bench in, docs/performance.md with them in the place of those that it gave before out.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const PERFORMANCE = fileURLToPath(new URL('../docs/performance.md', import.meta.url));

/** @param part as the comments around its place name it. */
export function writeFigures(part: 'lists' | 'made' | 'register' | 'interface', figures: object): void {
  const page = readFileSync(PERFORMANCE, 'utf8');
  const [from, to] = [`<!-- ${part}: from here -->`, `<!-- ${part}: to here -->`];
  const [before, rest] = page.split(from);
  const after = rest?.split(to)[1];
  if (before === undefined || after === undefined) throw new Error(`docs/performance.md has no place for ${part}`);
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const text = JSON.stringify({ commit, ...figures }, undefined, 2);
  writeFileSync(PERFORMANCE, `${before}${from}\n\n\`\`\`json\n${text}\n\`\`\`\n\n${to}${after}`);
}
