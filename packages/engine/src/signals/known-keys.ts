// An application in, everything it can be known again by out: what joins its parties with others, its network, its buyer, its words.
import { joiningKeys } from '../identity/joining-keys.ts';
import { buyerMarks } from '../identity/same-buyer.ts';
import { buyerOf, type Application } from '../model/application.ts';
import type { KnownFact, KnownKey } from '../model/chain.ts';
import type { Reference } from '../reference/reference.ts';
import { numberSetting } from './observation.ts';
import { comparableText, shinglesOf, textBands, textLength } from './text-shingles.ts';

type KeyReference = Pick<Reference, 'names' | 'japaneseAddresses' | 'latinAddresses' | 'signals'>;

/** Each once for each party; the order's own are the buyer's. */
export function knownKeys(application: Application, reference: KeyReference): readonly KnownKey[] {
  const { id: party } = buyerOf(application);
  const of = (fact: KnownFact, values: readonly string[]) =>
    values.map((value): KnownKey => ({ party, fact, value, written: value }));
  const { numbers, names } = buyerMarks(application, reference.names);
  const { ipAddress } = application.network ?? {};
  return [
    ...joiningKeys(application, reference),
    ...of('ip', ipAddress === undefined ? [] : [ipAddress]),
    ...of(
      'buyer-number',
      [...numbers].map(([kind, number]) => `${kind} ${number}`),
    ),
    ...of('buyer-name', names),
    ...of('end-use', textBands(endUseShingles(application, reference) ?? new Uint32Array())),
  ];
}

/** Raise it when the same application would get other keys from the same tables. */
const KNOWN_KEYS = 3;

/** Another one when the same application would get other keys: by the rules here, or by what PU-3 compares texts with. */
export function knownKeysVersion({ signals }: Pick<Reference, 'signals'>): string {
  const [run, least] = ['runCharacters', 'leastCharacters'].map((name) => numberSetting('PU-3', name, signals));
  return [KNOWN_KEYS, run, least].join('.');
}

/** The words of the purpose; undefined where they are too few to be told from what honest buyers write. */
export function endUseShingles(
  { answers }: Application,
  { signals }: Pick<Reference, 'signals'>,
): Uint32Array | undefined {
  const text = comparableText(answers?.find(({ question }) => question === 'end-use')?.answer ?? '');
  return textLength(text) < numberSetting('PU-3', 'leastCharacters', signals)
    ? undefined
    : shinglesOf(text, numberSetting('PU-3', 'runCharacters', signals));
}
