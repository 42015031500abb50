// The list and the questions that the search bench makes: the same for the same seed, and changed as they say.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { madeEntity, type World } from '../bench/search/entities.ts';
import { foldedName, FoldedNames } from '../bench/search/folded-names.ts';
import { languagesOf } from '../bench/search/languages.ts';
import { draftOf, manipulated, manipulations, textOf, type Manipulation } from '../bench/search/manipulations.ts';
import { ownCounts } from '../bench/search/own-counts.ts';
import { changedQueries, cleanQueries } from '../bench/search/queries.ts';
import { randomOf } from '../bench/search/random.ts';

const world: World = { seed: 1, languages: languagesOf(ownCounts()) };
const COUNT = 2000;
const entities = Array.from({ length: COUNT }, (_, number) => madeEntity(world, 'listed', number).entity);
const names = new FoldedNames();
for (const entity of entities) for (const { text } of entity.names) names.add(text);
const listed = { count: COUNT, seed: 1, entry: (number: number) => madeEntity(world, 'listed', number) };

test('an entity is the same whenever it is made, another seed makes another', () => {
  assert.deepEqual(madeEntity(world, 'listed', 1234).entity, entities[1234]);
  assert.notDeepEqual(madeEntity({ ...world, seed: 2 }, 'listed', 1234).entity, entities[1234]);
  assert.notDeepEqual(madeEntity(world, 'clean', 1234).entity.names, entities[1234]?.names);
});

test('persons are two thirds, names have words, and no two ids are the same', () => {
  const persons = entities.filter(({ schema }) => schema === 'Person').length;
  assert.ok(0.6 * COUNT < persons && persons < 0.7 * COUNT, `${persons} persons`);
  assert.equal(new Set(entities.map(({ id }) => id)).size, COUNT);
  for (const entity of entities) for (const { text } of entity.names) assert.match(text, /\p{L}/u, entity.id);
});

test('questions are the same for the same seed; clean names are of nobody listed', () => {
  const asked = changedQueries(listed, 200, names, false);
  assert.deepEqual(asked, changedQueries(listed, 200, names, false));
  for (const { kind, changes } of asked)
    assert.ok(kind === 'light' ? changes.length === 1 : 2 <= changes.length && changes.length <= 3);
  for (const { subject } of cleanQueries(world, 200, names)) assert.ok(!names.has(subject.names[0]?.text ?? ''));
});

const letters = (text: string) => Array.from(text.replace(/\P{L}/gu, '')).length;
const words = (text: string) => foldedName(text).split(' ').length;

/** What a manipulation must have done to the person Alexander Ivanovich Petrov. */
const does: Readonly<Partial<Record<Manipulation, (before: string, after: string) => boolean>>> = {
  'letter-deleted': (before, after) => letters(after) === letters(before) - 1,
  'letter-inserted': (before, after) => letters(after) === letters(before) + 1,
  'letter-substituted': (before, after) => letters(after) === letters(before) && before !== after,
  'letters-exchanged': (before, after) =>
    before !== after &&
    Array.from(before.toLowerCase()).sort().join() === Array.from(after.toLowerCase()).sort().join(),
  order: (before, after) => before !== after && foldedName(before) === foldedName(after),
  'part-missing': (before, after) => words(after) === words(before) - 1,
  initial: (_, after) => /(^| )\p{L}\.?( |$)/u.test(after),
  joined: (before, after) => words(after) === words(before) - 1 && letters(after) === letters(before),
  split: (before, after) => words(after) === words(before) + 1 && letters(after) === letters(before),
  marks: (before, after) => before !== after && foldedName(before) === foldedName(after),
};

for (const [manipulation, isDone] of Object.entries(does))
  test(`${manipulation}: what it says is done, and nothing else`, () => {
    const name = 'Alexander Ivanovich Petrov';
    for (let number = 0; number < 100; number++) {
      const draft = manipulated(draftOf(name, true), manipulation as Manipulation, randomOf(number));
      if (draft) assert.ok(isDone(name, textOf(draft)), textOf(draft));
      else assert.notEqual(manipulation, 'order');
    }
  });

test('a legal form is left out or written in another way, the rest stays', () => {
  for (const name of ['Blue Water Trading Co., Ltd.', 'ООО Ромашка', '株式会社蒼海', 'Petrov LLC'])
    for (let number = 0; number < 20; number++) {
      const draft = manipulated(draftOf(name, false), 'legal-form', randomOf(number));
      assert.ok(draft && textOf(draft) !== name, name);
      assert.match(textOf(draft), /Blue Water Trading|Ромашка|蒼海|Petrov/);
    }
  assert.equal(manipulated(draftOf('Petrov LLC', true), 'legal-form', randomOf(1)), undefined);
});

test('another script is the labelled one, and there is none without a label', () => {
  const draft = manipulated(draftOf('PETROV, Ivan', true, 'Иван Петров'), 'script', randomOf(1));
  assert.equal(draft && textOf(draft), 'Иван Петров');
  assert.equal(manipulated(draftOf('PETROV, Ivan', true), 'script', randomOf(1)), undefined);
});

test('any text can be tried to be changed', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.boolean(),
      fc.constantFrom(...manipulations),
      fc.integer(),
      (text, isPerson, manipulation, seed) => {
        const draft = manipulated(draftOf(text, isPerson), manipulation, randomOf(seed));
        if (draft) assert.equal(typeof textOf(draft), 'string');
      },
    ),
  );
});
