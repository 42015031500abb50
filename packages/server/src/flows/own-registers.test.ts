// A register of one's own: imported with its mapping, looked up, and asked for by a policy that names it.
import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parseApplication } from '@sekisho/engine/model/application.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { confirmParties } from './confirm-parties.ts';
import { importEdition } from './import-edition.ts';
import { checkNumber, lookUpCompany } from './look-up-company.ts';
import { sourceStates } from './source-states.ts';
import { openPlayedFolder, type PlayedFolder } from './testing/played-folder.ts';

const SOURCE = 'own-register-chamber';
const sample = (name: string) =>
  fileURLToPath(new URL(`../../../sources/src/registers/own/sample/${name}`, import.meta.url));
let folder: PlayedFolder;

before(async () => {
  folder = await openPlayedFolder();
  folder.playOn('2026-10-31');
});
after(() => folder.dispose());

const importing = (change: { readonly mapping?: string; readonly source?: string; readonly file?: string } = {}) =>
  importEdition(
    {
      source: change.source ?? SOURCE,
      files: [change.file ?? sample('chamber.csv')],
      mapping: change.mapping ?? sample('chamber.yml'),
      publishedOn: '2026-10-31',
      by: 'test',
    },
    folder.parts,
  );
const inUse = async () => {
  const active = (await folder.parts.store.activeEditions()).find(({ edition: { source } }) => source === SOURCE);
  assert.ok(active);
  return active;
};

test('it is imported, problems counted, and not said to be whole', async () => {
  const { result, edition } = await importing();
  assert.equal(result, 'imported');
  assert.deepEqual(
    { kind: edition.kind, complete: edition.complete, counts: edition.counts },
    { kind: 'register', complete: false, counts: { rows: 3, companies: 3, history: 0, problems: 3 } },
  );
  assert.deepEqual(
    edition.files.map(({ name, role }) => [name, role]),
    [
      ['chamber.csv', undefined],
      ['chamber.yml', 'mapping'],
    ],
  );
});

test('the same file again changes nothing; under another mapping it is another edition', async (t) => {
  assert.equal((await importing()).result, 'unchanged');
  const other = path.join(folder.path, '..', 'chamber.yml');
  const text = await readFile(sample('chamber.yml'), 'utf8');
  await writeFile(other, text.replace('Members', 'All members'));
  t.after(() => rm(other));
  assert.equal((await importing({ mapping: other })).result, 'imported');
});

test('a company is found by number and by name; the number is confirmed', async () => {
  const settings = { registers: [SOURCE], limit: 5, minScore: 0.8 };
  for (const text of ['6990001000002', 'さくら見本(株)', '有限会社さくら', 'Sakura Mihon Company Limited']) {
    const [answer] = await lookUpCompany(text, settings, folder.parts);
    assert.equal(answer?.companies[0]?.fact.current.number, '6990001000002', text);
  }
  const checks = await checkNumber('6990001000002', 'jp-corporate-number', folder.parts);
  assert.deepEqual(
    checks.map(({ state }) => state),
    ['CONFIRMED'],
  );
});

test('a policy can name it: a claim is held against it, field by field', async () => {
  const { edition } = await inUse();
  const claim = parseApplication({
    id: 'A-1',
    policy: 'jp-only-edition',
    receivedOn: '2026-10-31',
    product: { id: 'p', name: 'A product', quantity: 1 },
    parties: [
      {
        id: 'buyer',
        roles: ['buyer'],
        schema: 'Company',
        country: 'jp',
        names: [{ text: '株式会社さくら見本' }],
        identifiers: [{ type: 'jp-corporate-number', value: '6990001000002' }],
      },
    ],
  });
  const [confirmation] = await confirmParties(
    claim,
    { source: SOURCE, country: 'jp' },
    { edition, fresh: true },
    folder.parts,
  );
  assert.equal(confirmation?.fact?.current.name, 'さくら見本株式会社');
  assert.equal(confirmation.basis, 'number');
});

test('a policy that names one that was never imported misses a register', () => {
  const wanted = [{ source: 'own-register-members', required: true, maxAgeDays: 30 }];
  const [state] = sourceStates([], { sources: wanted }, folder.parts, '2026-10-31');
  assert.deepEqual([state?.kind, state?.state], ['register', 'MISSING']);
});

const refused = (code: string) => (error: unknown) => error instanceof Problem && error.code === code;
test('without its mapping, or under another id, it is refused; and ours take none', async () => {
  const bare = { source: SOURCE, files: [sample('chamber.csv')], publishedOn: '2026-10-31', by: 'test' };
  await assert.rejects(importEdition(bare, folder.parts), refused('command.usage'));
  await assert.rejects(importing({ source: 'own-register-other' }), refused('mapping.invalid'));
  await assert.rejects(importing({ source: 'jp-nta' }), refused('command.usage'));
});
