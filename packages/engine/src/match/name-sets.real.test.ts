// Public sets of labelled name pairs, where the environment names a folder of them; skipped elsewhere.
import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { readRows } from '../../testing/name-cases.ts';
import { referenceFiles } from '../../testing/reference-files.ts';
import type { Schema } from '../model/entity.ts';
import { buildNameReference } from '../reference/name-reference.ts';
import { analyseSubject, compareSubjects } from './compare-entities.ts';

const folder = process.env['SEKISHO_DEV_DATA'];
const reference = buildNameReference(referenceFiles);

/** What is reached today, rounded down: a change that loses some is seen. */
const floors: readonly { readonly set: string; readonly precision: number; readonly recall: number }[] = [
  { set: 'name_bench', precision: 0.92, recall: 0.67 },
  { set: 'watchman_cross_script', precision: 1, recall: 0.85 },
];
for (const { set, precision, recall } of floors)
  test(`${set} at the shipped threshold`, { skip: folder === undefined }, (context) => {
    const count = { hit: 0, rightHit: 0, match: 0 };
    for (const row of readRows(path.join(folder ?? '', `names/dev/${set}.csv`))) {
      const isMatch = row['is_match'] === 'true';
      const isHit =
        reference.weights.hitScore <= scoreOf(row['schema'] as Schema, row['name1'] ?? '', row['name2'] ?? '');
      count.match += Number(isMatch);
      count.hit += Number(isHit);
      count.rightHit += Number(isHit && isMatch);
    }
    const reached = { precision: count.rightHit / count.hit, recall: count.rightHit / count.match };
    context.diagnostic(
      `precision ${reached.precision.toFixed(3)}, recall ${reached.recall.toFixed(3)}, F1 ${((2 * count.rightHit) / (count.hit + count.match)).toFixed(3)}`,
    );
    assert.ok(precision <= reached.precision && recall <= reached.recall);
  });

function scoreOf(schema: Schema, a: string, b: string): number {
  const subject = (text: string) =>
    analyseSubject(
      {
        schema,
        names: [{ text, kind: 'primary' }],
        birthDates: [],
        genders: [],
        nationalities: [],
        countries: [],
        identifiers: [],
        addresses: [],
      },
      reference,
    );
  return compareSubjects(subject(a), subject(b), reference).score;
}
