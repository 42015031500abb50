// An application in, by what its buyer is known again out: its numbers, else its names.
import { buyerOf, type Application } from '../model/application.ts';
import type { NameReference } from '../reference/name-reference.ts';
import { checkIdentifier } from './identifiers/check-identifier.ts';
import { registerNameKeys } from './register-name-keys.ts';

/** Who buys. */
export interface BuyerMarks {
  /** Number by its type. */
  readonly numbers: ReadonlyMap<string, string>;
  readonly names: readonly string[];
}

export function buyerMarks(application: Application, names: NameReference): BuyerMarks {
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

/** The same number of one kind; where they have none of one kind, a name. */
export function isSameBuyer(a: BuyerMarks, b: BuyerMarks): boolean {
  const kinds = [...a.numbers.keys()].filter((kind) => b.numbers.has(kind));
  if (0 < kinds.length) return kinds.some((kind) => a.numbers.get(kind) === b.numbers.get(kind));
  return a.names.some((name) => b.names.includes(name));
}
