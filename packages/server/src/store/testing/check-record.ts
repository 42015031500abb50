// An open store in, its record's entries out: every one read, its place in the chain and its seal computed anew.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { OpenEntry } from '@sekisho/engine/model/record-entry.ts';
import { hashOf, NO_ENTRY, sealOf } from '@sekisho/engine/record/chain.ts';
import type { StoreReader } from '../store.ts';

const PAGE = 500;

/** The entries after `checked` (none: all), which must follow it in an unbroken chain that ends in the store's head. */
export async function checkRecord(store: StoreReader, checked?: OpenEntry): Promise<readonly OpenEntry[]> {
  const entries: OpenEntry[] = [];
  let last = checked;
  for (;;) {
    const page = await store.entries({ from: (last?.sequence ?? 0) + 1, limit: PAGE });
    for (const entry of page) {
      assert.equal(entry.sequence, (last?.sequence ?? 0) + 1);
      assert.equal(entry.previous, last?.hash ?? NO_ENTRY);
      assert.equal(entry.hash, hashOf(entry, sha256));
      if (entry.salt !== undefined && entry.payload !== undefined)
        assert.equal(entry.seal, sealOf(entry.salt, entry.payload, sha256));
      entries.push(entry);
      last = entry;
    }
    if (page.length < PAGE) break;
  }
  assert.equal((await store.head())?.hash, last?.hash);
  return entries;
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
