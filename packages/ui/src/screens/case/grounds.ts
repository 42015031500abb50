// A verdict on a hit and the fields side by side in, the grounds that can be given for it out: those that the facts suggest first.
import type { DispositionGround, DispositionVerdict } from '@sekisho/engine/model/case-note.ts';
import type { HitField } from './hit-fields.ts';

export const verdictKeys = {
  'false-positive': 'f',
  'true-match': 't',
  possible: 'p',
  undetermined: 'u',
} as const satisfies Record<DispositionVerdict, string>;

const against: readonly DispositionGround[] = [
  'other-birth-date',
  'other-identifier',
  'other-kind',
  'other-gender',
  'other-nationality',
  'other-country',
  'other-address',
  'other-business',
  'other-name',
];
const inFavour: readonly DispositionGround[] = ['same-identifier', 'same-birth-date', 'same-address', 'same-facts'];

const groundsByVerdict: Readonly<Record<DispositionVerdict, readonly DispositionGround[]>> = {
  'false-positive': [...against, 'no-longer-listed', 'other-ground'],
  'true-match': [...inFavour, 'other-ground'],
  possible: [...inFavour, 'too-little-known', 'other-ground'],
  undetermined: ['too-little-known', 'other-ground'],
};

/** Which field a ground rests on. */
export const fieldOfGround: Readonly<Partial<Record<DispositionGround, HitField['field']>>> = {
  'other-birth-date': 'birth-date',
  'other-identifier': 'identifiers',
  'other-kind': 'schema',
  'other-gender': 'gender',
  'other-nationality': 'nationality',
  'other-country': 'country',
  'other-address': 'addresses',
  'other-name': 'names',
  'same-identifier': 'identifiers',
  'same-birth-date': 'birth-date',
  'same-address': 'addresses',
};

export function groundsFor(verdict: DispositionVerdict, fields: readonly HitField[]): readonly DispositionGround[] {
  const wanted = verdict === 'false-positive' ? 'differs' : 'same';
  const isSuggested = (ground: DispositionGround) =>
    fields.some(({ field, verdict: found }) => field === fieldOfGround[ground] && found === wanted);
  const grounds = groundsByVerdict[verdict];
  return [...grounds.filter(isSuggested), ...grounds.filter((ground) => !isSuggested(ground))];
}
