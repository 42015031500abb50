// Held against the real files, where the environment names a folder of them; skipped elsewhere.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { filesIn } from '../../readers/testing/files.ts';
import { entityWith, readList, realFiles } from '../testing/read.ts';
import { euFsf } from './importer.ts';

const editions = [
  {
    folder: '2022-03-18-excerpt',
    statedOn: '2022-03-18',
    counts: {
      entities: 1024,
      entries: 1044,
      persons: 696,
      bodies: 328,
      nameAliases: 4855,
      addresses: 557,
      identifications: 285,
      problems: 0,
    },
  },
  {
    folder: 'sample',
    statedOn: '2020-04-15',
    counts: {
      entities: 6,
      entries: 7,
      persons: 6,
      bodies: 0,
      nameAliases: 15,
      addresses: 2,
      identifications: 3,
      problems: 0,
    },
  },
];
for (const { folder, statedOn, counts } of editions)
  test(`the list in ${folder}`, { skip: realFiles === undefined }, async () => {
    const files = filesIn(path.join(realFiles ?? '', 'lists/eu-fsf', folder));
    const reading = await readList(euFsf, files);
    assert.equal(reading.statedOn, statedOn);
    assert.deepEqual(reading.counts, counts);
    assert.deepEqual(await readList(euFsf, files), reading);
    const entries = naiveEntries(readFileSync(files[0]?.path ?? '', 'utf8'));
    assert.equal(entries.length, counts.entries);
    for (const { id, tags, texts } of entries) {
      const entity = entityWith(reading, id);
      const said = (values: readonly string[], value: string | undefined, what: string) =>
        assert.ok(value === undefined || values.includes(value), `${id} ${what}`);
      const names = entity.names.map(({ text }) => text);
      const numbers = entity.identifiers.map(({ value }) => value);
      const whole = JSON.stringify(entity).replaceAll('\\"', '"');
      for (const { name, attributes } of tags) {
        if (name === 'sanctionEntity') {
          said(numbers, attributes['euReferenceNumber'], 'reference');
          said(numbers, attributes['unitedNationId'], 'UN reference');
        }
        if (name === 'nameAlias') {
          said(names, attributes['wholeName'], 'name');
          assert.ok(whole.includes(attributes['function'] ?? ''), `${id} function`);
          assert.ok(whole.includes(attributes['title'] ?? ''));
        }
        if (name === 'identification') said(numbers, attributes['number'], 'number');
        if (name === 'regulation') said(entity.programmes, attributes['programme'], 'programme');
        if (name === 'citizenship') said(entity.nationalities, attributes['countryIso2Code']?.toLowerCase(), 'nation');
        if (name === 'birthdate') {
          const { birthdate, year, yearRangeFrom, yearRangeTo, calendarType } = attributes;
          const days = entity.birthDates.flatMap(({ earliest, latest }) => [earliest, latest]);
          said(days, birthdate, 'birth day');
          if (calendarType === 'GREGORIAN')
            for (const each of [year, yearRangeFrom, yearRangeTo])
              said(
                days.map((day) => day.slice(0, 4)),
                each,
                'birth year',
              );
        }
        for (const part of ['street', 'city', 'zipCode', 'region', 'place', 'poBox'])
          assert.ok(whole.includes(attributes[part] ?? ''), `${id} ${part}`);
        if (name === 'contactInfo') {
          const digits = (text: string) => text.replace(/\D/g, '');
          assert.ok(digits(whole).includes(digits(attributes['value']?.split(/;| and /)[0] ?? '')), `${id} contact`);
        }
      }
      for (const text of texts) assert.ok(whole.includes(text), `${id} ${text}`);
    }
  });

/** Another reading of the same file: by regular expressions. Empty attributes are left out. */
function naiveEntries(xml: string) {
  return [...xml.matchAll(/<sanctionEntity [^>]*>[\s\S]*?<\/sanctionEntity>/g)].map(([entry]) => {
    const tags = [...entry.matchAll(/<(\w+)((?:\s+\w+="[^"]*")+)\s*\/?>/g)].map(([, name = '', written = '']) => ({
      name,
      attributes: Object.fromEntries(
        [...written.matchAll(/(\w+)="([^"]*)"/g)]
          .map(([, key = '', value = '']) => [key, plain(value)] as const)
          .filter(([, value]) => value !== ''),
      ),
    }));
    const texts = [...entry.matchAll(/<(?:remark|publicationUrl)>([\s\S]*?)</g)].map(([, text = '']) => plain(text));
    return { id: /^[^>]* logicalId="(\d+)"/.exec(entry)?.[1] ?? '', tags, texts };
  });
}

function plain(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replace(/&#(x?)([\dA-F]+);/g, (_, hex: string, code: string) =>
      String.fromCodePoint(parseInt(code, hex === 'x' ? 16 : 10)),
    )
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}
