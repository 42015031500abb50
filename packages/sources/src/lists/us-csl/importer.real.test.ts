// Held against excerpts of the real list, where the environment names a folder of them; skipped elsewhere.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { filesIn } from '../../readers/testing/files.ts';
import { readList, realFiles } from '../testing/read.ts';
import { usCsl } from './importer.ts';

const excerpts = [
  {
    folder: '2019-12',
    counts: {
      entities: 115,
      addresses: 127,
      aliases: 161,
      CAP: 1,
      DPL: 8,
      DTC: 10,
      EL: 22,
      ISN: 3,
      PLC: 13,
      SDN: 28,
      SSI: 26,
      UVL: 4,
      problems: 0,
    },
  },
  {
    folder: '2025-06',
    counts: {
      entities: 13,
      addresses: 13,
      aliases: 15,
      DPL: 1,
      DTC: 1,
      EL: 1,
      FSE: 1,
      ISN: 1,
      MEU: 1,
      PLC: 2,
      SDN: 1,
      SSI: 3,
      UVL: 1,
      problems: 0,
    },
  },
];
for (const { folder, counts } of excerpts)
  test(`the excerpt of ${folder}`, { skip: realFiles === undefined }, async () => {
    const files = filesIn(path.join(realFiles ?? '', 'lists/us-csl', folder));
    const reading = await readList(usCsl, files);
    assert.deepEqual(reading.counts, counts);
    const [header = [], ...rows] = naiveRows(readFileSync(files[0]?.path ?? '', 'utf8'));
    assert.equal(rows.length, counts.entities);
    rows.forEach((row, index) => {
      const entity = reading.entities[index];
      assert.ok(entity);
      const text = JSON.stringify(entity).replaceAll('\\"', '"').replaceAll('\\\\', '\\');
      const at = (column: string) => row[header.indexOf(column)]?.trim() ?? '';
      const where = `row ${index + 1}`;
      assert.ok(
        entity.remarks.some((remark) => remark.endsWith(at('name'))) || entity.names[0]?.text === at('name'),
        where,
      );
      const names = new Set(entity.names.map(({ text: name }) => name));
      for (const alias of parts(at('alt_names'))) assert.ok(names.has(alias), where);
      if (at('entity_number') !== '') assert.ok(entity.recordId.endsWith(`-${at('entity_number')}`), where);
      for (const column of [
        'federal_register_notice',
        'license_requirement',
        'license_policy',
        'start_date',
        'end_date',
      ])
        assert.ok(text.includes(at(column)), `${where} ${column}`);
      for (const address of parts(at('addresses')))
        assert.ok(
          entity.addresses.some(({ full }) => full.replace(/\s+/g, ' ') === address),
          where,
        );
      for (const column of ['title', 'dates_of_birth', 'places_of_birth', 'programs'])
        for (const part of parts(at(column))) assert.ok(text.includes(part), `${where} ${column}`);
      for (const part of parts(at('ids')))
        for (const word of part.match(/[\p{L}\p{N}.@/-]*\d[\p{L}\p{N}.@/-]*/gu) ?? [])
          assert.ok(text.includes(word), `${where} ids`);
      for (const word of at('remarks').match(/[\p{L}\p{N}]+/gu) ?? [])
        assert.ok(text.includes(word) || ['Linked', 'To'].includes(word), `${where} remarks`);
    });
    assert.deepEqual(await readList(usCsl, files), reading);
  });

/** Another reading of the same file: by a regular expression. */
function naiveRows(csv: string): string[][] {
  return csv
    .trim()
    .split('\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare]) =>
        (quoted ?? bare ?? '').replaceAll('""', '"'),
      ),
    );
}

function parts(text: string): string[] {
  return text
    .split('; ')
    .map((part) => part.replace(/^and /, '').replace(/\s+/g, ' '))
    .filter((part) => part !== '');
}
