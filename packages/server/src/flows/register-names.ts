// An edition of a register in, opened for looking companies up by keys made as they are made now.
import { createHash } from 'node:crypto';
import { registerNameKeysVersion } from '@sekisho/engine/identity/register-name-keys.ts';
import type { Edition } from '@sekisho/engine/model/edition.ts';
import type { ReferenceFiles } from '@sekisho/engine/reference/reference-files.ts';
import type { RegisterReader } from '../store/registers/register-reader.ts';
import { registerOf } from './own-registers.ts';
import type { Parts } from './parts.ts';
import { companyKeys } from './register-keys.ts';

/** @throws Problem `edition.damaged`. */
export async function openRegister(
  edition: Edition,
  parts: Pick<Parts, 'registerFiles' | 'reference' | 'nameKeysVersion' | 'registerImporters' | 'editionFiles'>,
): Promise<RegisterReader> {
  const { registerFiles, reference, nameKeysVersion } = parts;
  if (!registerFiles.hasNameKeys(edition, nameKeysVersion)) {
    const keys = companyKeys((await registerOf(edition, parts))?.country, reference);
    await registerFiles.renewNameKeys(edition, keys, nameKeysVersion);
  }
  return registerFiles.open(edition, nameKeysVersion);
}

/** Another one whenever the same row could have other keys: the tables of names, readings and addresses decide that. */
export function nameKeysVersionOf(files: ReferenceFiles): string {
  const hash = createHash('sha256').update(String(registerNameKeysVersion));
  for (const [file, text] of files) if (KEYED_BY.test(file)) hash.update(`\n${file}\n${text}`);
  return hash.digest('hex').slice(0, 16);
}

/** Tables that keys are made with; lists of virtual offices and mail domains are not among them. */
const KEYED_BY = /^(?:names|readings)\/|^addresses\/(?!virtual-offices\.)|^contact\/calling-codes\./;
