// A record element of the Canadian autonomous sanctions list in, its Entity out.
import Type from 'typebox';
import { parseCalendarDate, parseDateRange, type DateRange } from '@sekisho/engine/model/calendar.ts';
import { effects, entityOf, type Effect, type Entity, type Schema } from '@sekisho/engine/model/entity.ts';
import type { Identifier } from '@sekisho/engine/model/identifier.ts';
import type { CheckedDescription } from '../../readers/source-description.ts';
import type { StrictElement } from '../../readers/strict-element.ts';
import type { CountryReader } from '../country-field.ts';
import { distinctBy } from '../distinct.ts';
import { slugOf } from '../name-slug.ts';
import { readVocabulary } from '../../readers/vocabulary-file.ts';
import { aliasesIn, inBothLanguages } from './names.ts';

const AUTHORITY = 'Government of Canada';

const text = Type.String({ minLength: 1 });
const names = Type.Array(text, { minItems: 1 });
const vocabulary = readVocabulary(
  new URL('./vocabulary.yml', import.meta.url),
  Type.Object(
    {
      elements: Type.Object(
        {
          country: names,
          lastName: names,
          givenName: names,
          entity: names,
          title: names,
          aliases: names,
          date: names,
          shipNumber: names,
          schedule: names,
          item: names,
          listedOn: names,
        },
        { additionalProperties: false },
      ),
      restrictedSchedules: Type.Array(
        Type.Object(
          { regime: text, schedule: text, effects: Type.Array(Type.Unsafe<Effect>(Type.Enum([...effects]))) },
          { additionalProperties: false },
        ),
      ),
      legalFormsBehindComma: names,
    },
    { additionalProperties: false },
  ),
);
const elements = vocabulary.elements;

/**
 * The record has no number of its own, and schedules are renamed between editions: its id is made of regime and name.
 * @throws Problem `list.missing-field` for a record without regime or name, `list.unknown-column`.
 */
export function mapRecord(element: StrictElement, description: CheckedDescription, reader: CountryReader): Entity {
  const take = (field: readonly string[]) =>
    field.map((name) => element.takeOptional(name)).find((value) => value !== undefined);
  const country = take(elements.country) ?? element.take(elements.country[0] ?? '');
  const family = take(elements.lastName);
  const given = take(elements.givenName);
  const body = take(elements.entity);
  const title = take(elements.title);
  const aliases = take(elements.aliases);
  const date = take(elements.date);
  const shipNumber = take(elements.shipNumber);
  const [schedule, item] = [take(elements.schedule), take(elements.item)];
  const listed = take(elements.listedOn);
  element.done();

  const isPerson = body === undefined;
  const primary = body ?? ([given, family].filter((part) => part !== undefined).join(' ') || element.take('LastName'));
  const isShip = !isPerson && shipNumber !== undefined && /^\d{7}$/.test(shipNumber);
  const schema: Schema = isPerson ? 'Person' : isShip ? 'Vessel' : 'Organization';
  const regime = country.split('/')[0]?.trim() ?? country;
  const recordId = `${slugOf(regime)}-${slugOf(primary)}`;
  const where = { ...element.where, record: recordId };
  const remarks = [
    [schedule === undefined ? undefined : `Schedule ${schedule}`, item === undefined ? undefined : `item ${item}`]
      .filter((part) => part !== undefined)
      .join(', '),
    title === undefined ? '' : `${isShip ? 'Ship type' : 'Title'}: ${title}`,
  ];
  const identifiers: Identifier[] = [];
  if (isShip) identifiers.push({ type: 'imo-number', value: shipNumber });
  else if (shipNumber !== undefined) {
    remarks.push(`Ship IMO number: ${shipNumber}`);
    reader.reading.report('list.unknown-value', { ...where, field: 'ShipIMONumber', value: shipNumber });
  }
  const dates = date === undefined ? [] : rangesIn(date);
  if (date !== undefined && (dates.length === 0 || !isPerson))
    remarks.push(`${isPerson ? 'Date of birth' : 'Date'}: ${date}`);
  if (date !== undefined && dates.length === 0)
    reader.reading.report('list.date', { ...where, field: 'DateOfBirth', value: date });
  const listedOn = listed === undefined ? undefined : parseCalendarDate(listed);
  if (listed !== undefined && listedOn === undefined) {
    remarks.push(`Date of listing: ${listed}`);
    reader.reading.report('list.date', { ...where, field: 'DateOfListing', value: listed });
  }
  const restricted = vocabulary.restrictedSchedules.find((row) => row.regime === regime && row.schedule === schedule);
  return entityOf({
    source: description.id,
    recordId,
    schema,
    names: distinctBy(
      [
        ...(isPerson
          ? [
              {
                text: primary,
                kind: 'primary' as const,
                ...(family !== undefined && { family }),
                ...(given !== undefined && { given }),
              },
            ]
          : inBothLanguages(primary)),
        ...(aliases === undefined ? [] : aliasesIn(aliases, isPerson, vocabulary.legalFormsBehindComma)),
      ],
      (name) => name.text,
    ),
    birthDates: isPerson ? dates : [],
    identifiers,
    topics: description.topics,
    effects: restricted?.effects ?? description.effects,
    programmes: [regime],
    legalStatus: [
      {
        status: 'SANCTIONED',
        authority: AUTHORITY,
        country: 'ca',
        ...(listedOn !== undefined && { date: listedOn }),
        reportedBy: description.id,
      },
    ],
    remarks: remarks.filter((remark) => remark !== ''),
    ...(listedOn !== undefined && { listedOn }),
    sourceUrl: description.officialPage,
  });
}

/** `1965-04-29`, `1964-03`, `1972`, `1972-08-10 or 1972-08-11`; none when a part cannot be read. */
function rangesIn(date: string): DateRange[] {
  const ranges = date.split(/\s+or\s+/).map((part) => parseDateRange(part));
  return ranges.every((range) => range !== undefined) ? ranges : [];
}
