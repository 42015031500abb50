// An edition of a register in, opened for looking companies up by names folded as they are folded now.
import { createHash } from 'node:crypto';
import {
  registerNameKeys,
  registerNameKeysVersion,
  registerNumberKey,
} from '@sekisho/engine/identity/register-name-keys.ts';
import type { Edition } from '@sekisho/engine/model/edition.ts';
import type { RegisterRow } from '@sekisho/engine/model/register.ts';
import type { Reference } from '@sekisho/engine/reference/reference.ts';
import type { ReferenceFiles } from '@sekisho/engine/reference/reference-files.ts';
import type { RegisterReader } from '../store/registers/register-reader.ts';
import type { Parts } from './parts.ts';

/** @throws Problem `edition.damaged`. */
export async function openRegister(
  edition: Edition,
  { registerFiles, reference, nameKeysVersion }: Pick<Parts, 'registerFiles' | 'reference' | 'nameKeysVersion'>,
): Promise<RegisterReader> {
  if (!registerFiles.hasNameKeys(edition, nameKeysVersion))
    await registerFiles.renewNameKeys(edition, (row) => nameKeysOf(row, reference), nameKeysVersion);
  return registerFiles.open(edition, nameKeysVersion);
}

/**
 * Everything a company can be looked for by: its names, kana and English name, folded, and its numbers in other registers. Also of one that asks not to be found
 * by search: that is asked of the public page, and a buyer who names it has named it himself.
 */
export function nameKeysOf(row: RegisterRow, { names }: Pick<Reference, 'names'>): readonly string[] {
  const numbers = (row.identifiers ?? []).map(registerNumberKey).filter((key) => key !== undefined);
  return [...new Set([...namesOfRow(row).flatMap((text) => registerNameKeys(text, names)), ...numbers])];
}

/** The name, its reading, the English one, and all others. */
export function namesOfRow({ name, kana, englishName, otherNames = [] }: RegisterRow): readonly string[] {
  return [name, kana, englishName, ...otherNames.map(({ text }) => text)].filter((text) => text !== undefined);
}

/** Another one whenever the same name could fold to other keys: the tables of names and readings decide that. */
export function nameKeysVersionOf(files: ReferenceFiles): string {
  const hash = createHash('sha256').update(String(registerNameKeysVersion));
  for (const [file, text] of files) if (/^(names|readings)\//.test(file)) hash.update(`\n${file}\n${text}`);
  return hash.digest('hex').slice(0, 16);
}
