// The commands of docs/record.md, run on a real export where the public tools they need are there.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { exportRecord } from './export-record.ts';
import { fillRecord, makeRecordPlace, START } from './testing/record-place.ts';

const page = new URL('../../../../docs/record.md', import.meta.url);

function missingTools(): string | false {
  try {
    execFileSync('sh', ['-c', 'jq --version && xxd -v && sha256sum --version && base64 --version'], {
      stdio: 'ignore',
    });
    return execFileSync('sh', ['-c', 'openssl version'], { encoding: 'utf8' }).startsWith('OpenSSL 3')
      ? false
      : 'needs OpenSSL 3';
  } catch {
    return 'needs jq, xxd, sha256sum, base64 and openssl';
  }
}

test('a record is verified by hand as the page says', { skip: missingTools() }, async (t) => {
  const place = await makeRecordPlace(t);
  await fillRecord(place);
  const publicKeys = new Map([[place.key.keyId, place.key.publicKey]]);
  await exportRecord(place.store, { file: path.join(place.folder, 'export.jsonl'), publicKeys, exportedAt: START });
  const commands = /```sh\n([\s\S]*?)```/.exec(await readFile(page, 'utf8'))?.[1];
  assert.ok(commands);
  const printed = execFileSync('sh', ['-euc', commands], { cwd: place.folder, encoding: 'utf8' });
  const [seal, sealFound, hash, hashFound, keyId, keyIdFound, verified, last, lastFound] = printed.trim().split('\n');
  const entries = await place.store.entries({ from: 1, limit: 50 });
  assert.deepEqual([seal, sealFound], [entries[3]?.seal, entries[3]?.seal]);
  assert.deepEqual([hash, hashFound], [entries[3]?.hash, entries[3]?.hash]);
  assert.deepEqual([keyId, keyIdFound], [place.key.keyId, place.key.keyId]);
  assert.equal(verified, 'Signature Verified Successfully');
  assert.deepEqual([last, lastFound], [entries[49]?.hash, entries[49]?.hash]);
});
