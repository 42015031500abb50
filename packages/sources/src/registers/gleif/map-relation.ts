// A relationship record (RR-CDF 2.1) or a reporting exception of GLEIF in, relations by number out.
import Type from 'typebox';
import { checkIdentifier } from '@sekisho/engine/identity/identifiers/check-identifier.ts';
import { linkKinds, type LinkKind } from '@sekisho/engine/model/entity.ts';
import type { NumberedRelation } from '@sekisho/engine/model/register.ts';
import { readVocabulary } from '../../readers/vocabulary-file.ts';
import { lookUp } from '../../readers/closed-vocabulary.ts';
import type { StrictElement } from '../../readers/strict-element.ts';
import { dayOf, type Report } from './day-of.ts';
import { namespaces, registrationStatusOf } from './map-record.ts';

const kind = Type.Unsafe<LinkKind>(Type.Enum([...linkKinds]));
const relationships = readVocabulary(
  new URL('./relationships.yml', import.meta.url),
  Type.Record(Type.String(), Type.Object({ child: kind, parent: kind }, { additionalProperties: false })),
);

/**
 * Both directions of a relationship, without the relation when it holds no more.
 * @throws Problem `list.unknown-column`, `list.unknown-value`, `list.missing-field` with file and line.
 */
export function mapRelationship(record: StrictElement, report: Report): readonly NumberedRelation[] {
  record.ignore(...namespaces);
  const isDeleted = isDeletion(record);
  const relationship = record.takeOnly('Relationship');
  const registration = record.takeOnly('Registration');
  const child = nodeOf(relationship.takeOnly('StartNode'), report);
  const parent = nodeOf(relationship.takeOnly('EndNode'), report);
  const type = relationship.take('RelationshipType');
  const kinds = lookUp(relationships, type, { ...relationship.where, field: 'RelationshipType' });
  const status = relationship.take('RelationshipStatus');
  const isActive = lookUp(statuses, status, { ...relationship.where, field: 'RelationshipStatus' });
  const registered = registrationStatusOf(registration);
  const unread: string[] = [];
  const period = periodOf(relationship, report, unread);
  relationship.ignore('RelationshipQualifiers', 'RelationshipQuantifiers');
  registration.ignore('InitialRegistrationDate', 'LastUpdateDate', 'NextRenewalDate', 'ManagingLOU');
  registration.ignore('ValidationSources', 'ValidationDocuments', 'ValidationReference');
  record.done();
  if (child === undefined || parent === undefined) return [];
  const holds = isActive && !isDeleted && !withdrawn.has(registered);
  const from = (number: string, toNumber: string, linkKind: LinkKind, detail: string): NumberedRelation => ({
    number,
    key: `${detail} ${toNumber}`,
    ...(holds && { relation: { kind: linkKind, toNumber, detail: [detail, ...unread].join('; '), ...period } }),
  });
  return [from(child, parent, kinds.child, type), from(parent, child, kinds.parent, `inverse of ${type}`)];
}

/** Why a company names no parent: a fact about it, under the level of parent that it is about. */
export function mapException(record: StrictElement, report: Report): readonly NumberedRelation[] {
  record.ignore(...namespaces, 'ExceptionReference');
  const isDeleted = isDeletion(record);
  const number = checkedNumber(record, 'LEI', report);
  const category = record.take('ExceptionCategory');
  lookUp(exceptionCategories, category, { ...record.where, field: 'ExceptionCategory' });
  const reasons = record.takeTexts('ExceptionReason');
  for (const reason of reasons) lookUp(exceptionReasons, reason, { ...record.where, field: 'ExceptionReason' });
  record.done();
  if (number === undefined) return [];
  const detail = [category, ...reasons].join(' ');
  return [{ number, key: category, ...(!isDeleted && { relation: { kind: 'owned-by', detail } }) }];
}

const statuses = { ACTIVE: true, INACTIVE: false, NULL: false } as const;

/** A statement under one of these is over, or was never right. */
const withdrawn: ReadonlySet<string> = new Set(['ANNULLED', 'DUPLICATE', 'RETIRED', 'CANCELLED']);

const exceptionCategories = {
  DIRECT_ACCOUNTING_CONSOLIDATION_PARENT: true,
  ULTIMATE_ACCOUNTING_CONSOLIDATION_PARENT: true,
} as const;

/** ExceptionReason of the reporting exceptions format 2.1. */
const exceptionReasons = Object.fromEntries(
  [
    ...['NO_LEI', 'NATURAL_PERSONS', 'NON_CONSOLIDATING', 'NO_KNOWN_PERSON', 'NON_PUBLIC'],
    ...['BINDING_LEGAL_COMMITMENTS', 'LEGAL_OBSTACLES', 'DISCLOSURE_DETRIMENTAL', 'DETRIMENT_NOT_EXCLUDED'],
    'CONSENT_NOT_OBTAINED',
  ].map((word) => [word, true]),
);

/** GLEIF's deltas keep what its publisher took back, with the instant. */
function isDeletion(record: StrictElement): boolean {
  return record.takeAll('Extension').some((extension) =>
    extension.takeAll('Deletion').some((deletion) => {
      deletion.ignore('DeletedAt');
      return true;
    }),
  );
}

function nodeOf(node: StrictElement, report: Report): string | undefined {
  lookUp({ LEI: true }, node.take('NodeIDType'), { ...node.where, field: 'NodeIDType' });
  return checkedNumber(node, 'NodeID', report);
}

function checkedNumber(element: StrictElement, field: string, report: Report): string | undefined {
  const value = element.take(field);
  const { state, normalised } = checkIdentifier({ type: 'lei', value });
  if (state === 'VALID_UNCONFIRMED') return normalised;
  report({
    code: 'list.unknown-value',
    facts: { ...element.where, field, value, reason: 'its check digits are wrong' },
  });
  return undefined;
}

/** When the relationship held; the periods of accounts and of documents say nothing of that. */
function periodOf(relationship: StrictElement, report: Report, unread: string[]) {
  const periods = relationship.takeAll('RelationshipPeriods').flatMap((group) =>
    group.takeAll('RelationshipPeriod').map((period) => ({
      type: lookUp(periodTypes, period.take('PeriodType'), { ...period.where, field: 'PeriodType' }),
      since: dayOf(period, 'StartDate', report, unread),
      until: dayOf(period, 'EndDate', report, unread),
    })),
  );
  const held = periods.filter(({ type }) => type === 'relationship');
  const since = held
    .map((period) => period.since)
    .filter((day) => day !== undefined)
    .toSorted()[0];
  const ends = held.map(({ until }) => until).filter((day) => day !== undefined);
  const until = ends.length === held.length ? ends.toSorted().at(-1) : undefined;
  return { ...(since !== undefined && { since }), ...(until !== undefined && { until }) };
}

const periodTypes = {
  RELATIONSHIP_PERIOD: 'relationship',
  ACCOUNTING_PERIOD: 'accounts',
  DOCUMENT_FILING_PERIOD: 'documents',
} as const;
