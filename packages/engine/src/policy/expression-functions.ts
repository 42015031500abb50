// The functions that a policy's expressions have besides CEL's own: signatures for the check and for the run.
import { answerOf, claimedCountries, type Application, type Party } from '../model/application.ts';
import { daysBetween, parseCalendarDate } from '../model/calendar.ts';
import type { Entity } from '../model/entity.ts';
import type { LegalStatusClaim } from '../model/legal-status.ts';
import { standingClaims } from './standing-claims.ts';

export interface ExpressionFunction {
  readonly name: string;
  /** With the nouns of the model. */
  readonly typed: string;
  /** On plain JSON values. */
  readonly plain: string;
  readonly handler: (...values: never[]) => unknown;
}

export const expressionFunctions: readonly ExpressionFunction[] = [
  {
    name: 'party',
    typed: 'party(Application, string): Party',
    plain: 'party(dyn, string): dyn',
    handler: partyOf,
  },
  {
    name: 'answerTo',
    typed: 'answerTo(Application, string): string',
    plain: 'answerTo(dyn, string): string',
    handler: answerTo,
  },
  {
    name: 'countriesOf',
    typed: 'countriesOf(Party): list<string>',
    plain: 'countriesOf(dyn): list<string>',
    handler: claimedCountries,
  },
  {
    name: 'standingClaim',
    typed: 'standingClaim(Entity): LegalStatusClaim',
    plain: 'standingClaim(dyn): dyn',
    handler: newestStandingClaim,
  },
  {
    name: 'distinct',
    typed: 'distinct(list<dyn>): list<dyn>',
    plain: 'distinct(list): list',
    handler: (values: readonly unknown[]) => [...new Set(values)],
  },
  {
    name: 'daysBetween',
    typed: 'daysBetween(string, string): int',
    plain: 'daysBetween(string, string): int',
    handler: wholeDaysBetween,
  },
];

/** The party of that id. */
function partyOf(application: Application, id: string): Party {
  const party = application.parties.find((candidate) => candidate.id === id);
  if (!party) throw new Error(`no party has the id "${id}"`);
  return party;
}

/** The answer to a question of the questionnaire, trimmed and in lower case; `""` when there is none. */
export function answerTo(application: Application, question: string): string {
  return (answerOf(application, question) ?? '').toLowerCase();
}

/** Of the claims that stand about an entity, the newest. */
function newestStandingClaim({ legalStatus }: Entity): LegalStatusClaim {
  const newest = standingClaims(legalStatus).at(-1);
  if (!newest) throw new Error('the entity has no legal status');
  return newest;
}

/** Whole days from the first day to the second. */
function wholeDaysBetween(from: string, to: string): bigint {
  if (!parseCalendarDate(from) || !parseCalendarDate(to)) throw new Error(`"${from}" or "${to}" is not a day`);
  return BigInt(daysBetween(from, to));
}
