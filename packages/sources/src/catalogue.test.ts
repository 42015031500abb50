import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import test from 'node:test';
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';
import { listFamilies, listImporters } from './catalogue.ts';
import { gazetteerImporters } from './gazetteers/catalogue.ts';
import { registerImporters } from './registers/catalogue.ts';

test('every list of lists/ is in the catalogue, under the name of its folder', () => {
  const folders = readdirSync(new URL('./lists/', import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(new URL(`./lists/${entry.name}/source.yml`, import.meta.url)))
    .map(({ name }) => name)
    .filter((name) => !listFamilies.includes(`${name}-`));
  assert.deepEqual([...listImporters.keys()].toSorted(), folders.toSorted());
});

const sourceIds = [...listImporters.keys(), ...registerImporters.keys(), ...gazetteerImporters.keys()];

test('every source has a name for readers, and every name a source', () => {
  const messages = JSON.parse(referenceFiles.get('messages/en.json') ?? '{}') as Record<string, string>;
  const named = Object.keys(messages).flatMap((key) => /^source\.(.+)$/.exec(key)?.[1] ?? []);
  assert.deepEqual(named.toSorted(), sourceIds.toSorted());
});

for (const [id, { description, version }] of [...listImporters, ...registerImporters, ...gazetteerImporters])
  test(`${id}: patterns are regular expressions, what is ignored has a reason, there is a version and a least number of entries`, () => {
    for (const { files } of description.forms) for (const { pattern } of files) assert.ok(new RegExp(pattern, 'iu'));
    const { refresh } = description;
    const fetched = refresh && description.forms.find(({ form }) => form === refresh.form);
    assert.equal(fetched === undefined, refresh === undefined, 'a form that is fetched is one of the forms');
    for (const { role, link } of refresh?.files ?? []) {
      assert.ok(
        fetched?.files.some((file) => file.role === role),
        role,
      );
      assert.ok(new RegExp(link ?? '', 'iu'));
    }
    for (const { reason } of description.ignored) assert.ok(reason.length > 8, reason);
    const kind = listImporters.has(id) ? 'list' : gazetteerImporters.has(id) ? 'gazetteer' : 'register';
    assert.equal(description.kind, kind);
    assert.ok(Number.isSafeInteger(version) && 1 <= version);
    assert.ok(Number.isSafeInteger(description.bounds.minEntries) && 1 < description.bounds.minEntries);
  });
