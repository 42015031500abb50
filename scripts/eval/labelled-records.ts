// Files of labelled records in, pairs of subjects out.
import { readFileSync } from 'node:fs';
import { parseDateRange } from '@sekisho/engine/model/calendar.ts';
import { schemata, type Address } from '@sekisho/engine/model/entity.ts';
import type { Subject } from '@sekisho/engine/model/subject.ts';
import { readYaml } from '@sekisho/engine/reference/data-table.ts';
import { readRows } from '@sekisho/engine/testing/name-cases.ts';

export interface LabelledRecords {
  readonly query: Subject;
  readonly listed: Subject;
  readonly isMatch: boolean;
  readonly category: string;
}

interface Person {
  readonly given: string;
  readonly family: string;
  readonly birthDate: string;
  readonly address?: Address;
}

/** nomenklatura's checks: names alone, whole or in parts. */
export function readRecordChecks(file: string): LabelledRecords[] {
  const { checks } = readYaml(new Map([[file, readFileSync(file, 'utf8')]]), file) as {
    checks: {
      match: boolean;
      schema: string;
      label?: string;
      query: Readonly<Record<string, string>>;
      candidate: Readonly<Record<string, string>>;
    }[];
  };
  return checks.map(({ match, schema: word, label, query, candidate }) => {
    const schema = schemata.find((known) => known === word) ?? 'LegalEntity';
    const subject = ({ name, firstName = '', middleName = '', lastName = '' }: Readonly<Record<string, string>>) =>
      subjectOf({
        schema,
        names: [
          {
            text: name ?? [firstName, middleName, lastName].filter(Boolean).join(' '),
            kind: 'primary',
            ...(lastName !== '' && { family: lastName }),
            ...(firstName !== '' && lastName !== '' && { given: firstName }),
          },
        ],
      });
    return { query: subject(query), listed: subject(candidate), isMatch: match, category: label ?? 'unlabelled' };
  });
}

/** splink's invented people and the pairs of them that clerks judged. */
export function readSplink(peopleFile: string, labelsFile: string): LabelledRecords[] {
  const people = new Map(
    readRows(peopleFile).map((row) => [
      row['unique_id'],
      subjectOfPerson({
        given: row['first_name'] ?? '',
        family: row['surname'] ?? '',
        birthDate: row['dob'] ?? '',
        ...(row['city'] && { address: { full: row['city'], city: row['city'] } }),
      }),
    ]),
  );
  return readRows(labelsFile).flatMap((row) => {
    const [query, listed] = [people.get(row['unique_id_l']), people.get(row['unique_id_r'])];
    const isMatch = Number(row['clerical_match_score']) >= 0.5;
    return query && listed ? [{ query, listed, isMatch, category: 'people' }] : [];
  });
}

/**
 * FEBRL's originals and their duplicates; beside each duplicate stands the original of somebody else that comes next
 * among the family names. The number that both sides state is left out: it alone would decide.
 */
export function readFebrl(file: string): LabelledRecords[] {
  const rows = readRows(file).map((row) =>
    Object.fromEntries(Object.entries(row).map(([column, value]) => [column.trim(), value.trim()])),
  );
  const records = rows.map((row) => ({
    id: row['rec_id'] ?? '',
    person: /^rec-(\d+)/.exec(row['rec_id'] ?? '')?.[1] ?? '',
    sortKey: `${row['surname'] ?? ''} ${row['given_name'] ?? ''} ${row['rec_id'] ?? ''}`,
    subject: febrlSubject(row),
  }));
  const originals = records.filter(({ id }) => id.endsWith('-org')).sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1));
  const originalOf = new Map(originals.map((original) => [original.person, original]));
  return records
    .filter(({ id }) => !id.endsWith('-org'))
    .flatMap(({ person, sortKey, subject }): LabelledRecords[] => {
      const own = originalOf.get(person);
      const other =
        originals.find((original) => sortKey < original.sortKey && original.person !== person) ??
        originals.find((original) => original.person !== person);
      const pair = (listed: Subject, isMatch: boolean) => ({ query: subject, listed, isMatch, category: 'people' });
      return [...(own ? [pair(own.subject, true)] : []), ...(other ? [pair(other.subject, false)] : [])];
    });
}

function febrlSubject(row: Readonly<Record<string, string>>): Subject {
  const { street_number = '', address_1 = '', address_2 = '', suburb = '', postcode = '', state = '' } = row;
  const birth = row['date_of_birth'] ?? '';
  const line = [[street_number, address_1].filter(Boolean).join(' '), address_2, suburb, state, postcode];
  return subjectOfPerson({
    given: row['given_name'] ?? '',
    family: row['surname'] ?? '',
    birthDate: birth.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3'),
    address: {
      full: line.filter(Boolean).join(', '),
      ...(suburb !== '' && { city: suburb }),
      ...(state !== '' && { region: state }),
      ...(postcode !== '' && { postalCode: postcode }),
      country: 'au',
    },
  });
}

function subjectOfPerson({ given, family, birthDate, address }: Person): Subject {
  const range = parseDateRange(birthDate);
  return subjectOf({
    names: [
      {
        text: [given, family].filter(Boolean).join(' '),
        kind: 'primary',
        ...(family !== '' && given !== '' && { family, given }),
      },
    ],
    birthDates: range ? [range] : [],
    addresses: address ? [address] : [],
  });
}

function subjectOf(given: Pick<Subject, 'names'> & Partial<Subject>): Subject {
  return {
    schema: 'Person',
    birthDates: [],
    genders: [],
    nationalities: [],
    countries: [],
    identifiers: [],
    addresses: [],
    ...given,
  };
}
