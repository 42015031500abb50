// Whom registers and lists name beside a company: as far as a chain may go, in force, and with who says so.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import type { ActiveEdition } from '@sekisho/engine/model/edition.ts';
import { entityOf, type EntityLink } from '@sekisho/engine/model/entity.ts';
import type { Confirmation, RegisterRelation, RegisterRow } from '@sekisho/engine/model/register.ts';
import { buildReference } from '@sekisho/engine/reference/reference.ts';
import { buildIndex } from '@sekisho/engine/search/build-index.ts';
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';
import { sampleConfirmation, sampleRow } from '@sekisho/engine/testing/sample-evidence.ts';
import { EditionFiles } from '../../store/edition-files.ts';
import { RegisterFiles } from '../../store/registers/register-files.ts';
import { nameKeysOf } from '../register-keys.ts';
import { isListed, listLinks } from './list-links.ts';
import { registerLinks } from './register-links.ts';

const DAY = '2026-11-02';
const reference = buildReference(referenceFiles);

async function registerOf(t: TestContext, relations: Readonly<Record<string, readonly RegisterRelation[]>>) {
  const folder = await mkdtemp(path.join(tmpdir(), 'sekisho-chain-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const registerFiles = new RegisterFiles(folder);
  const rows = Object.entries(relations).map(([number, own]): RegisterRow =>
    sampleRow({ number, name: `Company ${number}`, relations: own }),
  );
  async function* read(): AsyncIterable<readonly RegisterRow[]> {
    yield await Promise.resolve(rows);
  }
  const nameKeys = (row: RegisterRow) => nameKeysOf(row, reference);
  const { contentSha256, counts } = await registerFiles.build({ rows: read(), nameKeys, nameKeysVersion: 'test' });
  const edition: ActiveEdition['edition'] = {
    id: createHash('sha256').update('edition').digest('hex'),
    source: 'gleif',
    kind: 'register',
    publishedOn: DAY,
    complete: true,
    files: [],
    counts,
    problems: [],
    importerVersion: 1,
    contentSha256,
  };
  const active = [{ edition, confirmedCurrentOn: DAY, statedBy: 'gleif' }];
  const editionFiles = new EditionFiles(folder);
  const parts = { registerFiles, reference, nameKeysVersion: 'test', registerImporters: new Map(), editionFiles };
  return {
    linksFrom: (parties: Readonly<Record<string, string>>) =>
      registerLinks(
        Object.entries(parties).map(([party, number]): Confirmation => {
          const current = rows.find((row) => row.number === number) as RegisterRow;
          const fact = { register: 'gleif', editionId: edition.id, current, history: [] };
          return sampleConfirmation({ party, register: 'gleif', editionId: edition.id, number, fact });
        }),
        active,
        DAY,
        parts,
      ),
  };
}

const owned = (toNumber: string, more: Partial<RegisterRelation> = {}): RegisterRelation => ({
  kind: 'owned-by',
  toNumber,
  detail: 'ownership',
  ...more,
});

test('a register is followed from company to company, four steps far', async (t) => {
  const register = await registerOf(t, {
    N1: [owned('N2', { share: { least: 60, most: 60 }, since: '2020-01-01' })],
    N2: [owned('N3')],
    N3: [owned('N4')],
    N4: [owned('N5')],
    N5: [owned('N6')],
    N6: [],
  });
  const { links, names, gaps } = await register.linksFrom({ buyer: 'N1' });
  assert.deepEqual(
    links.map(({ from, to }) => `${from} ${to}`),
    ['buyer gleif:N2', 'gleif:N2 gleif:N3', 'gleif:N3 gleif:N4', 'gleif:N4 gleif:N5'],
  );
  assert.deepEqual(links[0], {
    from: 'buyer',
    to: 'gleif:N2',
    kind: 'owned-by',
    statedBy: 'gleif',
    date: '2020-01-01',
    detail: 'ownership',
    share: { least: 60, most: 60 },
  });
  assert.equal(links[1]?.date, '2015-10-05', 'where no day is stated, that of the row');
  assert.deepEqual(names.get('gleif:N3')?.[0], 'Company N3');
  assert.deepEqual(gaps, []);
});

test('what has ended and what names nobody is left out; companies of the order are its parties; rings end', async (t) => {
  const register = await registerOf(t, {
    N1: [
      owned('N2', { until: '2026-11-01' }),
      owned('N3', { until: '2026-11-02' }),
      { kind: 'owned-by', detail: 'NON_PUBLIC' },
      { kind: 'directed-by', toName: 'A Director', detail: 'director' },
      owned('N9'),
    ],
    N3: [owned('N1')],
  });
  const { links, names } = await register.linksFrom({ buyer: 'N1', parent: 'N3' });
  assert.deepEqual(
    links.map(({ from, kind, to }) => `${from} ${kind} ${to}`),
    [
      'buyer owned-by parent',
      'buyer directed-by gleif:N1/A Director',
      'buyer owned-by gleif:N9',
      'parent owned-by buyer',
    ],
  );
  assert.deepEqual([...names], [['gleif:N1/A Director', ['A Director']]]);
});

test('more companies than are looked at are a gap', async (t) => {
  const most = reference.chain.most.companies;
  const many = Array.from({ length: most + 5 }, (_, index) => `N${String(index + 2)}`);
  const register = await registerOf(t, {
    N1: many.map((number) => owned(number)),
    ...Object.fromEntries(many.map((number) => [number, []])),
  });
  const { links, gaps } = await register.linksFrom({ buyer: 'N1' });
  assert.equal(links.length, most + 5, 'every link is told');
  assert.deepEqual(
    gaps.map(({ kind, subject }) => [kind, subject]),
    [['search-cut-off', 'gleif']],
  );
});

test('lists are followed from entry to entry, over what is in force', () => {
  const entry = (recordId: string, links: readonly EntityLink[], more: object = {}) => ({
    ...entityOf({
      source: 'list',
      recordId,
      schema: 'Company',
      names: [{ text: `Entry ${recordId}`, kind: 'primary' }],
      listedOn: '2024-01-01',
    }),
    effects: ['block' as const],
    links,
    ...more,
  });
  const link = (recordId: string, more: Partial<EntityLink> = {}): EntityLink => ({
    kind: 'owned-by',
    toId: `list:${recordId}`,
    ...more,
  });
  const entities = [
    entry('1', [
      link('2', { since: '2020' }),
      link('3', { until: '2026-10' }),
      link('4'),
      { kind: 'linked-to', toName: 'X' },
    ]),
    entry('2', [link('1'), link('5')]),
    entry('3', []),
    entry('4', [link('5')], { delistedOn: '2026-11-01' }),
    entry('5', [link('6')], { effects: [] }),
    entry('6', [link('7')]),
    entry('7', []),
  ];
  const index = buildIndex([{ source: 'list', editionId: 'e', entities }], reference.names);
  const found = listLinks(['list:1', 'list:9'], { index, day: DAY, today: DAY, hops: 2 });
  assert.deepEqual(
    found.links.map(({ from, to, date }) => `${from} ${to} ${date ?? ''}`),
    [
      'list:1 list:2 2020',
      'list:1 list:4 2024-01-01',
      'list:2 list:1 2024-01-01',
      'list:2 list:5 2024-01-01',
      'list:5 list:6 2024-01-01',
    ],
  );
  assert.deepEqual([...found.entities.keys()], ['list:1', 'list:2', 'list:5']);
  assert.deepEqual(
    [...found.entities.values()].map((entity) => isListed(entity)),
    [true, true, false],
  );
});
