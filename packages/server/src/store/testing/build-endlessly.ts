// For tests that kill a process: the data folder named first gets a register that never ends; a line once it is being written.
import type { RegisterRow } from '@sekisho/engine/model/register.ts';
import { RegisterFiles } from '../registers/register-files.ts';
import { inventedRow } from './invented-rows.ts';

const [folder = '', base] = process.argv.slice(2);
await new RegisterFiles(folder).build({
  ...(base !== undefined && { base }),
  rows: endless(),
  nameKeys: ({ name }) => [name],
});

async function* endless(): AsyncGenerator<readonly RegisterRow[]> {
  for (let batch = 0; ; batch++) {
    yield Array.from({ length: 1000 }, (_, place) =>
      inventedRow(String(1_000_000 + 1000 * batch + place), `架空${String(place)}`.repeat(100)),
    );
    // more than is held in memory: rows wait in a file by now
    if (batch === 100) await new Promise<void>((done) => process.stdout.write('under way\n', () => done()));
  }
}
