// Layouts of editions: what their files lack, what two of them can be compared in, what is missed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SourceDescription } from '@sekisho/sources/importer.ts';
import { fieldsLeftOut, lackedFields, layoutOf, missingFiles } from './edition-layout.ts';
import { inventedImporter } from './testing/invented-list.ts';

const { description: invented } = inventedImporter();
const description: SourceDescription = {
  ...invented,
  forms: [
    {
      form: 'csv',
      verifiedOnRealFile: true,
      files: [
        { role: 'main', pattern: '^main\\.csv$', required: true },
        { role: 'alt', pattern: '^alt\\.csv$', required: false, gives: ['aliases', 'remarks'] },
        { role: 'add', pattern: '^add\\.csv$', required: false, gives: ['addresses', 'remarks'] },
        { role: 'notes', pattern: '^notes\\.csv$', required: false },
      ],
    },
    {
      form: 'xml',
      verifiedOnRealFile: true,
      files: [{ role: 'list', pattern: '\\.xml$', required: true }],
    },
  ],
};
const named = (...names: string[]) => ({ files: names.map((name) => ({ name, sha256: '', bytes: 0 })) });
const layout = (...names: string[]) => layoutOf(named(...names), description);

const cases: readonly {
  readonly title: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly leftOut: readonly string[];
  readonly missing: RegExp[];
}[] = [
  { title: 'the same files', from: ['main.csv', 'alt.csv'], to: ['main.csv', 'alt.csv'], leftOut: [], missing: [] },
  {
    title: 'one file less, another lacked by both',
    from: ['main.csv', 'alt.csv'],
    to: ['main.csv'],
    leftOut: ['aliases', 'remarks'],
    missing: [/^lacks its alt file, which/],
  },
  {
    title: 'two files less',
    from: ['main.csv', 'alt.csv', 'add.csv', 'notes.csv'],
    to: ['main.csv'],
    leftOut: ['addresses', 'aliases', 'remarks'],
    missing: [/^lacks its alt file/, /^lacks its add file/, /^lacks its notes file/],
  },
  {
    title: 'a file more',
    from: ['main.csv'],
    to: ['main.csv', 'add.csv'],
    leftOut: ['addresses', 'remarks'],
    missing: [],
  },
  {
    title: 'another form that has everything',
    from: ['main.csv', 'alt.csv'],
    to: ['a.xml'],
    leftOut: ['addresses', 'remarks'],
    missing: [],
  },
  {
    title: 'another form, of which a file lacks',
    from: ['a.xml'],
    to: ['main.csv', 'add.csv'],
    leftOut: ['aliases', 'remarks'],
    missing: [/^lacks its alt file, so it has no aliases, remarks, which/],
  },
  {
    title: 'another form with all its files',
    from: ['a.xml'],
    to: ['main.csv', 'alt.csv', 'add.csv'],
    leftOut: [],
    missing: [],
  },
];
for (const { title, from, to, leftOut, missing } of cases)
  test(title, () => {
    assert.deepEqual(fieldsLeftOut(layout(...from), layout(...to)), leftOut);
    const objections = missingFiles(layout(...from), layout(...to));
    assert.equal(objections.length, missing.length, objections.join('; '));
    missing.forEach((pattern, place) => assert.match(objections[place] ?? '', pattern));
  });

test('a field that two files have a part in is lacked without either', () => {
  const oneOf = layout('main.csv', 'alt.csv');
  assert.ok(oneOf);
  assert.deepEqual(lackedFields(oneOf), ['addresses', 'remarks']);
});

test('a noted form stands against the names; one that its source has no more tells nothing', () => {
  const files = [{ name: 'download', sha256: '', bytes: 0, role: 'main' }];
  assert.deepEqual(layoutOf({ form: 'csv', files }, description)?.roles, ['main']);
  assert.equal(layoutOf({ form: 'ods', files }, description), undefined);
  assert.equal(layoutOf({ files }, description), undefined);
  assert.deepEqual(fieldsLeftOut(undefined, layout('main.csv')), []);
  assert.deepEqual(missingFiles(undefined, layout('main.csv')), []);
});
