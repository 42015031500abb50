// A Red Notice in, its Entity out. A notice asks to find and provisionally arrest somebody: it is no conviction.
import { parseDateRange } from '@sekisho/engine/model/calendar.ts';
import { entityOf, type Entity, type EntityName } from '@sekisho/engine/model/entity.ts';
import type { LegalStatusClaim } from '@sekisho/engine/model/legal-status.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { lookUp } from '../../readers/closed-vocabulary.ts';
import type { CheckedDescription } from '../../readers/source-description.ts';
import { countryIn, type CountryReader } from '../country-field.ts';
import { distinct } from '../distinct.ts';
import { isFull, type FullNotice, type Notice } from './notice.ts';

type Where = { readonly list: string; readonly file: string; readonly record: string };

const genders = { M: ['male'], F: ['female'], U: [] } as const;

/** @throws Problem `list.unknown-value` for a sex outside the vocabulary, `list.missing-field` for a notice without a name. */
export function mapNotice(
  notice: Notice,
  description: CheckedDescription,
  where: Where,
  reader: CountryReader,
): Entity {
  const full = isFull(notice) ? notice : undefined;
  const birthDate = notice.date_of_birth === null ? undefined : parseDateRange(notice.date_of_birth);
  const isUnread = notice.date_of_birth !== null && birthDate === undefined;
  if (isUnread)
    reader.reading.report('list.date', { ...where, field: 'date_of_birth', value: notice.date_of_birth ?? '' });
  const nationalities = (notice.nationalities ?? []).map((code) => ({
    written: code,
    code: countryIn(code, 'nationalities', where, reader),
  }));
  const codes = distinct(nationalities.map(({ code }) => code));
  const birthPlace = [full?.place_of_birth, full?.country_of_birth_id].filter((part) => typeof part === 'string');
  return entityOf({
    source: description.id,
    recordId: recordIdOf(notice.entity_id),
    schema: 'Person',
    names: [nameOf(notice, where)],
    birthDates: birthDate ? [birthDate] : [],
    birthPlaces: birthPlace.length > 0 ? [birthPlace.join(', ')] : [],
    genders: typeof full?.sex_id === 'string' ? lookUp(genders, full.sex_id, { ...where, field: 'sex_id' }) : [],
    nationalities: codes,
    countries: codes,
    topics: description.topics,
    effects: description.effects,
    legalStatus: full ? warrantClaims(full, description, where, reader) : [claim(description, 'INTERPOL', notice)],
    links: (full?._embedded.links ?? []).map((other) => ({
      kind: 'associate-of',
      toId: `${description.id}:${recordIdOf(other.entity_id)}`,
      toName: [other.forename, other.name].filter((part) => part !== null).join(' '),
    })),
    remarks: [
      ...(isUnread ? [`Date of birth: ${notice.date_of_birth ?? ''}`] : []),
      ...nationalities.filter(({ code }) => code === undefined).map(({ written }) => `Nationality: ${written}`),
    ],
    sourceUrl: notice._links.self.href,
  });
}

/** `2022/46614` in the results, `2022-46614` in addresses. */
export function recordIdOf(entityId: string): string {
  return entityId.replace('/', '-');
}

function nameOf({ name, forename }: Notice, where: Where): EntityName {
  const text = [forename, name].filter((part) => part !== null).join(' ');
  if (text === '') throw new Problem('list.missing-field', { ...where, column: 'name' });
  return {
    text,
    kind: 'primary',
    ...(name !== null && { family: name }),
    ...(forename !== null && { given: forename }),
  };
}

/** One claim a warrant: the act is that of the country's authorities, INTERPOL reports it. */
function warrantClaims(
  notice: FullNotice,
  description: CheckedDescription,
  where: Where,
  reader: CountryReader,
): LegalStatusClaim[] {
  return (notice.arrest_warrants ?? []).map(
    ({ issuing_country_id: issuer, charge, charge_translation: translation }) => {
      const country = countryIn(issuer ?? undefined, 'issuing_country_id', where, reader);
      const offence = [charge, translation === null ? null : `(translation: ${translation})`].filter(
        (part) => part !== null,
      );
      return {
        ...claim(description, `Authorities of the issuing country (${issuer ?? 'not stated'})`, notice),
        ...(country !== undefined && { country }),
        ...(offence.length > 0 && { offence: offence.join(' ').replace(/\s+/g, ' ') }),
      };
    },
  );
}

function claim({ id }: CheckedDescription, authority: string, notice: Notice): LegalStatusClaim {
  return { status: 'WANTED_INTERNATIONAL', authority, reportedBy: id, sourceUrl: notice._links.self.href };
}
