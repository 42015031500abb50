import assert from 'node:assert/strict';
import test from 'node:test';
import { referenceFiles } from '../../testing/reference-files.ts';
import { parseDateRange } from '../model/calendar.ts';
import { entityOf, type Entity, type EntityName, type Schema } from '../model/entity.ts';
import type { Subject } from '../model/subject.ts';
import { analyseSubject, compareEntities } from '../match/compare-entities.ts';
import { buildNameReference } from '../reference/name-reference.ts';
import { buildIndex } from './build-index.ts';
import { listedSubjects, search, searchAmong } from './search.ts';

const reference = buildNameReference(referenceFiles);
const settings = { minScore: reference.weights.hitScore, limit: 1000 };

function entity(recordId: string, names: readonly (string | EntityName)[], given: Partial<Entity> = {}): Entity {
  return entityOf({
    source: 'test',
    recordId,
    schema: 'Person',
    names: names.map((name) => (typeof name === 'string' ? { text: name, kind: 'primary' } : name)),
    ...given,
  });
}
function party(text: string, given: Partial<Subject> = {}): Subject {
  return {
    schema: 'Person',
    names: [{ text, kind: 'primary' }],
    birthDates: [],
    genders: [],
    nationalities: [],
    countries: [],
    identifiers: [],
    addresses: [],
    ...given,
  };
}
const indexOf = (entities: readonly Entity[]) => buildIndex([{ editionId: 'e1', source: 'test', entities }], reference);
const found = (entities: readonly Entity[], subject: Subject) =>
  search(indexOf(entities), subject, settings).hits.map((hit) => hit.entity.recordId);

test('a hit carries the entity, its edition and the names compared', () => {
  const chen = entity('1', ['CHEN Guoqiang', { text: '陳国強', kind: 'original-script' }]);
  const [hit] = search(indexOf([chen]), party('チン・コッキョウ'), settings).hits;
  assert.ok(hit);
  assert.deepEqual(hit.entity, chen);
  assert.equal(hit.editionId, 'e1');
  assert.equal(hit.partyName, 'チン・コッキョウ');
  assert.equal(hit.listedName, '陳国強');
  assert.ok(hit.nameOnly);
});

test('names of one word, one character, digits and more than 100 characters are searched', () => {
  const long = Array.from({ length: 14 }, (_, index) => `Longword${String.fromCharCode(97 + index)}`).join(' ');
  const entities = [
    entity('word', ['Suharto']),
    entity('character', ['龘']),
    entity('digits', ['61419'], { schema: 'Organization' }),
    entity('long', [long], { schema: 'Organization' }),
    entity('unread', ['ပြည်သူ'], { schema: 'Organization' }),
  ];
  const company = { schema: 'Company' as const };
  assert.deepEqual(found(entities, party('SUHARTO')), ['word']);
  assert.deepEqual(found(entities, party('龘')), ['character']);
  assert.deepEqual(found(entities, party('６１４１９', company)), ['digits']);
  assert.deepEqual(found(entities, party(long.toUpperCase(), company)), ['long']);
  assert.deepEqual(found(entities, party('ပြည်သူ', company)), ['unread']);
  assert.deepEqual(found(entities, party('')), []);
});

test('an identifier or a birth date finds what the name would not', () => {
  const imo = [{ type: 'imo-number' as const, value: '9123456' }];
  const ship = entity('ship', ['Blue Star'], { schema: 'Vessel', identifiers: imo });
  assert.deepEqual(found([ship], party('Renamed', { schema: 'Vessel', identifiers: imo })), ['ship']);
});

// what else stands in these names is in many: they are found by the word that is misspelt, or not at all
const slips = [
  ['Second Academy of Natural Sciences', 'SECOND ACADEMY OF NAXURAL SCIENCES'],
  ['Joint Stock Company Tula Cartridge Works', 'JOINT STOCK COMPANY TULA CARRIDGE WORKS'],
  ['Central Public Prosecutors Office', 'CDNTRAL PUBLIC PROSECUTORS OFFICE'],
  ['Limited Liability Company AK Microtech', 'LIMITED LIABILITY COMPANY AK MICRXTECH'],
  ['Tactical Missiles Corporation Joint Stock Company', 'TACTICAL MISSIXLES CORPORATION JOINT STOCK COMPANY'],
  ['Joint Stock Company Russian Agricultural Bank', 'JOINT STOCK COMPANY RUSGSIAN AGRICULTURAL BANK'],
] as const;

test('one letter that changes two sounds of a long word hides no name', () => {
  const listed = slips.map(([name], place) => entity(String(place), [name], { schema: 'Company' }));
  const index = indexOf(listed);
  slips.forEach(([, asked], place) => {
    const { hits } = search(index, party(asked, { schema: 'Company' }), settings);
    assert.ok(
      hits.some((hit) => hit.entity.recordId === String(place)),
      asked,
    );
  });
});

test('sorted by score, then by id; a limit says that it cut', () => {
  const entities = ['3', '1', '2'].map((id) => entity(id, ['Ivan Petrov']));
  entities.push(entity('0', ['Ivan Petrof']));
  const index = indexOf(entities);
  const { hits, cutOff } = search(index, party('Ivan Petrov'), settings);
  assert.deepEqual(
    hits.map((hit) => hit.entity.recordId),
    ['1', '2', '3', '0'],
  );
  assert.equal(cutOff, undefined);
  const limited = search(index, party('Ivan Petrov'), { ...settings, limit: 2 });
  assert.equal(limited.hits.length, 2);
  assert.match(limited.cutOff ?? '', /4 hits, the best 2 given/);
});

test('the index is frozen, and the same question has the same answer', () => {
  const index = indexOf([entity('1', ['Ivan Petrov'])]);
  assert.ok(Object.isFrozen(index));
  assert.deepEqual(search(index, party('Petrov Ivan'), settings), search(index, party('Petrov Ivan'), settings));
});

// Names put together from parts in several scripts: many share words, so that finding and sorting are put to the test.
const families = [
  'Petrov',
  'Иванов',
  'Chen',
  '陳',
  '李',
  'Kim',
  '김',
  '高橋',
  'Takahashi',
  'タカハシ',
  'Hassan',
  'حسن',
  'Nguyen',
  'Müller',
];
const givens = [
  'Ivan',
  'Иван',
  'Guoqiang',
  '国強',
  '建斌',
  'Jianbin',
  'Jong-un',
  '정은',
  '健',
  'ケン',
  'Ali',
  'علي',
  'Van Duc',
  'Hans-Peter',
];
const companies = [
  'Blue Water',
  '蒼海',
  'ソウカイ',
  'Romashka',
  'Ромашка',
  'Bluewater',
  '华为',
  'Huawei',
  '한빛',
  'Hanbit',
];
const kinds = ['Trading Co., Ltd.', '貿易株式会社', 'LLC', '技术有限公司', 'Technologies Inc.', '주식회사', 'GmbH'];

/** Numbers that look random and are the same in every run. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    yield Math.floor(state / 8);
  }
}

function madeNames(count: number, seed: number): { schema: Schema; text: string }[] {
  const random = numbers(seed);
  const pick = (list: readonly string[]) => list[random.next().value % list.length] ?? '';
  return Array.from({ length: count }, () => {
    if (random.next().value % 3 === 0) return { schema: 'Company' as const, text: `${pick(companies)} ${pick(kinds)}` };
    const words = [pick(families), pick(givens), ...(random.next().value % 4 === 0 ? [pick(givens)] : [])];
    return { schema: 'Person' as const, text: (random.next().value % 2 === 0 ? words : words.reverse()).join(' ') };
  });
}

/** A letter lost, two exchanged, words joined, a word lost. */
function damaged(text: string, change: number): string {
  const at = 1 + (change % Math.max(1, text.length - 2));
  const kind = change % 5;
  if (kind === 0) return text.slice(0, at) + text.slice(at + 1);
  if (kind === 1) return text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2);
  if (kind === 2) return text.replace(' ', '');
  return kind === 3 ? text.split(' ').slice(1).join(' ') : text;
}

test('search finds what comparing with every entity finds', () => {
  const birthDate = parseDateRange('1970-02-03');
  const entities = madeNames(600, 7).map(({ schema, text }, index) =>
    entity(String(index), [text, ...(index % 7 === 0 ? [{ text: text.slice(0, 6), kind: 'weak' as const }] : [])], {
      schema,
      ...(birthDate && index % 10 === 0 ? { birthDates: [birthDate] } : {}),
    }),
  );
  const index = indexOf(entities);
  const listed = entities.map((listedEntity) => ({
    entity: listedEntity,
    subject: analyseSubject(listedEntity, reference),
  }));
  const random = numbers(11);
  let compared = 0;
  for (const [position, { schema, text }] of madeNames(200, 23).entries()) {
    const query = party(damaged(text, random.next().value), {
      schema,
      ...(birthDate && position % 10 === 0 ? { birthDates: [birthDate] } : {}),
    });
    const analysed = analyseSubject(query, reference);
    const scanned = listed
      .map((entry) => ({
        id: entry.entity.id,
        score: compareEntities(analysed, entry.subject, reference, index.rarity).score,
      }))
      .filter(({ score }) => settings.minScore <= score)
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    const { hits } = search(index, query, settings);
    assert.deepEqual(
      hits.map((hit) => ({ id: hit.entity.id, score: hit.score })),
      scanned,
      query.names[0]?.text ?? '',
    );
    compared += scanned.length;
  }
  assert.ok(500 < compared, `${compared} hits were compared`);
});

test('a name in the tail of more words than are read is said to be unread, never passed over in silence', () => {
  const index = indexOf([entity('1', ['Ivan Petrov'])]);
  const words = Array.from({ length: 80 }, (_, place) => `padding${place}`);
  assert.match(search(index, party([...words, 'Ivan', 'Petrov'].join(' ')), settings).cutOff ?? '', /more words/);
  assert.equal(search(index, party(words.slice(0, 20).join(' ')), settings).cutOff, undefined);
});

test('a party is compared with given entries alone, with the scores of a search', () => {
  const entities = [entity('1', ['Ivan Petrov']), entity('2', ['Petrov Ivan']), entity('3', ['Anna Schmidt'])];
  const index = indexOf(entities);
  const all = search(index, party('Ivan Petrov'), settings).hits;
  const entries = listedSubjects(index, ['test:1', 'test:3', 'test:none']);
  const among = searchAmong(index, entries, party('Ivan Petrov'), settings);
  assert.deepEqual(
    among,
    all.filter((hit) => hit.entity.recordId !== '2'),
  );
  assert.equal(among.length, 1);
});

test('a weak alias makes no hit alone, unless the policy lets it', () => {
  const index = indexOf([entity('1', ['Ivan Sidorov', { text: 'Black Tiger', kind: 'weak' }])]);
  const ids = (weakAliasesMakeHits: boolean) =>
    search(index, party('Black Tiger'), { ...settings, weakAliasesMakeHits }).hits.map((hit) => hit.entity.recordId);
  assert.deepEqual(ids(false), []);
  assert.deepEqual(ids(true), ['1']);
  const entries = listedSubjects(index, ['test:1']);
  const terms = { minScore: settings.minScore, weakAliasesMakeHits: true };
  assert.equal(searchAmong(index, entries, party('Black Tiger'), terms).length, 1);
});

test('what a party states of itself lowers a score and takes no hit out of sight', () => {
  const birth = (text: string) => [parseDateRange(text)].filter((date) => date !== undefined);
  const index = indexOf([entity('1', ['Ivan Sidorov'], { birthDates: birth('1961-03-05') })]);
  const [hit] = search(index, party('Ivan Sidorov', { birthDates: birth('2001-01-01') }), settings).hits;
  assert.ok(hit && hit.score < settings.minScore);
  assert.deepEqual(hit.disputedBy, ['birth-date']);
  const [undisputed] = search(index, party('Ivan Sidorov'), settings).hits;
  assert.deepEqual(undisputed?.disputedBy, []);
});

for (const name of [
  '😀😀',
  '？？？',
  'N/A',
  'n. a.',
  '不明',
  '(不明)',
  '不明 様',
  'To be determined',
  'བསྟན་འཛིན',
  '---',
])
  test(`the name ${name} cannot be searched for, and is said not to be`, () => {
    const index = indexOf([entity('1', ['Ivan Petrov'])]);
    assert.equal(search(index, party(name), settings).isUnreadable, true);
    const withLatin = party(name, { names: [name, 'Ivan Petrov'].map((text) => ({ text, kind: 'primary' })) });
    assert.equal(search(index, withLatin, settings).isUnreadable, false);
  });
for (const name of ['王', 'A', '11420', 'Na Li', '無量塔'])
  test(`the name ${name} is searched for like any other`, () => {
    assert.equal(search(indexOf([entity('1', ['Ivan Petrov'])]), party(name), settings).isUnreadable, false);
  });

// what a slip, another script or another cut leaves of a name, and the name that is meant
for (const [schema, asked, listed] of [
  ['Company', 'SUPREME SHIPPIGN COMPANY LIMITED', 'Supreme Shipping Company Limited'],
  ['Company', 'OOO DIGITAL SEURITY', 'OOO Digital Security'],
  ['Organization', 'Zanjan Oroduction Company', 'Zanjan Acid Production Company'],
  ['Company', 'REV OLUTION SHAHID PJSC', 'Revolution Engineering Shahid PJSC'],
  ['Person', 'Warkus Gomez', 'Markus Gomez'],
  ['Person', 'Tomoya Kageurs', 'Tomoya Kageura'],
  ['Person', 'ヤスミン・マチュー', 'Yasmine Matthieu'],
  ['Person', 'Hayes Samantha', 'Саманта Хэйес'],
  ['Person', 'Bar-Aoher Katherine', 'Katherine Bar-Asher'],
  ['Person', 'ál-Mild Osama', 'Al-Milad, Osama'],
  ['Person', 'Jamil Rezaabuturab', 'ABUTURAB, Jamil Reza'],
  ['Person', 'Vladimiralexeev', 'ALEXEEV, Vladimir'],
  ['Company', 'ASIA 17', 'Asia Bridge 17'],
  [
    'Company',
    'Precision Machine Buildign Design Bureau Nud elman',
    'JSC Precision Machine Building Design Bureau Nudelman',
  ],
] as const)
  test(`${asked} finds ${listed}`, () => {
    const others = madeNames(300, 41).map((name, place) => entity(`other ${String(place)}`, [name.text], name));
    const meant = entity('meant', [listed], { schema });
    assert.ok(found([...others, meant], party(asked, { schema })).includes('meant'));
  });
