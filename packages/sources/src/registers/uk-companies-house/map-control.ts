// A line of the snapshot of people with significant control in, relations by company number out.
import Type from 'typebox';
import { checkIdentifier } from '@sekisho/engine/identity/identifiers/check-identifier.ts';
import { Problem, type ProblemFacts } from '@sekisho/engine/model/problem.ts';
import { parseCalendarDate, type CalendarDate } from '@sekisho/engine/model/calendar.ts';
import type { NumberedRelation, RegisterRelation } from '@sekisho/engine/model/register.ts';
import { readVocabulary } from '../../readers/vocabulary-file.ts';
import type { ImportContext } from '../../importer.ts';
import { lookUp } from '../../readers/closed-vocabulary.ts';
import type { FileOfList } from '../../readers/file-of-list.ts';

type Where = FileOfList & { readonly line: number };
type Values = Readonly<Record<string, unknown>>;

/**
 * @throws Problem `list.unknown-column` for a key that is new, `list.unknown-value` for a new kind, `list.missing-field`,
 *   `list.unexpected-shape` for a value that is not of its kind.
 */
export function mapControl(
  line: Values,
  where: Where,
  { onProblem }: Pick<ImportContext, 'onProblem'>,
): readonly NumberedRelation[] {
  refuseUnknown(line, ['company_number', 'data'], where);
  const data = valuesAt(line, 'data', where) ?? {};
  const kind = textAt(data, 'kind', where) ?? '';
  const about = lookUp(kinds, kind, { ...where, field: 'data.kind' });
  if (about === 'totals') return [];
  refuseUnknown(data, [...taken, ...ignored], where);
  const number = numberOf(textAt(line, 'company_number', where));
  if (number === undefined) {
    const facts = { ...where, field: 'company_number', value: String(line['company_number']) };
    onProblem?.({ code: 'list.unknown-value', facts });
    return [];
  }
  const unread: string[] = [];
  const date = (key: string): CalendarDate | undefined => {
    const value = textAt(data, key, where);
    const day = parseCalendarDate(value ?? '');
    if (value === undefined || day !== undefined) return day;
    onProblem?.({ code: 'list.date', facts: { ...where, field: `data.${key}`, value } });
    unread.push(`${key}: ${value}`);
    return undefined;
  };
  const [since, until] = [date('notified_on'), date('ceased_on')];
  const period = { ...(since !== undefined && { since }), ...(until !== undefined && { until }) };
  const natures = textsAt(data, 'natures_of_control', where);
  const key = textAt(valuesAt(data, 'links', where) ?? {}, 'self', where) ?? textAt(data, 'etag', where);
  if (key === undefined) throw new Problem('list.missing-field', { ...where, column: 'data.links.self' });
  const statements = ['statement', 'restrictions_notice_withdrawal_reason'].map((name) => textAt(data, name, where));
  const party = about === 'company' ? companyOf(data, where) : {};
  const detail = [...natures, ...statements, party.detail, about === 'secret' ? kind : undefined, ...unread];
  const words = detail.filter((word) => word !== undefined).join('; ') || kind;
  const share = sharesOf(natures);
  const toName = textAt(data, 'name', where);
  const { toNumber } = party;
  const relation: RegisterRelation = {
    kind: linkOf(natures),
    ...(toNumber !== undefined && { toNumber }),
    ...(toName !== undefined && { toName }),
    detail: words,
    ...(share && { share }),
    ...period,
  };
  const relations: NumberedRelation[] = [{ number, key, relation }];
  if (toNumber !== undefined) {
    const inverse =
      relation.kind === 'owned-by' ? 'owner-of' : relation.kind === 'directed-by' ? 'director-of' : 'linked-to';
    const back: RegisterRelation = {
      kind: inverse,
      toNumber: number,
      detail: words,
      ...(share && { share }),
      ...period,
    };
    relations.push({ number: toNumber, key: `inverse of ${key}`, relation: back });
  }
  return relations;
}

const kinds = readVocabulary(
  new URL('./control-kinds.yml', import.meta.url),
  Type.Record(Type.String(), Type.Enum(['person', 'company', 'secret', 'statement', 'totals'])),
);

const taken = [
  ...['kind', 'name', 'natures_of_control', 'notified_on', 'ceased_on', 'identification', 'links', 'etag'],
  ...['statement', 'restrictions_notice_withdrawal_reason'],
];
const ignored = [
  ...['address', 'country_of_residence', 'date_of_birth', 'name_elements', 'nationality'],
  ...['is_sanctioned', 'ceased', 'description', 'linked_psc_name', 'principal_office_address'],
];

/** Who holds shares owns; who appoints the directors directs; of votes and influence alone no more can be said. */
function linkOf(natures: readonly string[]): RegisterRelation['kind'] {
  if (natures.some((nature) => nature.startsWith('ownership-of-shares'))) return 'owned-by';
  return natures.some((nature) => nature.startsWith('right-to-appoint')) ? 'directed-by' : 'linked-to';
}

/** The band of shares: `ownership-of-shares-25-to-50-percent`, also with `-as-trust`, `-as-firm`, … */
function sharesOf(natures: readonly string[]): RegisterRelation['share'] {
  for (const nature of natures) {
    const [, least, most] = /^ownership-of-shares-(\d+)-to-(\d+)-percent/.exec(nature) ?? [];
    if (least !== undefined && most !== undefined) return { least: Number(least), most: Number(most) };
    if (nature.startsWith('ownership-of-shares-more-than-25-percent')) return { least: 25, most: 100 };
  }
  return undefined;
}

/** A company of this register by its number, any other by what it says of its own. */
function companyOf(data: Values, where: Where): { readonly toNumber?: string; readonly detail?: string } {
  const identification = valuesAt(data, 'identification', where);
  if (!identification) return {};
  const names = ['legal_form', 'legal_authority', 'place_registered', 'country_registered', 'registration_number'];
  refuseUnknown(identification, names, where);
  const [form, authority, place, country, registered] = names.map((name) => textAt(identification, name, where));
  const isHere = homeRegister.test(`${place ?? ''} ${country ?? ''}`);
  const toNumber = isHere ? numberOf(registered) : undefined;
  const detail = [form, authority, place, country, registered].filter((word) => word !== undefined).join(', ');
  return { ...(toNumber !== undefined && { toNumber }), ...(detail !== '' && { detail }) };
}

const homeRegister = /companies house|united kingdom|\buk\b|england|wales|scotland|northern ireland|great britain/i;

function numberOf(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const { state, normalised } = checkIdentifier({ type: 'uk-company-number', value });
  return state === 'FORMAT_INVALID' ? undefined : normalised;
}

function refuseUnknown(values: Values, known: readonly string[], where: Where): void {
  const column = Object.keys(values).find((key) => !known.includes(key));
  if (column !== undefined) throw new Problem('list.unknown-column', { ...where, column });
}

function textAt(values: Values, key: string, where: Where): string | undefined {
  const value = values[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw unexpected(key, 'is not a text', where);
  return value.trim() || undefined;
}

function textsAt(values: Values, key: string, where: Where): readonly string[] {
  const value = values[key] ?? [];
  if (!Array.isArray(value) || !value.every((each) => typeof each === 'string'))
    throw unexpected(key, 'is not a list of texts', where);
  return value;
}

function valuesAt(values: Values, key: string, where: Where): Values | undefined {
  const value = values[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'object' || Array.isArray(value)) throw unexpected(key, 'is not an object', where);
  return value as Values;
}

function unexpected(field: string, reason: string, where: ProblemFacts): Problem {
  return new Problem('list.unexpected-shape', { ...where, field, reason });
}
