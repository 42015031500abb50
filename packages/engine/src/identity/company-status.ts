// A company's row of a register in, whether it stands, and whether it is the kind of body that was claimed, out.
import type { Party } from '../model/application.ts';
import { daysBetween, type CalendarDate } from '../model/calendar.ts';
import type { IdentifierType } from '../model/identifier.ts';
import type { FieldComparison, RegisterRow } from '../model/register.ts';
import type { NameReference } from '../reference/name-reference.ts';
import { claimedLegalForm } from './company-name.ts';

/**
 * DIFFERENT when the record is closed, with the day, the register's code for why, and the number of the successor; SIMILAR
 * when the company is being wound up, in the register's words.
 */
export function compareStatus(row: RegisterRow): FieldComparison {
  const { closedOn, closeCause, successorNumber, standing, standingAsStated } = row;
  if (standing === 'CLOSING' && closedOn === undefined)
    return { field: 'status', verdict: 'SIMILAR', registered: standingAsStated ?? 'closing' };
  if (standing !== 'CLOSED' && closedOn === undefined)
    return { field: 'status', verdict: 'SAME', registered: standingAsStated ?? 'open' };
  const what = ['closed', closedOn, closeCause ?? standingAsStated, successorNumber && `successor ${successorNumber}`];
  return { field: 'status', verdict: 'DIFFERENT', registered: what.filter(Boolean).join(' ') };
}

/**
 * The kind of body that the legal form of the claimed name or the party's schema implies, against the register's code.
 * Only what cannot be is DIFFERENT; what the claim leaves open is NOT_CLAIMED: a foreign company may call itself 株式会社.
 * FORMER is the form of a former name: 有限会社 became 株式会社 by taking another name (会社法整備法 art. 45).
 * @param name what became of the claimed names.
 */
export function compareKind(
  { schema }: Party,
  claimed: readonly string[],
  { kind }: RegisterRow,
  numbers: IdentifierType,
  name: FieldComparison,
  reference: NameReference,
): FieldComparison {
  const notClaimed: FieldComparison = { field: 'kind', verdict: 'NOT_CLAIMED', registered: kind };
  if (numbers !== 'jp-corporate-number') return notClaimed; // codes of other registers are not told apart
  const form = claimedLegalForm(claimed, reference);
  const elf = form === undefined ? undefined : reference.legalForms.byId.get(form)?.elf;
  const implied = elf === undefined ? undefined : kindsByElf[elf];
  if (implied !== undefined && companyKinds.includes(kind)) {
    const display = reference.legalForms.byId.get(form ?? '')?.display ?? implied;
    const otherwise = name.verdict === 'FORMER' ? 'FORMER' : 'DIFFERENT';
    return { field: 'kind', verdict: implied === kind ? 'SAME' : otherwise, claimed: display, registered: kind };
  }
  const isOtherBody =
    (schema === 'Company' && stateKinds.includes(kind)) || (schema === 'PublicBody' && companyKinds.includes(kind));
  return isOtherBody ? { field: 'kind', verdict: 'DIFFERENT', claimed: schema, registered: kind } : notClaimed;
}

/** NTA 法人種別 by the ISO 20275 code of the legal form. */
const kindsByElf: Readonly<Record<string, string>> = {
  T417: '301', // 株式会社
  DYQK: '302', // 有限会社
  IUVI: '303', // 合名会社
  '5MVV': '304', // 合資会社
  '7QQ0': '305', // 合同会社
};
const companyKinds: readonly string[] = Object.values(kindsByElf);
/** 国の機関, 地方公共団体 */
const stateKinds: readonly string[] = ['101', '201'];

/** The day the Japanese register gave numbers to everybody who was there. */
const NUMBERS_BEGAN_ON = '2015-10-05';
/** A number is given some days after a company is formed; holidays and corrections make it weeks. */
const DAYS_UNTIL_NUMBERED = 60;

/**
 * A stated day of formation against the registered one; where the register has none, against the day it gave the number
 * (`day-of-the-number`), after which no company of it was formed: SIMILAR is what can be, DIFFERENT what cannot. A business
 * may well be older than the company that carries it on.
 */
export function compareAge(stated: CalendarDate, { foundedOn, assignedOn }: RegisterRow): FieldComparison {
  const field = 'age';
  if (foundedOn !== undefined)
    return { field, verdict: stated === foundedOn ? 'SAME' : 'DIFFERENT', claimed: stated, registered: foundedOn };
  if (assignedOn === undefined) return { field, verdict: 'NOT_REGISTERED', claimed: stated };
  const isLater = assignedOn < stated;
  const isLongBefore = assignedOn !== NUMBERS_BEGAN_ON && DAYS_UNTIL_NUMBERED < daysBetween(stated, assignedOn);
  const verdict = isLater || isLongBefore ? 'DIFFERENT' : 'SIMILAR';
  return { field, verdict, claimed: stated, registered: assignedOn, detail: 'day-of-the-number' };
}
