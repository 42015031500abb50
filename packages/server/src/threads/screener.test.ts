import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entityOf } from '@sekisho/engine/model/entity.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { subjectNamed } from '@sekisho/engine/model/subject.ts';
import { buildNameReference } from '@sekisho/engine/reference/name-reference.ts';
import { buildIndex } from '@sekisho/engine/search/build-index.ts';
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';
import { screenHere, screenInThreads } from './screener.ts';

const reference = buildNameReference(referenceFiles);
const names = ['Tariq Mansouri', '山田太郎', 'Анна Келлер'];
const entities = names.map((text, place) =>
  entityOf({ source: 'own-x', recordId: String(place), schema: 'Person', names: [{ text, kind: 'primary' }] }),
);
const index = buildIndex([{ source: 'own-x', editionId: 'e', entities }], reference);
const settings = { minScore: 0.5, limit: 10 };
const subjects = ['Anna Keller', 'Yamada Taro', 'Robert Fletcher', '😀'].map((name) => subjectNamed(name, 'Person'));

test('threads find what is found here, whichever answers first', async () => {
  const expected = await screenHere(index, settings).screen(subjects);
  assert.deepEqual(
    expected.map(({ hits }) => hits[0]?.entityId),
    ['own-x:2', 'own-x:1', undefined, undefined],
  );
  const threads = screenInThreads(index, settings, referenceFiles, 2);
  try {
    const answers = await Promise.all(Array.from({ length: 7 }, () => threads.screen(subjects)));
    for (const answer of answers) assert.deepEqual(answer, expected);
  } finally {
    await threads.close();
  }
});

test('a thread that cannot begin fails what it was asked, then and later', async () => {
  const threads = screenInThreads(index, settings, new Map(), 1);
  const isDead = (error: unknown) => error instanceof Problem && error.code === 'batch.thread';
  await assert.rejects(() => threads.screen(subjects), isDead);
  await assert.rejects(() => threads.screen(subjects), isDead);
  await threads.close();
});
