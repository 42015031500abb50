// A number or a name in, the companies that the registers in use have under it out.
import { checkIdentifier } from '@sekisho/engine/identity/identifiers/check-identifier.ts';
import { kanaKey } from '@sekisho/engine/identity/kana-key.ts';
import { confusedKeys } from '@sekisho/engine/identity/near-name-keys.ts';
import { oneEditKeys } from '@sekisho/engine/identity/one-edit-keys.ts';
import { registerNameKeys } from '@sekisho/engine/identity/register-name-keys.ts';
import type { ActiveEdition } from '@sekisho/engine/model/edition.ts';
import type { IdentifierCheck, IdentifierType } from '@sekisho/engine/model/identifier.ts';
import { identifierTypes } from '@sekisho/engine/model/identifier.ts';
import type { RegisterFact } from '@sekisho/engine/model/register.ts';
import { subjectNamed } from '@sekisho/engine/model/subject.ts';
import type { NameReference } from '@sekisho/engine/reference/name-reference.ts';
import type { Reference } from '@sekisho/engine/reference/reference.ts';
import type { EntityIndex } from '@sekisho/engine/search/entity-index.ts';
import { search } from '@sekisho/engine/search/search.ts';
import { wordsSetting } from '@sekisho/engine/signals/observation.ts';
import type { RegisterReader } from '../store/registers/register-reader.ts';
import { registerOf } from './own-registers.ts';
import type { Parts } from './parts.ts';
import { permit } from './permit.ts';
import { registerIndex } from './register-index.ts';
import { namesOfRow } from './register-keys.ts';
import { openRegister } from './register-names.ts';
import { registersInUse } from './registers-in-use.ts';

export interface FoundCompany {
  /** `number`: its number was asked for. `name`: it has or had the name. `spelling`: a name of it is like the one asked for. */
  readonly by: 'number' | 'name' | 'spelling';
  readonly fact: RegisterFact;
  /** 0 to 1, of a spelling. */
  readonly score?: number;
  /** The name of it that is like the one asked for. */
  readonly foundName?: string;
}

export interface RegisterLookUp {
  readonly register: string;
  readonly editionId: string;
  readonly standsAt: string;
  readonly complete: boolean;
  /** What is equal first, then by score. */
  readonly companies: readonly FoundCompany[];
  readonly isCutOff: boolean;
  /** False for a register that is too large to be searched by spelling. */
  readonly isSearchedBySpelling: boolean;
}

export interface LookUpSettings {
  /** Default: all in use. */
  readonly registers: readonly string[];
  /** The most companies of one register. */
  readonly limit: number;
  /** The least score of a spelling, 0 to 1. */
  readonly minScore: number;
}

/** @throws Problem `source.unknown` for a register that is not in use, `edition.not-found` when none is, `edition.damaged`. */
export async function lookUpCompany(
  text: string,
  settings: LookUpSettings,
  parts: Parts,
): Promise<readonly RegisterLookUp[]> {
  permit(parts, 'register.look-up');
  const editions = await registersInUse(settings.registers, parts);
  const answers: RegisterLookUp[] = [];
  for (const { edition } of editions) {
    const reader = await openRegister(edition, parts);
    try {
      const { numbers = 'registration-number' } = (await registerOf(edition, parts)) ?? {};
      const byNumber = factOfNumber(text, numbers, reader);
      const found = byNumber
        ? { companies: [byNumber], isCutOff: false, isSearchedBySpelling: true }
        : companiesNamed(
            text,
            { reader, index: await registerIndex(edition, reader, parts) },
            settings,
            parts.reference,
          );
      answers.push({
        register: edition.source,
        editionId: edition.id,
        standsAt: edition.publishedOn,
        complete: edition.complete,
        ...found,
      });
    } finally {
      reader.close();
    }
  }
  return answers;
}

/** A number as one type of identifier, with the company that a register has under it. */
export interface CheckedNumber extends Omit<IdentifierCheck, 'party'> {
  readonly fact?: RegisterFact;
}

/** What a text can be as a number: each type whose form fits, and whether a register in use has it. */
export async function checkNumber(
  value: string,
  type: IdentifierType | undefined,
  parts: Parts,
): Promise<readonly CheckedNumber[]> {
  permit(parts, 'register.look-up');
  const types = type === undefined ? identifierTypes.filter((one) => isTelling(one)) : [type];
  const checks = types.flatMap((one) => {
    const checked = checkIdentifier({ type: one, value });
    return checked.state === 'FORMAT_INVALID' && type === undefined
      ? []
      : [{ identifier: { type: one, value }, ...checked }];
  });
  const editions = await registersInUse([], parts).catch(() => []);
  const answers = [];
  for (const check of checks) {
    const fact =
      check.normalised === undefined ? undefined : await factIn(editions, check.identifier.type, value, parts);
    answers.push(fact ? { ...check, state: 'CONFIRMED' as const, fact } : check);
  }
  return answers;
}

/** Types without a form of their own take any text. */
function isTelling(type: IdentifierType): boolean {
  return checkIdentifier({ type, value: 'zz' }).state === 'FORMAT_INVALID';
}

async function factIn(
  editions: readonly ActiveEdition[],
  type: IdentifierType,
  value: string,
  parts: Parts,
): Promise<RegisterFact | undefined> {
  for (const { edition } of editions) {
    if ((await registerOf(edition, parts))?.numbers !== type) continue;
    const reader = await openRegister(edition, parts);
    try {
      const found = factOfNumber(value, type, reader);
      if (found) return found.fact;
    } finally {
      reader.close();
    }
  }
  return undefined;
}

function factOfNumber(text: string, type: IdentifierType, reader: RegisterReader): FoundCompany | undefined {
  if (!/\d/.test(text)) return undefined;
  const { normalised } = checkIdentifier({ type, value: text });
  const fact = normalised === undefined ? undefined : reader.byNumber(normalised);
  return fact && { by: 'number', fact };
}

/**
 * Companies by the whole name first, then by what is left of it without the legal form; then, when no
 * company has the whole name, those whose name is one slip of the pen away; then by spelling.
 */
export function companiesNamed(
  text: string,
  { reader, index }: { readonly reader: RegisterReader; readonly index: EntityIndex | undefined },
  { limit, minScore }: Pick<LookUpSettings, 'limit' | 'minScore'>,
  reference: Pick<Reference, 'names' | 'signals'>,
): Pick<RegisterLookUp, 'companies' | 'isCutOff' | 'isSearchedBySpelling'> {
  const companies = new Map<string, FoundCompany>();
  const { names } = reference;
  const keys = keysFromWhole(text, names);
  for (const key of keys) {
    if (limit < companies.size) break;
    for (const fact of reader.byNameKey(key, limit + 1))
      if (!companies.has(fact.current.number)) companies.set(fact.current.number, { by: 'name', fact });
  }
  const isNamed = keys[0] !== undefined && 0 < reader.byNameKey(keys[0], 1).length;
  const key = isNamed ? undefined : keyWithSlip(text, names);
  if (key !== undefined)
    for (const found of oneSlipAway(key, reader, limit + 1, reference))
      if (!companies.has(found.fact.current.number)) companies.set(found.fact.current.number, found);
  const hits = index ? search(index, subjectNamed(text, 'Company'), { minScore, limit: limit + 1 }).hits : [];
  for (const { entity, score, listedName } of hits) {
    if (companies.has(entity.recordId)) continue;
    const fact = reader.byNumber(entity.recordId);
    if (fact) companies.set(entity.recordId, { by: 'spelling', fact, score, foundName: listedName });
  }
  return {
    companies: [...companies.values()].slice(0, limit),
    isCutOff: limit < companies.size,
    isSearchedBySpelling: index !== undefined,
  };
}

/** The name whole, without its legal form, and by its sound. */
function keysFromWhole(text: string, names: NameReference): readonly string[] {
  const [core, whole, ...others] = registerNameKeys(text, names);
  return [whole, core, ...others].filter((key) => key !== undefined);
}

/**
 * The slip is in the name itself: in a legal form that is misspelt it is no legal form, and so part of the name. Kana are
 * compared by their sound.
 */
function keyWithSlip(text: string, names: NameReference): string | undefined {
  const [core] = registerNameKeys(text, names);
  return core === undefined ? undefined : (kanaKey(core) ?? core);
}

/**
 * Keys are looked up in the register's own table: that goes for one of any size, and for words too short to be searched by
 * spelling. As many companies as asked for, which are some of them when there are more.
 */
function oneSlipAway(
  key: string,
  reader: RegisterReader,
  limit: number,
  { names, signals }: Pick<Reference, 'names' | 'signals'>,
): readonly FoundCompany[] {
  const found: FoundCompany[] = [];
  const confused = confusedKeys(key, wordsSetting('EX-9', 'confusable', signals), names);
  for (const other of reader.knownNameKeys([...new Set([...oneEditKeys(key), ...confused])], limit)) {
    if (limit <= found.length) break;
    const score = 1 - 1 / Math.max(key.length, other.length);
    for (const fact of reader.byNameKey(other, limit - found.length)) {
      const foundName = namesOfRow(fact.current).find((name) => registerNameKeys(name, names).includes(other));
      found.push({ by: 'spelling', fact, score, ...(foundName !== undefined && { foundName }) });
    }
  }
  return found;
}
