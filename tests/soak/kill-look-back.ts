// Kills (default 20) and buyers of the past (default 2,000) in; look-backs over two editions of OFAC's list, below SEKISHO_DEV_DATA (without
// it: of an invented one), are killed that often. Out: that the alerts are those of screening everything anew, each once.
//
//   node run.mjs tests/soak/kill-look-back.ts [kills] [buyers]
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inventedEditions } from '../support/invented-ofac.ts';
import { killLookBacks } from '../support/kill-look-backs.ts';
import { officialEditions } from '../support/past-buyers.ts';

const [kills, buyers] = [Number(process.argv[2] ?? 20), Number(process.argv[3] ?? 2000)];
if (![kills, buyers].every((count) => Number.isSafeInteger(count) && 0 <= count)) {
  console.error('usage: node run.mjs tests/soak/kill-look-back.ts [kills] [buyers]');
  process.exit(2);
}

const stage = await mkdtemp(path.join(tmpdir(), 'sekisho-soak-'));
try {
  const official = process.env['SEKISHO_DEV_DATA'] ?? '';
  const editions = official === '' ? await inventedEditions(stage) : officialEditions(official);
  const started = performance.now();
  const { alertsAtKill, alerts } = await killLookBacks(stage, editions, { buyers, kills }, (known) => {
    if (process.stderr.isTTY) process.stderr.write(`\rkilled with ${String(known)} alerts`);
  });
  console.log(
    `${String(kills)} kills over ${String(buyers)} buyers, with ${alertsAtKill.join(', ')} alerts raised; in the end ${String(alerts)}, ` +
      `those of screening everything anew, each once; ${String(Math.round((performance.now() - started) / 1000))} s`,
  );
} finally {
  await rm(stage, { recursive: true, force: true });
}
