// What changed between editions, and what became of an entry, as a person reads it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import type { Edition } from '@sekisho/engine/model/edition.ts';
import { entityOf } from '@sekisho/engine/model/entity.ts';
import { diffLines, editionLines, entryLines } from './lists-text.ts';
import { valueText } from './value-text.ts';

const edition = (id: string, publishedOn: string): Edition => ({
  id: id.repeat(64),
  source: 'zz-list',
  kind: 'list',
  publishedOn,
  complete: true,
  importerVersion: 1,
  files: [],
  counts: { entities: 12_345 },
  problems: [],
  contentSha256: id.repeat(64),
});
const [first, second] = [edition('a', '2020-01-01'), edition('b', '2020-02-01')];
const plain = (lines: readonly string[]) => stripVTControlCharacters(lines.join('\n')).split('\n');

test('a diff names what came and went in each field, and says how much it leaves out', () => {
  const lines = diffLines({
    from: first,
    to: second,
    counts: { added: 3, changed: 1, removed: 0 },
    added: [{ id: 'zz-list:1', name: 'One' }],
    changed: [
      {
        id: 'zz-list:2',
        name: 'Two',
        fields: [
          { field: 'addresses', before: [1, 2], after: [2, 1], added: [], removed: [] },
          {
            field: 'names',
            before: [],
            after: [],
            added: [{ text: 'Deux', kind: 'alias', language: 'fr' }],
            removed: [{ text: 'Zwei', kind: 'former' }],
          },
          { field: 'schema', before: 'Person', after: 'Company' },
          { field: 'updatedOn', before: undefined, after: '2020' },
        ],
      },
    ],
    removed: [],
    leftOut: ['aliases'],
    causes: [
      { what: 'form', from: 'csv', to: 'xml' },
      { what: 'importer-version', from: '1', to: '2' },
    ],
  });
  assert.deepEqual(plain(lines), [
    'zz-list  2020-01-01 (aaaaaaaaaaaa) → 2020-02-01 (bbbbbbbbbbbb)',
    '  3 added, 1 changed, 0 removed',
    "  note they are of different forms (csv, then xml): not every change is the publisher's",
    "  note one was read by another version of the importer (1, then 2): not every change is the publisher's",
    '  note not compared: aliases; one of them lacks a file for it',
    '',
    'Added',
    '  + zz-list:1  One',
    '  and 2 more (--limit, --json)',
    '',
    'Changed',
    '  ~ zz-list:2  Two',
    '      addresses: in another order',
    '      names − “Zwei” (former)',
    '      names + “Deux” (alias, fr)',
    '      schema: “Person” → “Company”',
    '      updatedOn: nothing → “2020”',
  ]);
});

test('editions with who imported them and why', () => {
  const editions = [
    { edition: first, isInUse: false, objections: [], importedBy: 'Sato', importedAt: '2020-01-02T00:00:00.000Z' },
    { edition: second, isInUse: true, form: 'csv', objections: ['has no names'], accepted: 'they were lost' },
  ];
  assert.deepEqual(plain(editionLines(editions, { reasons: true })), [
    '  2020-01-01  aaaaaaaaaaaa  12,345 entries       imported 2020-01-02 by Sato  importer 1',
    '  2020-02-01  bbbbbbbbbbbb  12,345 entries  csv  imported - by -              importer 1  in use',
    '      accepted although it has no names',
    '      because: they were lost',
  ]);
  assert.deepEqual(plain(editionLines(editions.slice(1), { reasons: false })), [
    '  2020-02-01  bbbbbbbbbbbb  12,345 entries  csv  in use',
  ]);
});

test('what became of an entry', () => {
  const entity = entityOf({
    source: 'zz-list',
    recordId: '1',
    schema: 'Person',
    names: [{ text: 'One', kind: 'primary' }],
  });
  const lines = entryLines({
    entityId: entity.id,
    entity,
    steps: [
      { edition: first, what: 'added', fields: [], leftOut: [] },
      { edition: second, what: 'unreadable', fields: [], leftOut: [] },
      { edition: second, what: 'removed', fields: [], leftOut: ['aliases'] },
    ],
  });
  assert.deepEqual(plain(lines), [
    'zz-list:1  One',
    '  2020-01-01  listed',
    '  2020-02-01  cannot be told: the stored edition is damaged',
    '  2020-02-01  no longer listed  (not compared with the edition before: aliases)',
  ]);
});

for (const [value, text] of [
  [undefined, 'nothing'],
  ['x', '“x”'],
  [7, '7'],
  [{ full: '1 Example Road', country: 'zz' }, '“1 Example Road” (zz)'],
  [{ type: 'passport', value: 'X1', country: 'zz' }, '“X1” (passport, zz)'],
  [{ earliest: '1970-01-01', latest: '1970-12-31', circa: true, text: 'about 1970' }, '“about 1970” (circa)'],
  [{ kind: 'owned-by', toName: 'Two' }, '“Two” (owned-by)'],
  [{ status: 'SANCTIONED', authority: 'An office', reportedBy: 'zz-list' }, '“SANCTIONED” (An office)'],
  [{ other: 1 }, '{"other":1}'],
] as const)
  test(`${JSON.stringify(value)} is told as ${text}`, () => {
    assert.equal(valueText(value), text);
  });
