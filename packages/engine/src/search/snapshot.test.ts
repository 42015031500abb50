// A saved index is the index that was saved, or it is refused with a reason: nothing between, whatever became of its bytes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { entityOf } from '../model/entity.ts';
import { Problem } from '../model/problem.ts';
import { subjectNamed } from '../model/subject.ts';
import { buildNameReference } from '../reference/name-reference.ts';
import { referenceFiles } from '../../testing/reference-files.ts';
import { buildIndex } from './build-index.ts';
import { INDEX_FORMAT, readBlock, sealBlock, type IndexHeader } from './index-format.ts';
import { search } from './search.ts';
import { openSnapshot, type SnapshotBasis } from './snapshot.ts';

const reference = buildNameReference(referenceFiles);
const entities = ['Tariq Mansouri', '山田太郎', 'Анна Келлер', 'Ōgi Shipping Co., Ltd.', '凌曉海'].map((text, place) =>
  entityOf({
    source: 'own-x',
    recordId: String(place),
    schema: place === 3 ? 'Company' : 'Person',
    names: [{ text, kind: 'primary' }],
  }),
);
const basis = {
  madeWith: '1 a',
  editions: [
    { source: 'own-x', editionId: 'e1' },
    { source: 'own-y', editionId: 'e2' },
  ],
} as const satisfies SnapshotBasis;
const build = () =>
  buildIndex(
    [
      { ...basis.editions[0], entities },
      { ...basis.editions[1], entities: entities.slice(1, 3) },
    ],
    reference,
    { madeWith: basis.madeWith },
  );
const built = build();
const open = (bytes: SharedArrayBuffer, wanted: SnapshotBasis = basis) => openSnapshot(bytes, reference, wanted);

test('a snapshot answers as the index it was taken of', () => {
  const opened = open(copyOf(built.bytes));
  assert.deepEqual(opened.editions, basis.editions);
  for (const name of ['Anna Keller', 'Yamada Taro', 'Mansoori Tarik', 'Ogi Shipping', 'Robert Fletcher']) {
    const subject = subjectNamed(name, 'LegalEntity');
    const settings = { minScore: 0.5, limit: 10 };
    assert.deepEqual(search(opened, subject, settings), search(built, subject, settings));
  }
});

test('an index without entities comes back', () => {
  const empty = { madeWith: '', editions: [] };
  assert.equal(open(copyOf(buildIndex([], reference).bytes), empty).size, 0);
});

test('the same lists make the same bytes', () => {
  assert.deepEqual(new Uint8Array(build().bytes), new Uint8Array(built.bytes));
});

test('a byte that is another is found, wherever it is', () => {
  fc.assert(
    fc.property(fc.nat(built.bytes.byteLength - 1), fc.integer({ min: 1, max: 255 }), (place, difference) => {
      const bytes = copyOf(built.bytes);
      const view = new Uint8Array(bytes);
      view[place] = (view[place] as number) ^ difference;
      assert.throws(() => open(bytes), isRefused);
    }),
    { numRuns: 500 },
  );
});

test('what is cut off or has grown is refused', () => {
  const all = new Uint8Array(built.bytes);
  fc.assert(
    fc.property(fc.nat(all.length - 1), (length) =>
      assert.throws(() => open(sharedOf(all.subarray(0, length))), isDamaged),
    ),
  );
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 64 }), (more) =>
      assert.throws(() => open(sharedOf(Uint8Array.of(...all, ...more))), isDamaged),
    ),
    { numRuns: 20 },
  );
});

test('bytes of any kind are refused', () => {
  const mark = new Uint8Array(built.bytes).slice(0, 8);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
      assert.throws(() => open(sharedOf(noise)), isDamaged);
      assert.throws(() => open(sharedOf(Uint8Array.of(...mark, ...noise))), isDamaged);
    }),
  );
});

test('a header of any kind is read or refused, whole as its bytes may be', () => {
  const { header } = blockOf(built.bytes);
  const wild = fc.oneof(fc.jsonValue(), fc.maxSafeInteger(), fc.constantFrom(-1, 0.5, 1e300, 2 ** 53, null, '8'));
  const changed = fc.oneof(
    fc.jsonValue(),
    fc.tuple(fc.constantFrom(...Object.keys(header)), wild).map(([key, value]) => ({ ...header, [key]: value })),
    fc
      .tuple(fc.constantFrom(...Object.keys(header.lengths)), wild)
      .map(([part, value]) => ({ ...header, lengths: { ...header.lengths, [part]: value } })),
  );
  fc.assert(
    fc.property(changed, (said) => {
      const bytes = withHeader(JSON.stringify(said));
      try {
        open(bytes);
      } catch (error) {
        assert.ok(isRefused(error), String(error));
      }
    }),
    { numRuns: 500 },
  );
  assert.throws(() => open(withHeader('{"format":')), isDamaged);
});

const outdated: readonly {
  what: string;
  wanted?: Partial<SnapshotBasis>;
  header?: Partial<IndexHeader>;
  reason: RegExp;
}[] = [
  { what: 'of another format', header: { format: INDEX_FORMAT + 1 }, reason: /format \d+, and \d+ is read/ },
  { what: 'made with other data', wanted: { madeWith: '1 b' }, reason: /made with 1 a, not with 1 b/ },
  {
    what: 'of another edition',
    wanted: { editions: [basis.editions[0], { source: 'own-y', editionId: 'e3' }] },
    reason: /holds own-y e2 where own-y e3 is in use/,
  },
  {
    what: 'of editions in another order',
    wanted: { editions: basis.editions.toReversed() },
    reason: /holds own-x e1 where own-y e2 is in use/,
  },
  {
    what: 'of a list too few',
    wanted: { editions: [...basis.editions, { source: 'z', editionId: 'e' }] },
    reason: /no list where z e/,
  },
  { what: 'of a list too many', wanted: { editions: basis.editions.slice(0, 1) }, reason: /own-y e2 where no list/ },
];
for (const { what, wanted, header, reason } of outdated)
  test(`a snapshot ${what} is outdated, and says so`, () => {
    const bytes = header ? withHeader(JSON.stringify({ ...blockOf(built.bytes).header, ...header })) : built.bytes;
    assert.throws(
      () => open(bytes, { ...basis, ...wanted }),
      (error) =>
        error instanceof Problem && error.code === 'index.outdated' && reason.test(String(error.facts['reason'])),
    );
  });

function blockOf(bytes: SharedArrayBuffer): { readonly header: IndexHeader } {
  const block = readBlock(bytes);
  assert.ok('header' in block);
  return block;
}

/** The same parts behind another header, sealed again. */
function withHeader(text: string): SharedArrayBuffer {
  const all = new Uint8Array(built.bytes);
  const before = new DataView(built.bytes).getUint32(12, true);
  const header = new TextEncoder().encode(text);
  const padding = new Uint8Array((8 - (header.length % 8)) % 8);
  const parts = all.subarray(Math.ceil((16 + before) / 8) * 8);
  const bytes = sharedOf(Uint8Array.from([...all.subarray(0, 16), ...header, ...padding, ...parts]));
  new DataView(bytes).setUint32(12, header.length, true);
  sealBlock(bytes);
  return bytes;
}

const copyOf = (bytes: SharedArrayBuffer) => sharedOf(new Uint8Array(bytes));

function sharedOf(bytes: Uint8Array): SharedArrayBuffer {
  const shared = new SharedArrayBuffer(bytes.length);
  new Uint8Array(shared).set(bytes);
  return shared;
}

const isDamaged = (error: unknown) => error instanceof Problem && error.code === 'index.damaged';
const isRefused = (error: unknown) =>
  error instanceof Problem && ['index.damaged', 'index.outdated'].includes(error.code) && 'reason' in error.facts;
