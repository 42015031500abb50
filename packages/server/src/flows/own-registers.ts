// The id of a register in, its importer out; and an edition of one in, what the register's numbers are: own ones by their mapping.
import type { Edition } from '@sekisho/engine/model/edition.ts';
import type { RegisterImporter, SourceDescription } from '@sekisho/sources/importer.ts';
import { OWN_REGISTER_PREFIX, ownRegisterImporter } from '@sekisho/sources/registers/catalogue.ts';
import type { EditionFiles } from '../store/edition-files.ts';
import type { HashedFile } from './hashed-files.ts';
import { mappedImporter } from './mapped-importer.ts';
import type { Parts } from './parts.ts';

/** True for the registers of the catalogue, and for `own-register-…`. */
export function isRegister(source: string, { registerImporters }: Pick<Parts, 'registerImporters'>): boolean {
  return registerImporters.has(source) || source.startsWith(OWN_REGISTER_PREFIX);
}

/**
 * Nothing for a source that is a list.
 * @throws Problem `command.usage` and `mapping.invalid` for an own register without its mapping.
 */
export async function registerImporterOf(
  source: string,
  mapping: HashedFile | undefined,
  parts: Pick<Parts, 'registerImporters'>,
): Promise<RegisterImporter | undefined> {
  if (!isRegister(source, parts)) return undefined;
  const own = { noun: 'own register', importerOf: ownRegisterImporter };
  return mappedImporter(source, mapping, parts.registerImporters.get(source), own);
}

/**
 * What the numbers of an edition's register are and whose companies it has; nothing for a source that is unknown now.
 * @throws Problem `edition.damaged` when the mapping kept with an own one is.
 */
export async function registerOf(
  { source, files }: Pick<Edition, 'source' | 'files'>,
  { registerImporters, editionFiles }: Pick<Parts, 'registerImporters' | 'editionFiles'>,
): Promise<SourceDescription['register']> {
  const known = registerImporters.get(source);
  if (known) return known.description.register;
  const mapping = files.find(({ role }) => role === 'mapping');
  if (!mapping) return undefined;
  let read = ownRegisters.get(editionFiles);
  if (!read) ownRegisters.set(editionFiles, (read = new Map<string, SourceDescription['register']>()));
  const kept = read.get(mapping.sha256);
  if (kept) return kept;
  const text = Buffer.from(await editionFiles.loadCompanion(mapping.sha256)).toString('utf8');
  const { register } = ownRegisterImporter(text, mapping.name).description;
  read.set(mapping.sha256, register);
  return register;
}

/** By the hash of the mapping, which never changes: a look-up asks for it each time. */
const ownRegisters = new WeakMap<EditionFiles, Map<string, SourceDescription['register']>>();
