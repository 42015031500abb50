// What registers said of the buyer in, the same with the open companies whose names its name can be taken for out.
import { addressOf, compareClaimedAddress } from '@sekisho/engine/identity/claimed-address.ts';
import { nearNameKeys } from '@sekisho/engine/identity/near-name-keys.ts';
import { registerNameKeys } from '@sekisho/engine/identity/register-name-keys.ts';
import { buyerOf, type Application, type Party } from '@sekisho/engine/model/application.ts';
import type { Edition } from '@sekisho/engine/model/edition.ts';
import type { Confirmation, LookAlikeCompany, RegisterRow } from '@sekisho/engine/model/register.ts';
import { wordsSetting } from '@sekisho/engine/signals/observation.ts';
import type { RegisterReader } from '../store/registers/register-reader.ts';
import type { Parts } from './parts.ts';
import { openRegister } from './register-names.ts';

/** More of them tell a reviewer nothing. */
const MAX_COMPANIES = 10;

/**
 * Looked for when the register does not confirm the buyer: a confirmed company is the one it says it is.
 * @throws Problem `edition.damaged`.
 */
export async function withLookAlikes(
  confirmations: readonly Confirmation[],
  { application, country, edition }: { application: Application; country: string; edition: Edition | undefined },
  parts: Parts,
): Promise<readonly Confirmation[]> {
  const buyer = buyerOf(application);
  const isLookedFor = ({ party, verdict }: Confirmation) => party === buyer.id && verdict !== 'CONFIRMED';
  if (!edition || !confirmations.some(isLookedFor)) return confirmations;
  const reader = await openRegister(edition, parts);
  try {
    return confirmations.map((answer) =>
      isLookedFor(answer)
        ? { ...answer, lookAlikes: lookAlikes(buyer, answer, { country, reader }, parts.reference) }
        : answer,
    );
  } finally {
    reader.close();
  }
}

function lookAlikes(
  party: Party,
  { number, fact, candidates }: Confirmation,
  { country, reader }: { readonly country: string; readonly reader: RegisterReader },
  reference: Parts['reference'],
): readonly LookAlikeCompany[] {
  const near = {
    words: wordsSetting('EX-9', 'words', reference.signals),
    confusable: wordsSetting('EX-9', 'confusable', reference.signals),
  };
  const own = new Set([number, fact?.current.number, ...candidates.map((candidate) => candidate.number)]);
  const found = new Map<string, LookAlikeCompany>();
  for (const { text } of party.names)
    for (const [key, difference] of nearNameKeys(text, near, reference.names))
      for (const { current } of reader.byNameKey(key, MAX_COMPANIES)) {
        const isOpen = current.latest && current.closedOn === undefined && current.standing !== 'CLOSED';
        if (own.has(current.number) || !isOpen || !isCalled(current, key, reference)) continue;
        found.set(current.number, {
          number: current.number,
          name: current.name,
          address: addressOf(current),
          difference,
          addressVerdict: compareClaimedAddress(party, { current, history: [] }, country, reference).verdict,
          ...(current.websites && { websites: current.websites }),
        });
        if (found.size === MAX_COMPANIES) return [...found.values()];
      }
  return [...found.values()];
}

/** Now: a former name is nobody's that it can be taken for. */
function isCalled(
  { name, kana = '', englishName = '' }: RegisterRow,
  key: string,
  { names }: Parts['reference'],
): boolean {
  return [name, kana, englishName].some((text) => registerNameKeys(text, names).includes(key));
}
