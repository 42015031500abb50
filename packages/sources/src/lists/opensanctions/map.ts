// A record of somebody or something, the records that belong to it and what others say of it in; its Entity out.
import type { Address, Entity, EntityLink, Schema } from '@sekisho/engine/model/entity.ts';
import { sorted } from '../sorted.ts';
import type { FtmReader } from './country.ts';
import { emptyDraft, entityOfDraft, type EntityDraft } from './draft.ts';
import { schemaRules } from './model.ts';
import { namesOf } from './names.ts';
import { DATASET, REFERENTS } from './origin.ts';
import { LISTING, takeClaims, takePart, type Part } from './parts.ts';
import { takeProperties } from './properties.ts';
import type { FtmPlace, FtmRecord } from './record.ts';

/** What comes to an entity from records that name it, or that it names. */
export interface FromOthers {
  readonly parts: readonly Part[];
  readonly links: readonly EntityLink[];
  readonly addresses: readonly Address[];
  readonly positions: readonly string[];
  /** Of addresses that it names and that are not in the file. */
  readonly missingAddresses: readonly string[];
}

/**
 * @param before the entity as it stood, when the record is the change of it: what other records gave it then, it keeps.
 * @throws Problem `list.unknown-column` and `list.unknown-value` with file, line and record.
 */
export function mapRecord(
  record: FtmRecord,
  others: FromOthers,
  where: FtmPlace,
  reader: FtmReader,
  before?: Entity,
): Entity {
  const draft = emptyDraft();
  const rule = schemaRules.get(record.schema);
  const { names, parts } = takeProperties(record, rule?.is !== 'entity', draft, where, reader);
  if (rule === undefined) draft.remarks.push(`Schema: ${record.schema}`);
  const found = namesOf({
    id: record.id,
    names,
    parts,
    ...(record.caption !== undefined && { caption: record.caption }),
  });
  draft.names.push(...found.names);
  draft.remarks.push(...found.remarks);
  if (draft.names.length === 0) {
    reader.reading.report('list.missing-field', { ...where, record: record.id, field: 'name' });
    draft.names.push({ text: record.id, kind: 'weak' });
  }
  const ofOwn = draft.addresses.length;
  takeOthers(others, draft, reader);
  if (before) keep(before, draft, others.missingAddresses.length > 0);
  else reportMissing(others, record.id, where, reader);
  reader.reading.count('addresses', draft.addresses.length - ofOwn);
  draft.programmes.push(...record.datasets.map((dataset) => `${DATASET}${dataset}`));
  const referents = sorted(record.referents.filter((id) => id !== record.id));
  if (referents.length > 0) draft.remarks.push(`${REFERENTS}${referents.join(', ')}`);
  if (draft.updatedOn.length === 0 && record.lastChange !== undefined) draft.updatedOn.push(record.lastChange);
  return entityOfDraft(draft, { source: reader.source, recordId: record.id, schema: schemaOf(record) });
}

/** An entity of the edition before, with what new records say of it. */
export function addedTo(before: Entity, others: FromOthers, where: FtmPlace, reader: FtmReader): Entity {
  const draft = emptyDraft();
  draft.topics.push(...before.topics);
  takeOthers(others, draft, reader);
  reportMissing(others, before.recordId, where, reader);
  keepAll(before, draft);
  const { source, recordId, schema } = before;
  return entityOfDraft(draft, { source, recordId, schema });
}

/** What is no entity by its schema, and stands in the list by itself, may be anybody's. */
function schemaOf({ schema }: FtmRecord): Schema {
  const rule = schemaRules.get(schema);
  return rule?.is === 'entity' ? rule.schema : 'LegalEntity';
}

function takeOthers(others: FromOthers, draft: EntityDraft, reader: FtmReader): void {
  const parts = sorted(others.parts, (a, b) => (a.record.id < b.record.id ? -1 : 1));
  for (const part of parts) {
    takePart(part, draft, reader);
    reader.reading.count(part.record.schema === 'Sanction' || part.record.schema === 'Risk' ? 'listings' : 'documents');
  }
  takeClaims(parts, draft, reader);
  draft.links.push(...others.links);
  draft.addresses.push(...others.addresses);
  draft.positions.push(...others.positions);
}

function reportMissing(others: FromOthers, record: string, where: FtmPlace, { reading }: FtmReader): void {
  for (const value of others.missingAddresses)
    reading.report('list.unknown-reference', { ...where, record, field: 'addressEntity', value });
}

/** What records of others gave an entity, and a change of its own record says nothing of. */
function keep(before: Entity, draft: EntityDraft, keepsAddresses: boolean): void {
  keepLinks(before, draft);
  draft.legalStatus.push(...before.legalStatus);
  draft.positions.push(...before.positions);
  draft.emails.push(...before.emails);
  draft.phones.push(...before.phones);
  draft.programmes.push(...before.programmes.filter((programme) => !programme.startsWith(DATASET)));
  draft.identifiers.push(...before.identifiers.filter(({ note }) => isPartsSchema(note)));
  draft.remarks.push(...before.remarks.filter((remark) => remark.startsWith(LISTING) || isPartsSchema(remark)));
  if (keepsAddresses) draft.addresses.push(...before.addresses);
  keepDates(before, draft);
}

function keepAll(before: Entity, draft: EntityDraft): void {
  draft.names = [...before.names];
  draft.birthDates.push(...before.birthDates);
  draft.birthPlaces.push(...before.birthPlaces);
  draft.genders.push(...before.genders);
  draft.nationalities.push(...before.nationalities);
  draft.countries.push(...before.countries);
  draft.identifiers.unshift(...before.identifiers);
  draft.addresses.unshift(...before.addresses);
  draft.emails.unshift(...before.emails);
  draft.phones.unshift(...before.phones);
  draft.websites.push(...before.websites);
  draft.positions.push(...before.positions);
  draft.programmes.push(...before.programmes);
  draft.legalStatus.unshift(...before.legalStatus);
  keepLinks(before, draft);
  draft.remarks.unshift(...before.remarks);
  if (before.updatedOn !== undefined) draft.updatedOn.push(before.updatedOn);
  if (before.sourceUrl !== undefined) draft.sourceUrls.push(before.sourceUrl);
  keepDates(before, draft);
}

/** But for those that are told again, perhaps because the other has another name now. */
function keepLinks(before: Entity, draft: EntityDraft): void {
  const keyOf = ({ toName, ...link }: EntityLink) =>
    JSON.stringify({ ...link, ...(link.toId === undefined && { toName }) });
  const told = new Set(draft.links.map(keyOf));
  draft.links.push(...before.links.filter((link) => !told.has(keyOf(link))));
}

function keepDates({ listedOn, delistedOn, remarks }: Entity, draft: EntityDraft): void {
  if (listedOn !== undefined) draft.listedOn.push(listedOn);
  if (remarks.some((remark) => remark.startsWith(LISTING))) draft.listingEnds.push(delistedOn);
}

/** `Passport; …`, `Note: …`: of a record that belongs to the entity. */
function isPartsSchema(text: string | undefined): boolean {
  return schemaRules.get(/^(\w+)[;:]?/.exec(text ?? '')?.[1] ?? '')?.is === 'part';
}
