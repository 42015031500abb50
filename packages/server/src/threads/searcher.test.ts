// What threads find is what is found here, of the index that is asked about; one that dies is replaced, one that cannot begin is done without.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { entityOf } from '@sekisho/engine/model/entity.ts';
import type { Problem } from '@sekisho/engine/model/problem.ts';
import { subjectNamed, type Subject } from '@sekisho/engine/model/subject.ts';
import { buildNameReference } from '@sekisho/engine/reference/name-reference.ts';
import type { ReferenceFiles } from '@sekisho/engine/reference/reference-files.ts';
import { buildIndex } from '@sekisho/engine/search/build-index.ts';
import { search } from '@sekisho/engine/search/search.ts';
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';
import { searchInThreads, type Searcher } from './searcher.ts';

const reference = buildNameReference(referenceFiles);
const indexOf = (edition: string, names: readonly string[]) =>
  buildIndex(
    [
      {
        source: 'own-x',
        editionId: edition,
        entities: names.map((text, place) =>
          entityOf({
            source: 'own-x',
            recordId: `${edition}-${String(place)}`,
            schema: 'Person',
            names: [{ text, kind: 'primary' }],
          }),
        ),
      },
    ],
    reference,
  );
const before = indexOf('before', ['Tariq Mansouri', '山田太郎', 'Анна Келлер']);
const after = indexOf('after', ['Anna Keller', 'Tariq al-Mansouri']);
const settings = { minScore: 0.5, limit: 10 };
const subjects = ['Anna Keller', 'Yamada Taro', 'Tareq Mansuri', '😀'].map((name) => subjectNamed(name, 'Person'));

function threadsFor(t: TestContext, files: ReferenceFiles): Searcher {
  const searcher = searchInThreads({ count: 2, leastNames: 1, readFiles: () => Promise.resolve(files) });
  t.after(() => searcher.close());
  return searcher;
}

async function searched(searcher: Searcher, index: typeof before): Promise<void> {
  const answers = await Promise.all(subjects.map((subject) => searcher.search(index, subject, settings)));
  assert.deepEqual(
    answers,
    subjects.map((subject) => search(index, subject, settings)),
  );
}

test('threads find what is found here, of the index that each question is about', async (t) => {
  const searcher = threadsFor(t, referenceFiles);
  await searched(searcher, before);
  while (searcher.threads < 2) await pause(10);
  await Promise.all(Array.from({ length: 12 }, (_, turn) => searched(searcher, turn % 3 === 0 ? after : before)));
  const unsearchable = { ...subjects[0], names: undefined } as unknown as Subject;
  await assert.rejects(() => searcher.search(after, unsearchable, settings), { code: 'search.thread' });
  await searched(searcher, after);
  assert.equal(searcher.threads, 2);
});

test('where threads cannot begin, it is searched here', async (t) => {
  const searcher = threadsFor(t, new Map());
  await searched(searcher, before);
  await searched(searcher, after);
  assert.equal(searcher.threads, 0);
  const warnings: Problem[] = [];
  const unread = searchInThreads({
    count: 1,
    leastNames: 1,
    readFiles: () => Promise.reject(new Error('gone')),
    onWarning: (problem) => warnings.push(problem),
  });
  t.after(() => unread.close());
  await searched(unread, before);
  await unread.close();
  assert.deepEqual(
    warnings.map(({ code, facts }) => [code, facts['reason']]),
    [['search.thread', 'gone']],
  );
});
