// A cell with numbers of documents in, each with its kind, its country and what is said of it, out.
import type { Identifier, IdentifierType } from '@sekisho/engine/model/identifier.ts';
import type { Territories } from '@sekisho/engine/reference/territories.ts';
import { countryIn } from './facts.ts';
import { itemsOfCell } from './names.ts';
import { documentTypes } from './vocabulary.ts';

export interface NumbersOfCell {
  readonly identifiers: readonly Identifier[];
  /** What is said without a number. */
  readonly unread: readonly string[];
}

/**
 * `アフガニスタン旅券 D 000857 (1997年11月20日発行)`: the number with its country, and in `note` all that is said of it, in the same
 * item or in those up to the next number.
 * @param header of the column, which says of what a number is that has no word beside it.
 * @param type of all numbers of the column, when it holds one kind.
 */
export function numbersIn(
  cell: string,
  header: string,
  type: IdentifierType | undefined,
  territories: Territories,
): NumbersOfCell {
  const identifiers: Identifier[] = [];
  let waiting: string[] = [];
  for (const item of itemsOfCell(cell)) {
    const values = valuesIn(item);
    const before = identifiers.at(-1);
    if (values.length === 0 && before)
      identifiers.splice(-1, 1, { ...before, note: joined([before.note ?? before.value, item]) });
    else if (values.length === 0) waiting.push(item);
    const said = joined([...waiting, item]);
    for (const value of values) {
      const country = countryIn(said, territories);
      identifiers.push({
        type: type ?? documentType(`${said} ${header}`),
        value,
        ...(country !== undefined && { country }),
        ...(value !== said && { note: said }),
      });
    }
    if (values.length > 0) waiting = [];
  }
  return { identifiers, unread: waiting };
}

/** A number has as many digits, or is as long: `G52FYPRL`. */
const MIN_DIGITS = 3;
const MIN_CHARS = 6;

/** Signs that may be a number, outside of brackets and dates. */
function valuesIn(item: string): string[] {
  const plain = item
    .replace(/(?<=[A-Z])ー(?=\d)/gu, '-')
    .replace(/\([^()]*(?:\([^()]*\)[^()]*)*\)?/gu, ' ')
    .replace(/(?:19|20)\d{2}年(?:頃|\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?/gu, '年');
  const found = plain.match(
    /(?<![A-Za-z\d])(?:[A-Z]{1,3}[ /-]{1,2}){0,2}[A-Z]{0,8}\d[\dA-Z]*(?:[./ -]{1,2}[\dA-Z]*\d[\dA-Z]*)*/gu,
  );
  return (found ?? [])
    .map((value) => value.replace(/^(?:SSN|ID|IC|NO)[ .-]+/u, ''))
    .filter((value) => MIN_CHARS <= value.length || MIN_DIGITS <= value.replace(/\D/gu, '').length);
}

function documentType(said: string): IdentifierType {
  const lower = said.toLowerCase();
  const found = documentTypes.find(({ words }) =>
    words.some((word) => lower.includes(word.normalize('NFKC').toLowerCase())),
  );
  return found?.type ?? 'identity-document';
}

function joined(texts: readonly string[]): string {
  return texts.join('; ');
}
