import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildMessageCatalogues, isMachineMade, languages } from '../reference/message-catalogues.ts';
import { buildToldToApplicants } from '../reference/told-to-applicants.ts';
import { referenceFiles } from '../../testing/reference-files.ts';
import { explanationWords } from '../../testing/explanation-words.ts';
import { conventionsOf } from './conventions.ts';
import { neededPlaceholdersOf, placeholdersOf, readTemplate, type TemplatePart } from './template.ts';

const catalogues = buildMessageCatalogues(referenceFiles);
const english = catalogues.get('en')?.sentences ?? {};
const others = languages.filter((language) => language !== 'en');

/** What the letter, the internal explanation and mails speak with, beside their own words; every sentence of these stands in every language. */
const spoken = [
  ...Object.keys(explanationWords),
  'mail',
  'finding',
  'signal',
  'legal-status',
  'legal-status-name',
  'not-indicted',
  'question',
  'source',
  'source-state',
  'confirmation',
  'document',
  'register-kind',
  'identifier-type',
  'problem',
  'gap',
  'ownership',
  'effect',
  'pair-reason',
  'batch-row',
  'batch-note',
];
const groupOf = (code: string) => code.slice(0, code.indexOf('.'));
const needed = Object.keys(english).filter((code) => spoken.includes(groupOf(code)));

for (const language of others) {
  const { sentences = {} } = catalogues.get(language) ?? {};

  test(`${language}: no sentence of letters and explanations is missing, and none is unused`, () => {
    assert.deepEqual(
      needed.filter((code) => !Object.hasOwn(sentences, code)),
      [],
      'missing',
    );
    assert.deepEqual(
      Object.keys(sentences).filter((code) => !needed.includes(code)),
      [],
      'unused',
    );
  });

  test(`${language}: every sentence speaks of the facts that the English one speaks of, and can leave out the same`, () => {
    for (const [code, text] of Object.entries(sentences)) {
      const own = english[code] ?? '';
      assert.deepEqual(placeholdersOf(text).toSorted(), placeholdersOf(own).toSorted(), code);
      assert.deepEqual(neededPlaceholdersOf(text).toSorted(), neededPlaceholdersOf(own).toSorted(), code);
      assert.deepEqual(groupsIn(text), groupsIn(own), code);
    }
  });
}

for (const language of languages)
  test(`${language}: every sentence can be read, and has each form of number that the language has`, () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    // `many` is of millions in French; `other` is said of them in the same words
    const asked = pluralCategories.filter((category) => !(language === 'fr' && category === 'many'));
    for (const [code, text] of Object.entries(catalogues.get(language)?.sentences ?? {})) {
      const parts = readTemplate(text);
      assert.ok(parts, code);
      for (const { cases } of pluralsIn(parts))
        assert.deepEqual(
          asked.filter((category) => !cases.has(category)),
          [],
          code,
        );
    }
  });

test('what no person has confirmed is marked as made by a machine, with the language it was made from', () => {
  const marked = languages.filter((language) => catalogues.get(language)?.translation !== undefined);
  assert.deepEqual(marked, ['zh', 'ja', 'ar', 'fr']);
  for (const language of marked) {
    const catalogue = catalogues.get(language);
    assert.ok(catalogue && isMachineMade(catalogue));
    assert.equal(catalogue.translation?.of, 'id');
  }
});

test('what an applicant is asked for is called for by findings that there are, none of a list, a path or a signal', () => {
  for (const finding of buildToldToApplicants(referenceFiles).needs.keys()) {
    assert.ok(Object.hasOwn(english, `finding.${finding}`), finding);
    assert.doesNotMatch(finding, /^(hit|path|signal|destination|place)|listed|watched/, finding);
  }
});

test('days and numbers are written as people of the language write them, and facts of another direction are kept apart', () => {
  const written = languages.map((language) => conventionsOf(language).text('2016-11-14'));
  assert.deepEqual(written, [
    '14 November 2016',
    'November 14, 2016',
    '2016年11月14日',
    '2016年11月14日',
    '14 نوفمبر 2016',
    '14 novembre 2016',
  ]);
  assert.equal(conventionsOf('id').text(1234.5), '1.234,5');
  assert.equal(conventionsOf('fr').text('2016-11-14T08:00:00.000Z'), '14 novembre 2016');
  assert.equal(conventionsOf('en').text('2016-13-14'), '2016-13-14');
  assert.equal(conventionsOf('ar').isolated('Mihon'), '\u2068Mihon\u2069');
  assert.equal(conventionsOf('ja').isolated('Mihon'), 'Mihon');
});

const groupsIn = (text: string) =>
  [...text.matchAll(/\{(\w+:[a-z-]+)\}/g)].map(([, group = '']) => group).toSorted((a, b) => (a < b ? -1 : 1));

function pluralsIn(parts: readonly TemplatePart[]): readonly Extract<TemplatePart, { kind: 'plural' | 'select' }>[] {
  return parts.flatMap((part) => {
    if (part.kind === 'optional') return pluralsIn(part.parts);
    return part.kind === 'plural' ? [part, ...[...part.cases.values()].flatMap(pluralsIn)] : [];
  });
}
