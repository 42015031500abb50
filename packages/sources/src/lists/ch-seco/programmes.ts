// The sanctions-program and place elements of the SECO list in, what targets refer to by number out.
import type { Effect } from '@sekisho/engine/model/entity.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { StrictElement } from '../../readers/strict-element.ts';
import { countryIn, type CountryReader } from '../country-field.ts';
import { distinct } from '../distinct.ts';
import { vocabulary } from './vocabulary.ts';

/** A set of measures of one ordinance. */
export interface SanctionsSet {
  /** The programme's name: `Belarus`. */
  readonly programme: string;
  /** The ordinance and its article. */
  readonly basis: string;
  readonly effects: readonly Effect[];
  /** `EU`, `UN`, … */
  readonly origin?: string;
}

export interface Place {
  readonly location?: string;
  readonly area?: string;
  readonly country?: string;
  /** ISO 3166-1 alpha-2, lower case. */
  readonly code?: string;
  /** Other spellings of location and area. */
  readonly variants: readonly string[];
}

/** What elements outside the targets give. */
export interface Referred {
  readonly sets: Map<string, SanctionsSet>;
  readonly places: Map<string, Place>;
}

const measures = vocabulary.measures.map(({ pattern, effects }) => ({ pattern: new RegExp(pattern, 'iu'), effects }));

/** @throws Problem `list.duplicate-record` when two programmes have a set of one number; as elements do. */
export function takeProgramme(element: StrictElement, { sets }: Referred, { reading }: CountryReader): void {
  element.ignore('@ssid', '@version-date', '@predecessor-version-date');
  const programme = inEnglish(element.takeAll('program-key')) ?? element.take('program-key');
  const ordinance = inEnglish(element.takeAll('program-name'));
  const origin = element.takeTexts('origin').join(', ');
  const texts = Map.groupBy(element.takeAll('sanctions-set'), (set) => set.takeRequiredAttribute('ssid'));
  for (const [id, inLanguages] of texts) {
    if (sets.has(id)) throw new Problem('list.duplicate-record', { ...element.where, record: id });
    const text = inEnglish(inLanguages) ?? '';
    const effects = distinct(
      measures.filter(({ pattern }) => pattern.test(text)).flatMap((measure) => measure.effects),
    );
    if (effects.length === 0)
      reading.report('list.unknown-value', { ...element.where, field: 'sanctions-set', value: text });
    sets.set(id, {
      programme,
      basis: [ordinance, text].filter((part) => part !== undefined && part !== '').join(': '),
      effects: effects.length > 0 ? effects : ['block'],
      ...(origin !== '' && { origin }),
    });
  }
  element.done();
}

/** @throws Problem as elements do. */
export function takePlace(element: StrictElement, { places }: Referred, reader: CountryReader): void {
  const id = element.takeRequiredAttribute('ssid');
  const { location, area, country, code } = takePlaceParts(element, reader);
  const variants = ['location-variant', 'area-variant'].flatMap((name) =>
    element.takeAll(name).map((variant) => {
      variant.ignore('@ssid', '@lang', '@script', '@variant-type', '@spelling-variant-type');
      return variant.takeText();
    }),
  );
  element.done();
  places.set(id, {
    ...(location !== undefined && { location }),
    ...(area !== undefined && { area }),
    ...(country !== undefined && { country }),
    ...(code !== undefined && { code }),
    variants: variants.filter((text) => text !== ''),
  });
}

/** The parts of a place that an element itself may hold. */
export function takePlaceParts(element: StrictElement, reader: CountryReader) {
  const location = element.takeOptional('location');
  const area = element.takeTexts('area').join(', ');
  const countries = element.takeAll('country').map((country) => takeCountry(country, reader));
  const [first] = countries;
  return { location, area: area === '' ? undefined : area, country: first?.name, code: first?.code };
}

/** The name of a country and its ISO code. */
export function takeCountry(element: StrictElement, reader: CountryReader) {
  const iso = element.takeAttribute('iso-code') ?? element.takeAttribute('code');
  element.ignore('@iso-code', '@code', '@ssid');
  const text = element.takeText();
  const name = text === '' ? undefined : text;
  return { name, code: countryIn(iso?.toUpperCase() ?? name, element.name, element.where, reader) };
}

/** The text marked `eng`; of none in English, the first. */
function inEnglish(elements: readonly StrictElement[]): string | undefined {
  const texts = elements.map((element) => {
    element.ignore('@ssid');
    return { language: element.takeAttribute('lang'), text: element.takeText() };
  });
  return (texts.find(({ language }) => language === 'eng') ?? texts[0])?.text;
}
