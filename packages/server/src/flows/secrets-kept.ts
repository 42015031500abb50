// The parts and where keys are in, the box that secrets of this folder are kept in out.
import { openSecretBox, type SecretBox } from '../record/secret-box.ts';
import type { RecordPlaces } from './checkpoint.ts';
import type { Parts } from './parts.ts';

/** @throws Problem `record.key` */
export async function secretBox({ store }: Pick<Parts, 'store'>, places: RecordPlaces): Promise<SecretBox> {
  const { keysFolder, dataFolder } = places;
  return openSecretBox({ keysFolder, dataFolder, recordId: store.folder.id });
}
