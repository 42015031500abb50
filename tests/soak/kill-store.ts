// A number of rounds in (default 60); in each, two processes write to one store and are killed while they do. Out: what
// was acknowledged and found again, on SQLite and, where SEKISHO_TEST_DATABASE_URL is set, on PostgreSQL.
//
//   node run.mjs tests/soak/kill-store.ts [rounds]
//   scripts/with-postgres.sh node run.mjs tests/soak/kill-store.ts [rounds]
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { killRounds, type KillCounts } from '@sekisho/server/store/testing/kill-rounds.ts';
import { postgresPlace } from '@sekisho/server/store/testing/postgres-place.ts';
import type { StoreAddress } from '@sekisho/server/store/testing/store-place.ts';

const rounds = Number(process.argv[2] ?? 60);
if (!Number.isSafeInteger(rounds) || rounds < 1) {
  console.error('usage: node run.mjs tests/soak/kill-store.ts [rounds]');
  process.exit(2);
}

const folder = await mkdtemp(path.join(tmpdir(), 'sekisho-soak-'));
try {
  await soak('SQLite', { folderPath: path.join(folder, 'data') });
} finally {
  await rm(folder, { recursive: true });
}

const databaseUrl = process.env['SEKISHO_TEST_DATABASE_URL'];
if (databaseUrl === undefined) console.log('PostgreSQL: not run, SEKISHO_TEST_DATABASE_URL is not set');
else {
  const place = await postgresPlace(databaseUrl);
  try {
    await soak('PostgreSQL', place.address);
  } finally {
    await place.dispose();
  }
}

async function soak(kind: string, address: StoreAddress): Promise<void> {
  const counts = await killRounds(address, rounds, (soFar) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${told(kind, soFar)}`);
  });
  if (process.stderr.isTTY) process.stderr.write('\n');
  console.log(`${told(kind, counts)}; every acknowledged one was there, the chain unbroken`);
}

function told(kind: string, { rounds, acknowledged, unacknowledged }: KillCounts): string {
  return `${kind}: ${String(rounds)} rounds, ${String(acknowledged)} entries acknowledged, ${String(unacknowledged)} more kept`;
}
