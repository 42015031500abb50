// A row of the NSDC workbook, of its persons or its companies, in; its Entity out.
import { parseCalendarDate, parseDateRange } from '@sekisho/engine/model/calendar.ts';
import { entityOf, type Address, type Effect, type Entity } from '@sekisho/engine/model/entity.ts';
import type { Identifier } from '@sekisho/engine/model/identifier.ts';
import type { LegalStatusClaim } from '@sekisho/engine/model/legal-status.ts';
import { lookUp } from '../../readers/closed-vocabulary.ts';
import type { CheckedDescription } from '../../readers/source-description.ts';
import type { StrictRecord } from '../../readers/strict-record.ts';
import { countryIn, type CountryReader } from '../country-field.ts';
import { distinct, distinctBy } from '../distinct.ts';
import { changeIn, emailsIn, endIn, numbersIn, officersIn, otherBirthDatesIn, phonesIn } from './additional.ts';
import { namesOf } from './names.ts';
import { vocabulary } from './vocabulary.ts';

const common = [
  'row',
  '№ указу',
  'Дата указу',
  "Дія щодо об'єкту санкцій",
  'Зміни',
  'п/н',
  'Тип обмеження',
  'Термін обмеження',
  'Дата закінчення обмеження',
  'Назва укр.',
  'Назва ориг.',
  'Назва альт.',
] as const;

export const personColumns = [
  ...common,
  'Дата народження',
  'Громадянство',
  'Місце народження',
  'Зайнятість',
  'Місце проживання',
  'Додатково',
  'Відповідальний орган',
] as const;

export const bodyColumns = [
  ...common,
  'ОКПО/ЄДРПОУ',
  'ІПН',
  'Місце діяльності',
  'Місце діяльності додатково',
  'Додатково',
  'Відповідальний орган',
] as const;

const AUTHORITY = 'President of Ukraine, by decision of the National Security and Defense Council';

const restrictions = vocabulary.restrictions.map(({ pattern, effects }) => ({
  pattern: new RegExp(pattern, 'iu'),
  effects,
}));

/** What both sheets give. */
interface Sanction {
  readonly recordId: string;
  readonly decree: string;
  readonly listedOn: string;
  readonly endsOn: string | undefined;
  readonly effects: readonly Effect[];
  readonly remarks: readonly string[];
}

/**
 * @param knownOn the newest day that the file itself names: what ended before it has ended.
 * @throws Problem `list.unknown-value` for an act or a mark of change outside the vocabulary, `list.missing-field`, `list.unknown-column`.
 */
export function mapPerson(
  row: StrictRecord,
  knownOn: string,
  description: CheckedDescription,
  reader: CountryReader,
): Entity {
  const sanction = takeSanction(row, 'person', reader);
  const where = { ...row.where, record: sanction.recordId };
  const names = takeNames(row, sanction, undefined, reader);
  const birthDate = row.takeOptional('Дата народження');
  const range = birthDate === undefined ? undefined : parseDateRange(birthDate);
  if (birthDate !== undefined && !range)
    reader.reading.report('list.date', { ...where, field: 'Дата народження', value: birthDate });
  const citizenship = row.takeOptional('Громадянство');
  const birthPlace = row.takeOptional('Місце народження');
  const position = row.takeOptional('Зайнятість');
  const residence = row.takeOptional('Місце проживання');
  const more = row.takeOptional('Додатково') ?? '';
  const office = row.takeOptional('Відповідальний орган');
  row.done();

  const citizens = (citizenship ?? '').split(',').flatMap((text) => nationalityOf(text.trim(), where, reader));
  const stated = citizenIn(residence);
  const nationalities = distinct([...citizens, stated]);
  const address = residence === undefined || stated !== undefined ? undefined : addressOf(residence);
  return finished(
    {
      schema: 'Person',
      names,
      birthDates: [...(range ? [range] : []), ...otherBirthDatesIn(more)],
      birthPlaces: birthPlace === undefined ? [] : [inOneLine(birthPlace)],
      nationalities,
      countries: distinct([...nationalities, address?.country]),
      identifiers: numbersIn(more, true),
      addresses: address ? [address] : [],
      phones: phonesIn(more),
      positions: position === undefined ? [] : [inOneLine(position)],
      remarks: [
        ...(range || birthDate === undefined ? [] : [`Date of birth: ${birthDate}`]),
        ...(citizenship !== undefined && citizens.length === 0 ? [`Citizenship: ${citizenship}`] : []),
        ...(stated !== undefined && residence !== undefined ? [residence] : []),
        ...(office === undefined ? [] : [`Responsible body: ${office}`]),
      ],
    },
    sanction,
    more,
    knownOn,
    description,
  );
}

/** @throws Problem as `mapPerson`. */
export function mapBody(
  row: StrictRecord,
  knownOn: string,
  description: CheckedDescription,
  reader: CountryReader,
): Entity {
  const sanction = takeSanction(row, 'company', reader);
  const code = row.takeOptional('ОКПО/ЄДРПОУ');
  const taxNumber = row.takeOptional('ІПН');
  const names = takeNames(row, sanction, code, reader);
  const places = [row.takeOptional('Місце діяльності'), row.takeOptional('Місце діяльності додатково')];
  const more = row.takeOptional('Додатково') ?? '';
  const office = row.takeOptional('Відповідальний орган');
  row.done();
  const addresses = places.filter((place) => place !== undefined).map(addressOf);
  const codes = code === undefined ? [] : codesIn(code);
  const isRussian = codes.some(({ type }) => type === 'ru-ogrn');
  return finished(
    {
      schema: 'Organization',
      names,
      countries: distinct([...addresses.map(({ country }) => country), isRussian ? 'ru' : undefined]),
      identifiers: [
        ...codes,
        ...(taxNumber === undefined ? [] : [taxNumberOf(taxNumber, isRussian)]),
        ...numbersIn(more, false),
      ],
      addresses,
      emails: emailsIn(more),
      links: officersIn(more),
      remarks: office === undefined ? [] : [`Responsible body: ${office}`],
    },
    sanction,
    more,
    knownOn,
    description,
  );
}

function takeSanction(row: StrictRecord, sheet: 'person' | 'company', { reading }: CountryReader): Sanction {
  row.ignore('row');
  const decree = row.take('№ указу');
  const recordId = `${sheet}-${decree}-${row.take('п/н')}`;
  const where = { ...row.where, record: recordId };
  lookUp({ застосування: true }, row.take("Дія щодо об'єкту санкцій"), { ...where, field: "Дія щодо об'єкту санкцій" });
  const isChanged = lookUp({ Так: true, Ні: false }, row.take('Зміни'), { ...where, field: 'Зміни' });
  const listedOn = row.take('Дата указу');
  const restriction = row.takeOptional('Тип обмеження');
  const term = row.takeOptional('Термін обмеження');
  const written = row.takeOptional('Дата закінчення обмеження');
  const endsOn = written === undefined ? undefined : parseCalendarDate(written);
  for (const [field, value] of [
    ['Дата указу', listedOn],
    ['Дата закінчення обмеження', written],
  ] as const)
    if (value !== undefined && parseCalendarDate(value) === undefined)
      reading.report('list.date', { ...where, field, value });
  if (restriction === undefined) reading.report('list.missing-field', { ...where, column: 'Тип обмеження' });
  const known = restrictions.filter(({ pattern }) => pattern.test(restriction ?? '')).flatMap(({ effects }) => effects);
  const telling = known.filter((effect) => effect !== 'information');
  if (restriction !== undefined && known.length === 0)
    reading.report('list.unknown-value', {
      ...where,
      field: 'Тип обмеження',
      value: inOneLine(restriction).slice(0, 200),
    });
  return {
    recordId,
    decree,
    listedOn,
    endsOn,
    effects: known.length === 0 ? ['block'] : telling.length > 0 ? distinct(telling) : ['information'],
    remarks: [
      ...(term === undefined ? [] : [`Term: ${inOneLine(term)}${written === undefined ? '' : `, until ${written}`}`]),
      ...(isChanged ? ['Changed by a later decree'] : []),
      ...(restriction === undefined ? [] : [`Restrictions: ${inOneLine(restriction)}`]),
    ],
  };
}

/** An entry without any name is kept under its code. */
function takeNames(row: StrictRecord, { recordId }: Sanction, code: string | undefined, { reading }: CountryReader) {
  const names = namesOf(
    {
      ukrainian: row.takeOptional('Назва укр.'),
      original: row.takeOptional('Назва ориг.'),
      other: row.takeOptional('Назва альт.'),
    },
    code === undefined && recordId.startsWith('person'),
  );
  if (names.length > 0) return names;
  reading.report('list.missing-field', { ...row.where, record: recordId, column: 'Назва укр.' });
  return [{ text: code === undefined ? recordId : inOneLine(code), kind: 'weak' as const }];
}

function finished(
  given: Partial<Entity> & Pick<Entity, 'schema' | 'names'>,
  { recordId, decree, listedOn, endsOn, effects, remarks }: Sanction,
  more: string,
  knownOn: string,
  { id, topics, officialPage }: CheckedDescription,
): Entity {
  const ended = distinct([endIn(more), endsOn]).toSorted();
  const delistedOn = ended.find((day) => day <= knownOn);
  const updatedOn = changeIn(more) ?? endIn(more);
  const claim = (status: 'SANCTIONED' | 'DELISTED', date: string): LegalStatusClaim => ({
    status,
    authority: AUTHORITY,
    country: 'ua',
    date,
    reportedBy: id,
  });
  return entityOf({
    ...given,
    source: id,
    recordId,
    identifiers: distinctBy(given.identifiers ?? [], ({ type, value }) => `${type} ${value}`),
    addresses: distinctBy(given.addresses ?? [], ({ full }) => full),
    topics,
    effects: delistedOn === undefined ? effects : ['information'],
    programmes: [decree],
    legalStatus: [claim('SANCTIONED', listedOn), ...(delistedOn === undefined ? [] : [claim('DELISTED', delistedOn)])],
    remarks: distinct([...remarks, ...(given.remarks ?? []), ...(more === '' ? [] : [inOneLine(more)])]),
    listedOn,
    ...(updatedOn !== undefined && { updatedOn }),
    ...(delistedOn !== undefined && { delistedOn }),
    sourceUrl: officialPage,
  });
}

/** Codes of two letters, some of them typed on a Cyrillic keyboard: `АМ`. */
function nationalityOf(text: string, where: StrictRecord['where'], reader: CountryReader): string[] {
  if (text === '' || text === vocabulary.stateless) return [];
  const latin = text.replace(/[АВЕІКМНОРСТХ]/g, (letter) => 'ABEIKMHOPCTX'['АВЕІКМНОРСТХ'.indexOf(letter)] ?? letter);
  const code = vocabulary.countries[text] ?? countryIn(latin, 'Громадянство', where, reader);
  return code === undefined ? [] : [code];
}

/** `громадянин РФ`, written where the residence should stand. */
function citizenIn(text: string | undefined): string | undefined {
  const country = /^громадян(?:ин|ка) (.+)$/iu.exec(text ?? '')?.[1]?.trim() ?? '';
  return vocabulary.countries[country];
}

function addressOf(text: string): Address {
  const full = inOneLine(text);
  const country = full
    .split(',')
    .map((part) => vocabulary.countries[part.trim()])
    .find((code) => code !== undefined);
  return { full, ...(country !== undefined && { country }) };
}

/** `ОДРН1990000000001`: 13 digits are the Russian register's number, whatever they are labelled; ЄДРПОУ has 8. */
function codesIn(cell: string): Identifier[] {
  return inOneLine(cell)
    .split(/(?=КПП)/u)
    .map((part) => {
      const [, label = '', rest = ''] = /^(\p{Script=Cyrillic}{3,})?\s*(.*?)[\s;,]*$/u.exec(part.trim()) ?? [];
      const value = rest.trim();
      const note = label === '' ? {} : { note: label };
      if (/^(?:\d{13}|\d{15})$/.test(value)) return { type: 'ru-ogrn', value, country: 'ru', ...note } as const;
      if (label === 'КПП') return { type: 'other', value, ...note } as const;
      const isUkrainian = label === 'ЄДРПОУ' && /^\d{8}$/.test(value);
      return { type: 'registration-number', value, ...(isUkrainian && { country: 'ua' }), ...note } as const;
    });
}

function taxNumberOf(cell: string, isRussian: boolean): Identifier {
  const [, label = '', rest = ''] = /^(\p{Script=Cyrillic}{3})?-?\s*(.*?)[\s;,)"]*$/u.exec(inOneLine(cell)) ?? [];
  const isInn = isRussian && /^(?:\d{10}|\d{12})$/.test(rest);
  return {
    type: isInn ? 'ru-inn' : 'tax-id',
    value: rest,
    ...(isInn && { country: 'ru' }),
    ...(label !== '' && { note: label }),
  };
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
