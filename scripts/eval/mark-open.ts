// The cases as they are reached today in, cases/ with `open` beside those that are not reached out.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { judgeEntities, judgeNames, type JudgedEntity, type JudgedName } from './case-verdicts.ts';

const folder = fileURLToPath(new URL('../../cases/', import.meta.url));
const columns = ['tier', 'domain', 'schema', 'name1', 'name2', 'expect', 'note', 'known'] as const;

/** Says which cases were open and are reached, and which were reached and are not. */
export function markOpen(): void {
  const [names, entities] = [judgeNames(), judgeEntities()];
  writeFileSync(`${folder}names.csv`, namesText(names));
  writeFileSync(`${folder}entities.yml`, entitiesText(readFileSync(`${folder}entities.yml`, 'utf8'), entities));
  report(names, ({ name1, name2, expect }) => `${name1}  |  ${name2}: ${expect}`);
  report(entities, ({ note, expect }) => `${note}: ${expect}`);
}

function report<Case extends JudgedName | JudgedEntity>(judged: readonly Case[], title: (of: Case) => string): void {
  const show = (what: string, those: readonly Case[]) => {
    console.log(`${what}: ${those.length}`);
    for (const one of those) console.log(`  ${one.score.toFixed(3)}  ${title(one)}`);
  };
  show(
    'reached now',
    judged.filter(({ known, isAsExpected }) => known === 'open' && isAsExpected),
  );
  show(
    'no longer reached, or never was',
    judged.filter(({ known, isAsExpected }) => known === '' && !isAsExpected),
  );
  console.log(`open: ${judged.filter(({ isAsExpected }) => !isAsExpected).length} of ${judged.length}`);
}

function namesText(judged: readonly JudgedName[]): string {
  const rows = judged.map((nameCase) => ({ ...nameCase, known: nameCase.isAsExpected ? '' : 'open' }));
  const records = [columns, ...rows.map((row) => columns.map((column) => row[column]))];
  return records.map((cells) => `${cells.map(csvCell).join(',')}\n`).join('');
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The cases stand in the file in their order, each from its `- note:` on. */
function entitiesText(text: string, judged: readonly JudgedEntity[]): string {
  const [head = '', ...blocks] = text.split(/^(?=- note: )/m);
  const marked = blocks.map((block, place) => {
    const plain = block.replace(/^ {2}known: open\n/m, '');
    return judged[place]?.isAsExpected ? plain : plain.replace(/^( {2}expect: .*\n)/m, '$1  known: open\n');
  });
  return [head, ...marked].join('');
}
