// What changed between two states of a list: by merging streams, and by the plainest way there is.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { entityOf, type Entity } from '@sekisho/engine/model/entity.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';
import type { SourceField } from '@sekisho/sources/importer.ts';
import type { StoredEntity } from '../store/edition-files.ts';
import { changesBetween } from './delta.ts';

const text = fc.constantFrom('a', 'b', '名');
const entities = fc
  .uniqueArray(
    fc.record({
      recordId: fc.string({ minLength: 1, maxLength: 2 }),
      names: fc.array(text, { minLength: 1, maxLength: 3 }),
      remarks: fc.array(text, { maxLength: 1 }),
      updatedOn: fc.option(fc.constantFrom('2020', '2021'), { nil: undefined }),
    }),
    { selector: ({ recordId }) => recordId, maxLength: 20 },
  )
  .map((list) =>
    list.map(({ recordId, names, remarks, updatedOn }) =>
      entityOf({
        source: 'own-x',
        recordId,
        schema: 'Person',
        names: names.map((name) => ({ text: name, kind: 'alias' })),
        remarks,
        ...(updatedOn !== undefined && { updatedOn }),
      }),
    ),
  );
const leftOuts = fc.subarray<SourceField>(['aliases', 'remarks', 'updatedOn']);

test('the same as with both lists in memory and every value compared', async () => {
  await fc.assert(
    fc.asyncProperty(
      entities,
      entities,
      leftOuts,
      fc.integer({ min: 1, max: 5 }),
      async (before, after, leftOut, size) => {
        const changes = await Array.fromAsync(changesBetween(stream(before, size), stream(after, size), leftOut));
        assert.deepEqual(
          changes.map((change) => [
            change.change,
            change.id,
            ...(change.change === 'changed'
              ? [change.fields.map(({ field, before: was, after: is }) => [field, was, is])]
              : []),
          ]),
          naiveChanges(before, after, leftOut),
        );
      },
    ),
  );
});

function naiveChanges(before: readonly Entity[], after: readonly Entity[], leftOut: readonly SourceField[]): unknown[] {
  const seen = (entity: Entity): Entity => {
    const seenPart = structuredClone(entity) as unknown as Record<string, unknown>;
    if (leftOut.includes('aliases')) seenPart['names'] = entity.names.slice(0, 1);
    for (const field of leftOut) Reflect.deleteProperty(seenPart, field);
    return seenPart as unknown as Entity;
  };
  const ids = [...new Set([...before, ...after].map(({ id }) => id))].sort();
  return ids.flatMap((id): unknown[] => {
    const [was, is] = [before, after].map((list) => list.find((entity) => entity.id === id));
    if (!was) return [['added', id]];
    if (!is) return [['removed', id]];
    const [one, other] = [seen(was), seen(is)] as unknown as [Record<string, unknown>, Record<string, unknown>];
    const fields = [...new Set([...Object.keys(one), ...Object.keys(other)])]
      .sort()
      .filter((field) => JSON.stringify(one[field]) !== JSON.stringify(other[field]))
      .map((field) => [field, one[field], other[field]]);
    return fields.length === 0 ? [] : [['changed', id, fields]];
  });
}

async function* stream(list: readonly Entity[], size: number): AsyncGenerator<readonly StoredEntity[]> {
  const sorted = list.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const stored = sorted.map((entity) => ({ id: entity.id, line: canonicalJson(entity), entity }));
  for (let from = 0; from < stored.length; from += size) yield await Promise.resolve(stored.slice(from, from + size));
}
