// An application in, by what it can be known again out: telephone, mail, domain, addresses, device, the words of its purpose.
import { checkIdentifier } from '@sekisho/engine/identity/identifiers/check-identifier.ts';
import { registerNameKeys } from '@sekisho/engine/identity/register-name-keys.ts';
import { buyerOf, claimedCountries, takesPart, type Application } from '@sekisho/engine/model/application.ts';
import type { SharedMark } from '@sekisho/engine/model/evidence.ts';
import type { Reference } from '@sekisho/engine/reference/reference.ts';
import { providerKind } from '@sekisho/engine/signals/contact.ts';
import { mailDomain } from '@sekisho/engine/signals/mail-domain.ts';
import { numberSetting } from '@sekisho/engine/signals/observation.ts';
import { phoneNumber } from '@sekisho/engine/signals/phone-number.ts';
import { comparableText, shinglesOf, textLength } from '@sekisho/engine/signals/text-shingles.ts';

export interface ApplicationMarks {
  /** Each as `<kind>:<value in one spelling>`; what has one in common shares it. */
  readonly marks: ReadonlyMap<string, SharedMark>;
  /** Of the end use; absent where it is too short to be told from what honest buyers write. */
  readonly endUse?: Uint32Array;
}

/** Who buys. */
export interface BuyerMarks {
  /** Number by its type. */
  readonly numbers: ReadonlyMap<string, string>;
  readonly names: readonly string[];
}

type MarkReference = Pick<Reference, 'names' | 'signals' | 'japaneseAddresses'>;

/** Of everybody with a part in the order; a mail provider that gives addresses to anybody is no mark. */
export function applicationMarks(application: Application, reference: MarkReference): ApplicationMarks {
  const marks = new Map<string, SharedMark>();
  const add = (kind: SharedMark, value: string | undefined) => {
    if (value !== undefined && value !== '') marks.set(`${kind}:${value}`, kind);
  };
  const buyer = buyerOf(application);
  for (const party of application.parties.filter(takesPart)) {
    const [country = claimedCountries(buyer)[0] ?? ''] = claimedCountries(party);
    for (const phone of party.phones ?? []) {
      const { countries = [country], national } = phoneNumber(phone, reference.signals);
      add('phone', national === undefined ? undefined : `${countries[0] ?? ''} ${national}`);
    }
    for (const email of party.emails ?? []) {
      const domain = mailDomain(email);
      add('mail', email.normalize('NFKC').trim().toLowerCase());
      if (domain !== undefined && providerKind(domain, reference.signals) === undefined) add('domain', domain);
    }
    for (const { full } of party.addresses ?? []) add('address', addressMark(full, reference));
  }
  add('device', application.network?.deviceId);
  add('ip', application.network?.ipAddress);
  const endUse = endUseOf(application, reference);
  return { marks, ...(endUse && { endUse }) };
}

/** The same number of one kind; where they have none of one kind, a name. */
export function isSameBuyer(a: BuyerMarks, b: BuyerMarks): boolean {
  const kinds = [...a.numbers.keys()].filter((kind) => b.numbers.has(kind));
  if (0 < kinds.length) return kinds.some((kind) => a.numbers.get(kind) === b.numbers.get(kind));
  return a.names.some((name) => b.names.includes(name));
}

export function buyerMarks(application: Application, { names }: MarkReference): BuyerMarks {
  const buyer = buyerOf(application);
  return {
    numbers: new Map(
      (buyer.identifiers ?? []).map((identifier) => [
        `${identifier.type} ${identifier.country ?? ''}`,
        checkIdentifier(identifier).normalised ?? identifier.value.normalize('NFKC').trim(),
      ]),
    ),
    names: [...new Set(buyer.names.flatMap(({ text }) => registerNameKeys(text, names)))],
  };
}

/** One spelling of an address down to the room; undefined for one without a number, which is no place of anybody. */
function addressMark(full: string, { japaneseAddresses: { fold, prefectures } }: MarkReference): string | undefined {
  const text = fold(full)
    .replace(/^(?:日本国?)?〒?(?:\d{3}-\d{4}|\d{7})(?!\d) ?|^〒/u, '')
    .replace(/[一二三四五六七八九](?=丁目|番|号)/gu, (digit) => String('一二三四五六七八九'.indexOf(digit) + 1));
  const prefecture = prefectures.find((name) => text.startsWith(name)) ?? '';
  const numbered = text
    .slice(prefecture.length)
    .replace(/(?<=\d) *(?:丁目|番地の|番地|番|号室|号|の) */gu, '-')
    .replace(/(?<=\d) *[-‐ー] *(?=\d)/gu, '-')
    .replace(/(?<=\d) (?=\d)/gu, '-')
    .replace(/[^\p{L}\p{M}\p{N}-]+/gu, '')
    .replace(/-+/g, '-')
    .replace(/-(?!\d)/g, '');
  return /\d/.test(numbered) ? numbered : undefined;
}

function endUseOf({ answers }: Application, { signals }: MarkReference): Uint32Array | undefined {
  const text = comparableText(answers?.find(({ question }) => question === 'end-use')?.answer ?? '');
  return textLength(text) < numberSetting('PU-3', 'leastCharacters', signals)
    ? undefined
    : shinglesOf(text, numberSetting('PU-3', 'runCharacters', signals));
}
