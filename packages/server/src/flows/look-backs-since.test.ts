// Gone through once more, against look-backs as they ran: the same, but for entries that a change of the others made weigh otherwise.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { runLookBacks } from './look-back.ts';
import { noticeRow, openPlayedFolder } from './testing/played-folder.ts';
import { vetApplication } from './vet-application.ts';

const ENTRY = 'own-notices:1';
/** Words of the entry's name in the names of hundreds of others, or in none of them. */
const crowds = { common: ['Halloway', 'Corvin'], rare: ['Quillfeather', 'Arvola'] } as const;
const firstNames = ['Alba', 'Bruno', 'Carla', 'Dario', 'Elsa', 'Fabio', 'Greta', 'Hugo', 'Irma', 'Jonas'];

interface Played {
  /** An edition of a day, with the entry or without; its look-back is run. @returns what was raised, as entry and score are said. */
  readonly list: (day: string, crowd: keyof typeof crowds, entry: 'listed' | 'absent') => Promise<readonly string[]>;
  /** Vets the buyer. @returns whether the entry is a hit. */
  readonly vet: () => Promise<boolean>;
  readonly since: (day: string) => Promise<readonly string[]>;
}

async function played(t: TestContext): Promise<Played> {
  const folder = await openPlayedFolder();
  t.after(() => folder.dispose());
  const run = async (asked = {}) =>
    (await runLookBacks(folder.parts, asked)).flatMap(({ alerts }) =>
      alerts.map(({ entityId, scoreAfter }) => `${entityId} ${scoreAfter === undefined ? 'gone' : 'hit'}`),
    );
  return {
    list: async (day, crowd, entry) => {
      const others = crowds[crowd].flatMap((word, half) =>
        Array.from({ length: 200 }, (_, place) =>
          noticeRow(String(2 + 200 * half + place), { latin: `${firstNames[place % 10] ?? ''} ${word}` }),
        ),
      );
      folder.playOn(day);
      const own = entry === 'listed' ? [noticeRow('1', { latin: 'Corvin Halloway' })] : [];
      await folder.importNotices([...own, ...others], day);
      return (await run()).filter((told) => told.startsWith(`${ENTRY} `));
    },
    vet: async () => {
      const party = { id: 'buyer', roles: ['buyer'], schema: 'Person', names: [{ text: 'Korvin Hallowey' }] };
      const order = { policy: 'customer-screening', receivedOn: '2016-11-14', product: { id: 'made' } };
      const { evidence } = await vetApplication({ ...order, id: 'P-1', parties: [party] }, folder.parts);
      return evidence.hits.some(({ entity }) => entity.id === ENTRY);
    },
    since: (day) => run({ since: day }),
  };
}

test('an entry that did not change is a hit once its words are rare: told when it is compared anew, as vetting would', async (t) => {
  const { list, vet, since } = await played(t);
  await list('2016-11-14', 'common', 'listed');
  assert.equal(await vet(), false);
  assert.deepEqual(await list('2016-11-16', 'rare', 'listed'), [], 'it did not change');
  assert.deepEqual(await since('2016-11-15'), [], 'nor since then');
  assert.deepEqual(await since('2016-11-14'), [`${ENTRY} hit`], 'it came since then');
  assert.deepEqual(await since('2016-11-14'), [], 'told once');
  assert.equal(await vet(), true);
});

test('and so is a hit that is none any more', async (t) => {
  const { list, vet, since } = await played(t);
  await list('2016-11-14', 'rare', 'listed');
  assert.equal(await vet(), true);
  assert.deepEqual(await list('2016-11-16', 'common', 'listed'), []);
  assert.deepEqual(await since('2016-11-14'), [`${ENTRY} gone`]);
  assert.deepEqual(await since('2016-11-14'), []);
  assert.equal(await vet(), false);
});

test('what an alert told before the last decision is told again, when that decision said otherwise', async (t) => {
  const { list, vet, since } = await played(t);
  await list('2016-11-14', 'rare', 'absent');
  assert.equal(await vet(), false);
  assert.deepEqual(await list('2016-11-15', 'rare', 'listed'), [`${ENTRY} hit`]);
  await list('2016-11-16', 'common', 'listed');
  assert.equal(await vet(), false, 'the last word');
  await list('2016-11-17', 'rare', 'listed');
  assert.deepEqual(await since('2016-11-14'), [`${ENTRY} hit`]);
});
