// Companies of the registers in use by number, by name and by spelling.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { confirmApplication } from './confirm-application.ts';
import { checkNumber, companiesNamed, lookUpCompany, type LookUpSettings } from './look-up-company.ts';
import { openPlayedFolder, type PlayedFolder } from './testing/played-folder.ts';

let folder: PlayedFolder;
let known: { readonly number: string; readonly name: string };

before(async () => {
  folder = await openPlayedFolder();
  await folder.prepare();
  const edition = (await folder.parts.store.activeEditions()).find(({ edition: { source } }) => source === 'jp-nta');
  assert.ok(edition);
  const reader = folder.parts.registerFiles.open(edition.edition);
  const [first] = [...reader.standing()].filter(({ name, closedOn }) => name.startsWith('株式会社') && !closedOn);
  reader.close();
  assert.ok(first);
  known = first;
});

after(() => folder.dispose());

const settings: LookUpSettings = { registers: [], limit: 5, minScore: 0.7 };

async function found(text: string, change: Partial<LookUpSettings> = {}) {
  const [answer] = await lookUpCompany(text, { ...settings, ...change }, folder.parts);
  return answer?.companies.map(({ by, fact }) => `${by} ${fact.current.number}`) ?? [];
}

test('by its number, however it is written', async () => {
  assert.deepEqual(await found(known.number), [`number ${known.number}`]);
  assert.deepEqual(await found(`T${known.number}`), [`number ${known.number}`]);
});

test('by its name, with another way of writing the legal form', async () => {
  const [first] = await found(known.name.replace('株式会社', '㈱'));
  assert.equal(first, `name ${known.number}`);
});

test('by a name that is like its English one, and again from the index that was saved', async () => {
  for (const round of ['made', 'kept'])
    assert.deepEqual(await found('Aoba Sokkki Co., Ltd.'), ['spelling 7800001000011'], round);
  const later = { ...folder.parts, registerIndexFiles: (source: string) => folder.parts.registerIndexFiles(source) };
  const [answer] = await lookUpCompany('Aoba Sokkki Co., Ltd.', settings, later);
  assert.equal(answer?.companies[0]?.fact.current.number, '7800001000011', 'as another process finds it');
});

test('without an index of spellings, a slip of the pen and a character that is read as another are found by keys', async () => {
  const active = (await folder.parts.store.activeEditions()).find(({ edition: { source } }) => source === 'jp-nta');
  assert.ok(active);
  const reader = folder.parts.registerFiles.open(active.edition);
  try {
    for (const [text, name] of [
      ['株式会社播磨ンフト', '株式会社播磨ソフト'],
      ['株式会社青葉測測器', '株式会社青葉測器'],
      ['株式会社入江貿己', undefined],
    ] as const) {
      const { companies } = companiesNamed(text, { reader, index: undefined }, settings, folder.parts.reference);
      assert.deepEqual(
        companies.map(({ by, fact }) => [by, fact.current.name]),
        name === undefined ? [] : [['spelling', name]],
        text,
      );
    }
  } finally {
    reader.close();
  }
});

test('nothing is found of what is not there', async () => {
  assert.deepEqual(await found('zzzz qqqq'), []);
});

test('a register that is not in use is named', async () => {
  await assert.rejects(
    found('x', { registers: ['gleif'] }),
    (error) => error instanceof Problem && error.code === 'source.unknown',
  );
});

test('a number: what it can be, and confirmed where a register has it', async () => {
  const confirmed = await checkNumber(known.number, undefined, folder.parts);
  const corporate = confirmed.find(({ identifier }) => identifier.type === 'jp-corporate-number');
  assert.equal(corporate?.state, 'CONFIRMED');
  assert.equal(corporate.fact?.current.name, known.name);
  const [wrong] = await checkNumber('1180301018772', 'jp-corporate-number', folder.parts);
  assert.equal(wrong?.state, 'CHECK_INVALID');
  assert.deepEqual(await checkNumber('zz', undefined, folder.parts), []);
});

test('the companies of an application, field by field, and nothing is kept', async () => {
  const entries = (await folder.parts.store.head())?.sequence;
  const honest = await confirmApplication(await folder.application('2016-11-honest.yml'), folder.parts);
  assert.deepEqual(
    honest.confirmations.map(({ verdict }) => verdict),
    ['CONFIRMED'],
  );
  const false_ = await confirmApplication(await folder.application('2016-11-fictitious-company.yml'), folder.parts);
  assert.ok(false_.confirmations.every(({ verdict }) => verdict !== 'CONFIRMED'));
  assert.equal((await folder.parts.store.head())?.sequence, entries);
});
