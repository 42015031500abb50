// Labelled names in, how well they are told apart out: docs/accuracy.md and data/accuracy.json, or figures on the terminal.
//
//   npm run eval                                 writes docs/accuracy.md and data/accuracy.json, and the misses of the sets to .eval/
//   npm run eval -- --check                      fails when the document is not of this code, or a floor is not held
//   npm run eval -- --raise-floors               raises scripts/eval/floors.yml to what is reached
//   npm run eval -- --mark-open                  marks in cases/ what is not reached
//   npm run eval -- --set netr_arabic,cases      figures of these sets at once (all: of every set); nothing is written
//   npm run eval -- --set name_bench --misses    and the pairs that the shipped threshold gets wrong
//
// The cases are always there; the sets are those below the folder that SEKISHO_DEV_DATA names. Without them, their part
// of the document stays as it is.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { accuracyDocument, casesPart, partOf, setsPart } from './document.ts';
import { evaluateCases, evaluateSets, threshold } from './evaluate.ts';
import { belowFloors, raiseFloors } from './floors.ts';
import { markOpen } from './mark-open.ts';
import { missesFolder, writeMisses } from './misses.ts';
import { printSets } from './quick-figures.ts';
import { scriptFigures, type AccuracyFigures } from './script-figures.ts';
import { setsFolder } from './sets.ts';

const page = new URL('../../docs/accuracy.md', import.meta.url);
const figuresFile = new URL('../../data/accuracy.json', import.meta.url);

const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    'raise-floors': { type: 'boolean', default: false },
    'mark-open': { type: 'boolean', default: false },
    set: { type: 'string' },
    misses: { type: 'boolean', default: false },
  },
});
if (values.set !== undefined) printSets(values.set.split(','), values.misses);
else if (values['mark-open']) markOpen();
else await evaluate();

async function evaluate(): Promise<void> {
  const cases = evaluateCases();
  const folder = setsFolder();
  const sets = folder === undefined ? [] : evaluateSets(folder);
  const figures = [cases.names, cases.entities, ...sets.map((set) => set.figures)];
  if (values['raise-floors']) return raiseFloors(figures);
  const committed = readFileSync(page, 'utf8');
  const document = await accuracyDocument(committed, {
    cases: casesPart(cases),
    ...(0 < sets.length && { sets: setsPart(sets, threshold) }),
  });
  if (values.check) return check(committed, document, belowFloors(figures));
  writeFileSync(page, document);
  const known = JSON.parse(readFileSync(figuresFile, 'utf8')) as AccuracyFigures;
  writeFileSync(figuresFile, `${JSON.stringify(scriptFigures(known, cases, sets), null, 2)}\n`);
  for (const { set, pairs } of sets) writeMisses(set.id, pairs, threshold);
  console.log(
    `docs/accuracy.md and data/accuracy.json are written${0 < sets.length ? `, and misses to ${missesFolder}` : ''}`,
  );
}

/** The part of the sets is held by its floors alone: it is written where they are. */
function check(committed: string, document: string, below: readonly string[]): void {
  const isOld = partOf(committed, 'cases') !== partOf(document, 'cases');
  for (const complaint of [...below, ...(isOld ? ['docs/accuracy.md is not of this code: npm run eval'] : [])])
    console.error(complaint);
  process.exitCode = isOld || 0 < below.length ? 1 : 0;
}
