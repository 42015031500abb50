// The remarks text of an OFAC entry in, its items taken apart out; what is not understood stays whole.
import { readFileSync } from 'node:fs';
import Type from 'typebox';
import { parse } from 'yaml';
import type { DateRange } from '@sekisho/engine/model/calendar.ts';
import type { Entity, EntityLink, EntityName } from '@sekisho/engine/model/entity.ts';
import { identifierTypes, type Identifier, type IdentifierType } from '@sekisho/engine/model/identifier.ts';
import { parseShape } from '@sekisho/engine/model/shape.ts';
import { lookUp, type FieldOfList } from '../../readers/closed-vocabulary.ts';
import { countryIn, type CountryReader } from '../country-field.ts';
import { parseEnglishDate } from '../english-dates.ts';

/** The fields of an entity that remarks can fill. */
export type RemarkFacts = {
  -readonly [
    Field in
      | 'names'
      | 'birthDates'
      | 'birthPlaces'
      | 'genders'
      | 'nationalities'
      | 'identifiers'
      | 'emails'
      | 'phones'
      | 'websites'
      | 'links'
      | 'remarks'
  ]: Entity[Field][number][];
} & { listedOn?: string };

/**
 * @param text all of the remarks, continued from the comments file where they overflow.
 * @param isCutOff true when the text ends in the middle of an item, which is then not taken apart.
 * @throws Problem `list.unknown-value` for a gender that is not in the vocabulary.
 */
export function readRemarks(text: string, isCutOff: boolean, where: FieldOfList, reader: CountryReader): RemarkFacts {
  const facts: RemarkFacts = {
    names: [],
    birthDates: [],
    birthPlaces: [],
    genders: [],
    nationalities: [],
    identifiers: [],
    emails: [],
    phones: [],
    websites: [],
    links: [],
    remarks: [],
  };
  const items = itemsOf(text, isCutOff);
  items.forEach((item, index) => {
    const isWhole = !(isCutOff && index === items.length - 1);
    if (!isWhole || !takeItem(item.replace(/^alt\. /i, ''), facts, where, reader)) facts.remarks.push(item);
  });
  return facts;
}

/** Items end with `; `, the last one with a full stop, which may be that of an abbreviation too: `Linked To: R D I S.A.` */
function itemsOf(text: string, isCutOff: boolean): string[] {
  const whole = isCutOff || /(?:\.[A-Z]|\b(?:LTD|CO|INC|CORP))\.$/.test(text) ? text : text.replace(/\.$/, '');
  return whole
    .split(/;\s+/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** True when the item is fully kept in a field of its own; false when it must stay in the remarks (as well). */
function takeItem(item: string, facts: RemarkFacts, where: FieldOfList, reader: CountryReader): boolean {
  const put = <T>(list: T[], value: T | undefined): boolean => {
    if (value === undefined) return false;
    list.push(value);
    return true;
  };
  const [, kind = '', rest = ''] =
    /^(DOB|POB|nationality|citizen|Gender|Linked To:|\(Linked To:|[afn]\.k\.a\.) (.+)$/.exec(item) ?? [];
  switch (kind) {
    case 'DOB':
      return put(facts.birthDates, birthDate(rest, where, reader));
    case 'POB':
      return put(facts.birthPlaces, rest);
    case 'nationality':
    case 'citizen':
      return put(facts.nationalities, countryIn(rest, kind, where, reader));
    case 'Gender':
      return put(facts.genders, lookUp(genders, rest, { ...where, field: 'remarks: Gender' }));
    case 'Linked To:':
    case '(Linked To:':
      return put(facts.links, linkTo(rest, kind));
    case 'a.k.a.':
    case 'f.k.a.':
    case 'n.k.a.':
      return put(facts.names, weakAlias(rest));
    default:
      return takeLabelled(item, facts, reader);
  }
}

const genders = { Male: 'male', Female: 'female' } as const;

function birthDate(text: string, where: FieldOfList, { reading }: CountryReader): DateRange | undefined {
  const range = parseEnglishDate(text);
  if (!range) reading.report('list.date', { ...where, field: 'remarks: DOB', value: text });
  return range;
}

function linkTo(text: string, kind: string): EntityLink {
  return { kind: 'linked-to', toName: kind.startsWith('(') ? text.replace(/\)$/, '') : text };
}

/** OFAC lists its strong aliases in alt.csv; those in quotes in the remarks are its weak ones (FAQ 123). */
function weakAlias(text: string): EntityName | undefined {
  const name = /^'(.+)'$/.exec(text)?.[1];
  return name === undefined ? undefined : { text: name, kind: 'weak' };
}

function takeLabelled(item: string, facts: RemarkFacts, reader: CountryReader): boolean {
  const wallet = /^Digital Currency Address - (\w+) (\S+)$/.exec(item);
  if (wallet) {
    facts.identifiers.push({ type: 'crypto-wallet', value: wallet[2] ?? '', note: wallet[1] ?? '' });
    return true;
  }
  const listed = /^Listing Date(?: \([^)]*\))?: (.+)$/.exec(item)?.[1];
  if (listed !== undefined) keepEarliest(facts, parseEnglishDate(listed));
  const operator = /^Aircraft Operator (.+)$/.exec(item)?.[1];
  if (operator !== undefined) {
    facts.links.push({ kind: 'operated-by', toName: operator });
    return true;
  }
  const found = labelOf(item);
  if (!found) return false;
  const { label, value } = found;
  if (label.goesTo === 'faxes') {
    facts.phones.push(value);
    return false;
  }
  if (label.goesTo !== 'identifiers') {
    facts[label.goesTo].push(value);
    return true;
  }
  facts.identifiers.push(identifierOf(label, value, reader));
  return true;
}

function keepEarliest(facts: RemarkFacts, date: DateRange | undefined): void {
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
  const bracketed = takeEnd(/ \(([^()]+)\)$/);
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

interface Label {
  readonly text: string;
  readonly goesTo: 'identifiers' | 'emails' | 'websites' | 'phones' | 'faxes';
  readonly type: IdentifierType;
  readonly pattern?: RegExp;
}

const labels = readLabels(new URL('./remark-labels.yml', import.meta.url));

/** `Passport issued in Samplegrad` has no number; tail numbers and call signs need no digit. */
const lettersAlone: readonly IdentifierType[] = ['swift-bic', 'aircraft-registration', 'call-sign'];

function labelOf(item: string): { readonly label: Label; readonly value: string } | undefined {
  for (const label of labels.get(firstWord(item)) ?? []) {
    if (!item.startsWith(label.text)) continue;
    const value = /^(?::\s*|\s+)(.+)$/.exec(item.slice(label.text.length))?.[1];
    if (value === undefined) continue;
    const isNumberLike = label.goesTo !== 'identifiers' || lettersAlone.includes(label.type) || /\d/.test(value);
    const bare = value.replace(/ \(.*$/, '');
    if (isNumberLike && (label.pattern?.test(bare) ?? true)) return { label, value };
  }
  return undefined;
}

function firstWord(text: string): string {
  return text.split(/[\s:]/, 1)[0] ?? '';
}

/** Longest labels first, by their first word. */
function readLabels(file: URL): ReadonlyMap<string, readonly Label[]> {
  const texts = Type.Array(Type.String({ minLength: 1 }), { minItems: 1 });
  const shape = Type.Object(
    {
      identifiers: Type.Array(
        Type.Object(
          {
            type: Type.Unsafe<IdentifierType>(Type.Enum([...identifierTypes])),
            labels: texts,
            pattern: Type.Optional(Type.String()),
          },
          { additionalProperties: false },
        ),
      ),
      emails: texts,
      websites: texts,
      phones: texts,
      faxes: texts,
    },
    { additionalProperties: false },
  );
  const table = parseShape(shape, parse(readFileSync(file, 'utf8')), 'reference.invalid', {
    file: 'remark-labels.yml',
  });
  const plain = (goesTo: Label['goesTo']) => (text: string) => ({ text, goesTo, type: 'other' as const });
  const all: Label[] = [
    ...table.identifiers.flatMap(({ type, labels: names, pattern }) =>
      names.map((text) => ({
        text,
        goesTo: 'identifiers' as const,
        type,
        ...(pattern !== undefined && { pattern: new RegExp(pattern) }),
      })),
    ),
    ...table.emails.map(plain('emails')),
    ...table.websites.map(plain('websites')),
    ...table.phones.map(plain('phones')),
    ...table.faxes.map(plain('faxes')),
  ];
  return Map.groupBy(
    all.toSorted((a, b) => b.text.length - a.text.length),
    ({ text }) => firstWord(text),
  );
}
