// A process of its own: opens the store in argv, appends entries, and prints each that was acknowledged, until it is
// killed or has written as many as argv says. Arguments: address (JSON), the writer's name, how many (0: without end).
import { randomInt } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openStore } from '../open-store.ts';
import { inventedApplication } from './invented.ts';
import type { StoreAddress } from './store-place.ts';

const LONGEST_PADDING = 20_000;

const [address = '', name = '', count = '0'] = process.argv.slice(2);
const now = () => new Date().toISOString();
const store = await openStore({
  ...(JSON.parse(address) as StoreAddress),
  create: { simulation: false },
  now,
});
for (let written = 0; count === '0' || written < Number(count); written++) {
  const id = `${name}-${String(written)}`;
  const application = { ...inventedApplication(id), padding: 'x'.repeat(randomInt(LONGEST_PADDING)) };
  const receivedAt = now();
  const entry = await store.write(async (writer) => {
    const sealed = await writer.seal('application-received', id, { application, revision: 1 }, receivedAt);
    await writer.saveApplication({ id, revision: 1, receivedAt, entry: sealed.sequence });
    return sealed;
  });
  writeSync(process.stdout.fd, `${String(entry.sequence)} ${entry.hash} ${id}\n`);
}
await store.close();
