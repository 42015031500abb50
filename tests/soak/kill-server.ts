// A number of rounds in (default 100), in each of which a serving process is killed under load; what was acknowledged and found again out.
//
//   node run.mjs tests/soak/kill-server.ts [rounds]
import { killServer } from '../support/kill-server.ts';

const rounds = Number(process.argv[2] ?? 100);
if (!Number.isSafeInteger(rounds) || rounds < 1) {
  console.error('usage: node run.mjs tests/soak/kill-server.ts [rounds]');
  process.exit(2);
}
const told = await killServer(rounds, ({ rounds: done, applications, notes }) => {
  if (process.stderr.isTTY)
    process.stderr.write(`\r${String(done)} kills, ${String(applications)} orders, ${String(notes)} notes`);
});
console.log(
  `${String(told.rounds)} kills: ${String(told.applications)} orders and ${String(told.notes)} notes acknowledged, every one was there, the record whole`,
);
