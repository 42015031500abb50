// The advanced XML file of an OFAC list (sdn_advanced.xml, cons_advanced.xml) in, its parties out.
import { parseCalendarDate, type CalendarDate } from '@sekisho/engine/model/calendar.ts';
import type { EntityLink } from '@sekisho/engine/model/entity.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { SourceFile } from '../../importer.ts';
import { lookUp } from '../../readers/closed-vocabulary.ts';
import type { CheckedDescription } from '../../readers/source-description.ts';
import type { StrictElement } from '../../readers/strict-element.ts';
import { readXml } from '../../readers/xml.ts';
import type { CountryReader } from '../country-field.ts';
import { periodText } from './advanced-dates.ts';
import { documentOf, type AdvancedDocument } from './advanced-documents.ts';
import { locationOf, type AdvancedLocation } from './advanced-locations.ts';
import { advancedPartyOf, type AdvancedParty, type AdvancedTables } from './advanced-party.ts';
import { AdvancedReferences } from './advanced-references.ts';
import { advancedWords } from './advanced-words.ts';
import { sanctionsEntryOf, type SanctionsEntry } from './advanced-entries.ts';
import type { ReadForm } from './classic-xml.ts';
import type { OfacParty } from './party.ts';

const root = 'Sanctions';
const recordPaths = [
  'DateOfIssue',
  'ReferenceValueSets',
  'Locations/Location',
  'IDRegDocuments/IDRegDocument',
  'DistinctParties/DistinctParty',
  'ProfileRelationships/ProfileRelationship',
  'SanctionsEntries/SanctionsEntry',
  'SanctionsEntryLinks/SanctionsEntryLink',
].map((path) => `${root}/${path}`);

/** What has been read of the file; its parts come in the order of the schema, each before those that refer to it. */
interface Gathered {
  statedOn?: CalendarDate;
  references?: AdvancedReferences;
  readonly locations: Map<string, AdvancedLocation>;
  readonly documentsByIdentity: Map<string, AdvancedDocument[]>;
  readonly parties: Map<string, AdvancedParty>;
  readonly entriesByProfile: Map<string, SanctionsEntry[]>;
}

/**
 * @throws Problem `file.unexpected` for a file that says only what changed, `list.missing-field` for a party without an
 *   entry, `list.unknown-reference` for a part that refers to one that is not there, and as `readXml`.
 */
export async function readAdvancedXml(
  file: SourceFile,
  description: CheckedDescription,
  reader: CountryReader,
  onProgress: (share: number) => void,
): Promise<ReadForm> {
  const list = description.id;
  const where = { list, file: file.name };
  const gathered: Gathered = {
    locations: new Map(),
    documentsByIdentity: new Map(),
    parties: new Map(),
    entriesByProfile: new Map(),
  };
  const settings = { list, records: recordPaths, attributes: [`${root}/@Version`, `${root}/@DeltaBaseVersion`] };
  for await (const { records, attributes, share } of readXml(file, settings)) {
    if (attributes[`${root}/@DeltaBaseVersion`] !== undefined)
      throw new Problem('file.unexpected', { ...where, reason: 'it says what changed, not what the list is' });
    for (const record of records) takeRecord(record, gathered, reader);
    onProgress(share);
  }
  const { statedOn } = gathered;
  if (statedOn === undefined) throw new Problem('list.missing-field', { ...where, column: `${root}/DateOfIssue` });
  const parties = [...gathered.parties.values()].map((party) => completed(party, gathered));
  return { parties, statedOn };
}

function takeRecord(record: StrictElement, gathered: Gathered, reader: CountryReader): void {
  if (record.name === 'ReferenceValueSets') {
    gathered.references = new AdvancedReferences(record);
    return;
  }
  if (record.name === 'DateOfIssue') {
    gathered.statedOn = dayOfIssue(record);
    return;
  }
  const tables = tablesOf(gathered, record);
  switch (record.name) {
    case 'Location': {
      const { id, location } = locationOf(record, tables.references);
      gathered.locations.set(id, location);
      return;
    }
    case 'IDRegDocument': {
      const document = documentOf(record, tables.references, tables.locations);
      push(gathered.documentsByIdentity, document.identityId, document);
      return;
    }
    case 'DistinctParty': {
      const party = advancedPartyOf(record, tables, reader);
      if (gathered.parties.has(party.profileId))
        throw new Problem('list.duplicate-record', { ...record.where, record: party.party.recordId });
      gathered.parties.set(party.profileId, party);
      return;
    }
    case 'ProfileRelationship':
      return takeRelationship(record, tables, gathered);
    case 'SanctionsEntry': {
      const entry = sanctionsEntryOf(record, tables.references);
      if (!gathered.parties.has(entry.profileId))
        throw new Problem('list.unknown-reference', { ...record.where, field: 'ProfileID', value: entry.profileId });
      push(gathered.entriesByProfile, entry.profileId, entry);
      return;
    }
    default: // a SanctionsEntryLink joins entries of one party, which are read together
      record.ignore(
        '@ID',
        '@EntryA-SanctionsEntryID',
        '@EntryB-SanctionsEntryID',
        '@EntryLinkTypeID',
        'Comment',
        'Date',
      );
      record.done();
  }
}

/** The tables of words stand before everything that refers to them, but for the day of issue. */
function tablesOf({ references, locations, documentsByIdentity }: Gathered, record: StrictElement): AdvancedTables {
  if (!references) throw new Problem('list.missing-field', { ...record.where, column: `${root}/ReferenceValueSets` });
  return { references, locations, documentsByIdentity };
}

/** The one date before the table of calendars; OFAC knows no other calendar than the Gregorian. */
function dayOfIssue(date: StrictElement): CalendarDate {
  date.ignore('@CalendarTypeID');
  const [year, month, day] = ['Year', 'Month', 'Day'].map((part) => date.take(part).padStart(2, '0'));
  date.done();
  const text = `${year ?? ''}-${month ?? ''}-${day ?? ''}`;
  const known = parseCalendarDate(text);
  if (known === undefined) throw new Problem('list.date', { ...date.where, field: 'DateOfIssue', value: text });
  return known;
}

/** A relation is written into the entry it starts from. */
function takeRelationship(element: StrictElement, { references }: AdvancedTables, { parties }: Gathered): void {
  const partyAt = (attribute: string): OfacParty => {
    const id = element.takeRequiredAttribute(attribute);
    const found = parties.get(id);
    if (!found) throw new Problem('list.unknown-reference', { ...element.where, field: attribute, value: id });
    return found.party;
  };
  const [from, to] = [partyAt('From-ProfileID'), partyAt('To-ProfileID')];
  const type = references.requiredWordOf(element, 'RelationTypeID', 'RelationType');
  const kind = lookUp(advancedWords.relations, type, { ...element.where, field: 'RelationType' });
  const isFormer = element.takeAttribute('Former') === 'true';
  const periods = element.takeAll('DatePeriod').flatMap((period) => periodText(period, references) ?? []);
  const comment = element.takeOptional('Comment');
  element.ignore('@ID', '@RelationQualityID', '@SanctionsEntryID', 'IDRegDocumentReference');
  element.done();
  const link: EntityLink = {
    kind,
    toName: to.names[0]?.text ?? to.recordId,
    toId: `${element.where.list}:${to.recordId}`,
    detail: [type, isFormer ? 'former' : undefined, ...periods, comment]
      .filter((part) => part !== undefined)
      .join('; '),
  };
  from.facts.links.push(link);
}

function completed({ profileId, party }: AdvancedParty, { entriesByProfile }: Gathered): OfacParty {
  const entries = entriesByProfile.get(profileId);
  if (!entries) throw new Problem('list.missing-field', { ...party.where, field: 'SanctionsEntry' });
  const { facts } = party;
  for (const { listedOn, remarks } of entries) {
    if (listedOn !== undefined && (facts.listedOn === undefined || listedOn < facts.listedOn))
      facts.listedOn = listedOn;
    facts.remarks.push(...remarks);
  }
  return { ...party, programmes: [...new Set(entries.flatMap(({ programmes }) => programmes))] };
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
