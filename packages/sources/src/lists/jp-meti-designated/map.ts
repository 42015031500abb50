// The parts of an entry of a list of designated parties in, its Entity out.
import { entityOf, type Address, type Entity, type EntityName } from '@sekisho/engine/model/entity.ts';
import type { ProblemFacts } from '@sekisho/engine/model/problem.ts';
import type { Territories } from '@sekisho/engine/reference/territories.ts';
import type { CheckedDescription } from '../../readers/source-description.ts';
import { distinct, distinctBy } from '../distinct.ts';
import type { ReadingInProgress } from '../list-reading.ts';
import type { PartsOfEntry } from './parts.ts';

export interface EntryReader {
  readonly description: CheckedDescription;
  readonly territories: Territories;
  readonly reading: ReadingInProgress;
  /** The country of every body of the list, where the list is of one country: ISO 3166-1 alpha-2, lower case. */
  readonly country: string | undefined;
}

/** Where a company's own name is in Han characters, so that what stands in brackets is that name. */
const hanCountries = ['cn', 'hk', 'mo', 'tw'];

/**
 * The list does not say which of its bodies (団体) are persons, and some are: so an entry is a LegalEntity.
 * An alias more or less than METI announces, and an address in no known country where the list is of several, is reported.
 */
export function entityOfParts(
  recordId: string,
  parts: PartsOfEntry,
  where: ProblemFacts & { readonly record: string },
  reader: EntryReader,
): Entity {
  const { description, reading, country } = reader;
  const addresses = addressesIn(parts.addresses, reader.territories);
  const countries = distinct([country, ...addresses.map((address) => address.country)]);
  const ownLanguage = countries.some((code) => hanCountries.includes(code)) ? 'zh' : undefined;
  const [english, ...englishOwn] = namesIn(withoutEnd(parts.english), undefined, 'primary', ownLanguage);
  const [japanese, ...japaneseOwn] = namesIn(parts.japanese, 'ja', 'primary', ownLanguage);
  const aliases = [
    ...parts.englishAliases.flatMap((text) => namesIn(withoutEnd(text), undefined, 'alias', ownLanguage)),
    ...parts.japaneseAliases.flatMap((text) => namesIn(text, 'ja', 'alias', ownLanguage)),
  ];
  const { aliasesAnnounced = parts.englishAliases.length } = parts;
  if (aliasesAnnounced !== parts.englishAliases.length)
    reading.report('list.unexpected-shape', {
      ...where,
      reason: `it announces ${aliasesAnnounced} aliases and has ${parts.englishAliases.length}`,
    });
  if (countries.length === 0)
    reading.report('list.unknown-value', { ...where, field: '所在地', value: parts.addresses });
  const names = [english, japanese, ...englishOwn, ...japaneseOwn, ...aliases].filter((name) => name !== undefined);
  return entityOf({
    source: description.id,
    recordId,
    schema: 'LegalEntity',
    names: distinctBy(names, ({ text }) => text),
    countries,
    addresses,
    topics: description.topics,
    effects: description.effects,
    legalStatus: [
      { status: 'SANCTIONED', authority: description.publisher, country: 'jp', reportedBy: description.id },
    ],
    remarks: [parts.japanese, parts.english].filter((text) => withoutExplanation(text) !== text),
    sourceUrl: description.officialPage,
  });
}

/** The name before an explanation; a name in Han characters in brackets behind it is one of its own. */
function namesIn(
  text: string,
  language: 'ja' | undefined,
  kind: EntityName['kind'],
  ownLanguage: 'zh' | undefined,
): EntityName[] {
  const name = withoutExplanation(text);
  const [, outer, inner] = (ownLanguage && bracketedHan.exec(name)) || [];
  const said = { kind, ...(language && { language }) };
  if (ownLanguage === undefined || outer === undefined || inner === undefined) {
    const isOwn = ownLanguage && /^[\p{Script=Han}()（）・]+$/u.test(name);
    return [{ text: name, ...(isOwn ? { kind: 'original-script', language: ownLanguage } : said) }];
  }
  const own = inner.split(/[、､]/).map((part) => part.trim());
  return [
    { text: outer.trim(), ...said },
    ...own.map((part) => ({ text: part, kind: 'original-script' as const, language: ownLanguage })),
  ];
}

const bracketedHan = /^(.+?)\s*[（(]([\p{Script=Han}、､()（）]+)[）)]$/u;

/** `国防省（…を含む。）。これには、…が含まれる。`; `The Ministry of Defence of …, including the Armed Forces of … This includes …`. */
function withoutExplanation(text: string): string {
  if (/。./u.test(text) || text.endsWith('。')) return text.replace(/[（(。].*$/su, '');
  return /\. This includes /.test(text) ? text.replace(/, including .*$/s, '') : text;
}

/** An English name without the comma, `; and` or full stop that METI leaves behind it, but with that of `Co., Ltd.` and `A.Ș.`. */
function withoutEnd(name: string): string {
  const text = name.replace(/\s*[;；,](?:\s*and,?)?$/u, '').trim();
  return isAbbreviated.test(text) ? text : text.replace(/\.$/, '');
}

const isAbbreviated = /(?:\b(?:Co|Ltd|Inc|Corp|Ltd\. Sti|Sti|Tic|San)|Ști|Şti|\.\p{Lu})\.$/u;

/** `…, Russia; and …, Russia.`; a few have a comma in place of the semicolon. */
function addressesIn(text: string, territories: Territories): Address[] {
  const pieces = text.split(/[;；]\s*(?:and\b,?\s*)?/u).flatMap((piece) => splitBehindCountry(piece, territories));
  return pieces
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .map((piece) => {
      const full = isAbbreviated.test(piece) ? piece : piece.replace(/\.$/, '');
      const country = countryAtEnd(full, territories);
      return { full, ...(country !== undefined && { country }) };
    });
}

/** `…, Russia and 3 Okruzhnaya Road, …`. */
function splitBehindCountry(text: string, territories: Territories): string[] {
  for (const { index, 0: found, 1: word = '' } of text.matchAll(/\b(\p{L}+),?\s+and,?\s+/gu))
    if (territories.codeOf(word) !== undefined)
      return [text.slice(0, index + word.length), ...splitBehindCountry(text.slice(index + found.length), territories)];
  return [text];
}

/** `…, Hong Kong, China` is Hong Kong; a postal code may stand behind the country or before it. */
function countryAtEnd(address: string, territories: Territories): string | undefined {
  const parts = address.split(/[,，]/u).map((part) => part.replace(/[\d.\s]+$/u, '').replace(/^[\d\s]+/u, ''));
  const filled = parts.filter((part) => part.trim() !== '');
  const [last = '', before = ''] = filled.reverse();
  const words = last.split(/\s+/);
  const named = [last, words.slice(-3).join(' '), words.slice(-2).join(' '), words.slice(-1).join(' ')];
  const code = named.map((name) => territories.codeOf(name)).find((found) => found !== undefined);
  const inner = territories.codeOf(before);
  return code === 'cn' && inner !== undefined && hanCountries.includes(inner) ? inner : code;
}
