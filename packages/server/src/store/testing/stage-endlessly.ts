// For tests that kill a process: the data folder named first gets a list that never ends; a line once it is being written.
import { entityOf, type Entity } from '@sekisho/engine/model/entity.ts';
import { EditionFiles } from '../edition-files.ts';

await new EditionFiles(process.argv[2] ?? '').stageList(endless());

async function* endless(): AsyncGenerator<readonly Entity[]> {
  for (let number = 0; ; number++) {
    const remarks = ['an invented remark '.repeat(5000)];
    yield [entityOf({ source: 'own-x', recordId: String(number), schema: 'Person', names: [], remarks })];
    // more than is held in memory: parts wait in files by now
    if (number === 1000) await new Promise<void>((done) => process.stdout.write('under way\n', () => done()));
  }
}
