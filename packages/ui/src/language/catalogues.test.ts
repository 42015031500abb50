// The interface's texts in six languages in, those that are missing, that lack a fact or cannot be formatted out.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createIntl } from 'react-intl';

const languages = ['en', 'id', 'zh', 'ja', 'ar', 'fr'] as const;
const english = textsIn('en').texts;

for (const language of languages)
  test(`${language} has every text and none besides; each can be formatted and has the facts of the English one`, () => {
    const { texts } = textsIn(language);
    assert.deepEqual(Object.keys(texts).sort(), Object.keys(english).sort());
    const refuse = (error: Error) => {
      throw error;
    };
    const intl = createIntl({ locale: language, messages: { ...texts }, onError: refuse });
    for (const [id, text] of Object.entries(texts)) {
      const facts = factsOf(text);
      assert.deepEqual(facts, factsOf(english[id] ?? ''), id);
      for (const count of [0, 1, 2, 5, 11, 100])
        assert.match(intl.formatMessage({ id }, Object.fromEntries(facts.map((fact) => [fact, count]))), /\S/, id);
    }
  });

test('all but the main language and English say that a machine translated them, until somebody confirms it', () => {
  for (const language of languages)
    assert.equal(textsIn(language).$translation?.of, ['en', 'id'].includes(language) ? undefined : 'id', language);
});

interface Texts {
  readonly texts: Readonly<Record<string, string>>;
  readonly $translation?: { readonly of: string };
}

function textsIn(language: string): Texts {
  const file = new URL(`../../../../data/messages/ui/${language}.json`, import.meta.url);
  const { $translation, ...texts } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string> & {
    $translation?: { of: string };
  };
  return { texts, ...($translation && { $translation }) };
}

/** The names of what a text speaks of: `{name}`, `{count, plural, …}`. */
function factsOf(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{([a-z]\w*)(?=\}|, plural)/gi)].map(([, fact = '']) => fact))].sort();
}
