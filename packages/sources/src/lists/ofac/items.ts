// An item of an OFAC entry in (`Passport 701 (Russia)`), the field it belongs to out; what is not understood stays whole.
import type { DateRange } from '@sekisho/engine/model/calendar.ts';
import type { EntityLink, EntityName, Schema } from '@sekisho/engine/model/entity.ts';
import type { Identifier } from '@sekisho/engine/model/identifier.ts';
import { lookUp, type FieldOfList } from '../../readers/closed-vocabulary.ts';
import { countryIn, type CountryReader } from '../country-field.ts';
import { parseEnglishDate } from '../english-dates.ts';
import type { OfacFacts } from './facts.ts';
import { labelOf, type Label } from './labels.ts';
import { writtenName } from './names.ts';

export interface LabelledValue {
  readonly label: string;
  readonly value: string;
  readonly country?: string | undefined;
  readonly issued?: string | undefined;
  readonly expires?: string | undefined;
}

/** A value and its label as OFAC writes them in the remarks column, so that every layout is read the same. */
export function itemOf({ label, value, country, issued, expires }: LabelledValue): string {
  const parts = [
    label,
    value,
    country === undefined ? undefined : `(${country})`,
    issued === undefined ? undefined : `issued ${issued}`,
    expires === undefined ? undefined : `expires ${expires}`,
  ];
  return parts.filter((part) => part !== undefined).join(' ');
}

/**
 * Takes an item into `facts`; into their remarks when it is not fully kept in a field of its own.
 * @throws Problem `list.unknown-value` for a gender that is not in the vocabulary.
 */
export function takeItem(
  written: string,
  facts: OfacFacts,
  schema: Schema,
  where: FieldOfList,
  reader: CountryReader,
): void {
  const item = written.replace(/^alt\. /i, '');
  const isTaken = takeNamed(item, facts, schema, where, reader) ?? takeLabelled(item, facts, where, reader);
  if (!isTaken) facts.remarks.push(item);
}

/** Undefined when the item is of none of these kinds; false when its value cannot be read. */
function takeNamed(
  item: string,
  facts: OfacFacts,
  schema: Schema,
  where: FieldOfList,
  reader: CountryReader,
): boolean | undefined {
  const put = <T>(list: T[], value: T | undefined): boolean => {
    if (value !== undefined) list.push(value);
    return value !== undefined;
  };
  const [, kind = '', rest = ''] =
    /^(DOB|POB|nationality|citizen|Gender|Linked To:|\(Linked To:|[afn]\.k\.a\.|Aircraft Operator) (.+)$/.exec(item) ??
    [];
  switch (kind) {
    case 'DOB':
      return put(facts.birthDates, birthDate(rest, where, reader));
    case 'POB':
      return put(facts.birthPlaces, rest);
    case 'nationality':
    case 'citizen':
      return put(facts.nationalities, countryIn(rest, kind, where, reader));
    case 'Gender':
      return put(facts.genders, lookUp(genders, rest, { ...where, field: `${where.field}: Gender` }));
    case 'Linked To:':
    case '(Linked To:':
      return put(facts.links, linkTo(rest, kind));
    case 'Aircraft Operator':
      return put(facts.links, { kind: 'operated-by', toName: rest });
    case 'a.k.a.':
    case 'f.k.a.':
    case 'n.k.a.':
      return put(facts.names, weakAlias(rest, schema));
    default:
      return undefined;
  }
}

const genders = { Male: 'male', Female: 'female' } as const;

function birthDate(text: string, where: FieldOfList, { reading }: CountryReader): DateRange | undefined {
  const range = parseEnglishDate(text);
  if (!range) reading.report('list.date', { ...where, field: `${where.field}: DOB`, value: text });
  return range;
}

function linkTo(text: string, kind: string): EntityLink {
  return { kind: 'linked-to', toName: kind.startsWith('(') ? text.replace(/\)$/, '') : text };
}

/** OFAC's strong aliases have a place of their own; those in quotes are its weak ones (FAQ 123). */
function weakAlias(text: string, schema: Schema): EntityName | undefined {
  const name = /^'(.+)'$/.exec(text)?.[1];
  return name === undefined ? undefined : writtenName(name, 'weak', schema);
}

/** True when nothing of the item is left to say. */
function takeLabelled(item: string, facts: OfacFacts, where: FieldOfList, reader: CountryReader): boolean {
  const wallet = /^Digital Currency Address - (\w+) (\S+)$/.exec(item);
  if (wallet) {
    facts.identifiers.push({ type: 'crypto-wallet', value: wallet[2] ?? '', note: wallet[1] ?? '' });
    return true;
  }
  const listed = /^Listing Date(?: \([^)]*\))?:? (.+)$/.exec(item)?.[1];
  if (listed !== undefined) keepEarliest(facts, parseEnglishDate(listed));
  const found = labelOf(item);
  if (!found) return false;
  const { label, value } = found;
  switch (label.goesTo) {
    case 'identifiers':
      facts.identifiers.push(identifierOf(label, value, reader));
      return true;
    case 'names':
      facts.names.push({ text: value, kind: 'alias' });
      return true;
    case 'faxes': // numbers that can be dialled; the label says more
      facts.phones.push(value);
      return false;
    case 'countries': {
      const country = countryIn(value, label.text, where, reader);
      if (country !== undefined) facts.countries.push(country);
      return false;
    }
    default:
      facts[label.goesTo].push(value);
      return true;
  }
}

function keepEarliest(facts: OfacFacts, date: DateRange | undefined): void {
  if (date && (facts.listedOn === undefined || date.earliest < facts.listedOn)) facts.listedOn = date.earliest;
}

/** `<number> (<country>) issued <date> expires <date>`: what is no number goes into the note. */
function identifierOf({ text, type }: Label, written: string, { territories }: CountryReader): Identifier {
  const notes = text === 'Passport' ? [] : [text];
  let value = written;
  const takeEnd = (end: RegExp): string | undefined => {
    const found = end.exec(value);
    if (!found || found.index === 0) return undefined;
    value = value.slice(0, found.index);
    return found[1];
  };
  const expires = takeEnd(/ (expires .+)$/);
  const issued = takeEnd(/ (issued .+)$/);
  const bracketed = takeEnd(/ \(([^()]+(?:\([^()]*\))?)\)$/);
  const country = bracketed === undefined ? undefined : territories.codeOf(bracketed);
  if (bracketed !== undefined && country === undefined) notes.push(bracketed);
  notes.push(...[issued, expires].filter((note) => note !== undefined));
  return {
    type,
    value,
    ...(country !== undefined && { country }),
    ...(notes.length > 0 && { note: notes.join('; ') }),
  };
}
