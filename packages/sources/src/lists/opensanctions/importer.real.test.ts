// Held against the real files, where the environment names a folder of them; skipped elsewhere.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import Papa from 'papaparse';
import type { Entity } from '@sekisho/engine/model/entity.ts';
import type { ListImporter, SourceFile } from '../../importer.ts';
import { entityWith, readList, realFiles, territories } from '../testing/read.ts';
import { ftmImporter, openSanctions } from './importer.ts';

const skip = realFiles === undefined;
const real = (file: string, name = path.basename(file)): SourceFile => ({
  name,
  path: path.join(realFiles ?? '', 'lists/opensanctions-ftm', file),
});

const versions = ['20240527194702-wnk', '20240528014702-pfh', '20240528074703-npf', '20240528134729-3iv'];
const deltas = versions.map((version) => real(`t2/${version}/entities.delta.json`, `${version}.entities.delta.json`));

interface Record {
  readonly id: string;
  readonly schema: string;
  readonly properties: { readonly [name: string]: readonly string[] | undefined };
  readonly referents?: readonly string[];
}

/** Another reading of the same lines. */
function naiveRecords(files: readonly SourceFile[]): Map<string, Record> {
  const records = new Map<string, Record>();
  for (const { path: file } of files)
    for (const line of readFileSync(file, 'utf8')
      .split('\n')
      .filter((text) => text !== '')) {
      const value = JSON.parse(line) as Record | { op: string; entity: Record };
      if (!('op' in value)) records.set(value.id, value);
      else if (value.op === 'DEL') records.delete(value.entity.id);
      else records.set(value.entity.id, value.entity);
    }
  return records;
}

const entitySchemata = ['Person', 'Company', 'Organization', 'PublicBody', 'LegalEntity', 'Vessel', 'Airplane'];
const numbers = ['registrationNumber', 'taxNumber', 'idNumber', 'passportNumber', 'innCode', 'ogrnCode', 'leiCode'];

function checkAgainst(records: ReadonlyMap<string, Record>, entities: readonly Entity[]): void {
  const byId = new Map(entities.map((entity) => [entity.recordId, entity]));
  const listed = [...records.values()].filter(({ schema }) => entitySchemata.includes(schema));
  assert.deepEqual([...byId.keys()].toSorted(), listed.map(({ id }) => id).toSorted());
  for (const { id, properties, referents = [] } of listed) {
    const entity = byId.get(id);
    assert.ok(entity);
    const names = new Map(entity.names.map(({ text, kind }) => [`${kind} ${text}`, text]));
    for (const [property, kind] of Object.entries({
      name: 'primary',
      alias: 'alias',
      previousName: 'former',
      weakAlias: 'weak',
    }))
      for (const name of properties[property] ?? []) assert.ok(names.has(`${kind} ${name}`), `${id} ${name}`);
    const values = new Set(entity.identifiers.map(({ value }) => value));
    for (const property of numbers)
      for (const number of properties[property] ?? []) assert.ok(values.has(number), `${id} ${number}`);
    const all = JSON.stringify(entity);
    const kept = [
      'firstName',
      'lastName',
      'birthDate',
      'birthPlace',
      'position',
      'title',
      'topics',
      'notes',
      'country',
      'createdAt',
    ];
    for (const property of kept) {
      if (property === 'createdAt' && entity.listedOn !== undefined) continue;
      for (const value of properties[property] ?? [])
        assert.ok(
          all.toLowerCase().includes(JSON.stringify(value.trim()).slice(1, -1).toLowerCase()),
          `${id} ${property} ${value}`,
        );
    }
    for (const referent of referents) assert.ok(referent === id || all.includes(referent), referent);
    for (const address of properties['addressEntity'] ?? []) {
      const [full] = records.get(address)?.properties['full'] ?? [];
      assert.ok(
        full === undefined || entity.addresses.some((found) => found.full.includes(full)),
        `${id} ${full ?? ''}`,
      );
    }
  }
}

const editions: readonly {
  name: string;
  importer: ListImporter;
  files: readonly SourceFile[];
  counts: object;
  problems: number;
}[] = [
  {
    name: 't1',
    importer: openSanctions,
    files: [real('t1/entities.ftm.json')],
    counts: { records: 7, entities: 6 },
    problems: 2,
  },
  {
    name: 't1 and the changes t2',
    importer: openSanctions,
    files: [real('t1/entities.ftm.json'), real('t2/delta.json'), ...deltas],
    counts: { records: 10, entities: 9, added: 3, removed: 1 },
    problems: 3,
  },
  {
    name: 'parteispenden',
    importer: ftmImporter('ftm-parteispenden'),
    files: [real('parteispenden/entities.ftm.json')],
    counts: { records: 475, entities: 96, addresses: 103, relations: 290 },
    problems: 0,
  },
];
for (const { name, importer, files, counts, problems } of editions)
  test(name, { skip }, async () => {
    const reading = await readList(importer, files);
    for (const [count, value] of Object.entries(counts)) assert.equal(reading.counts[count], value, count);
    assert.equal(reading.problems.length, problems);
    assert.ok(
      reading.problems.every(
        ({ code, facts }) => code === 'list.unknown-reference' && facts['field'] === 'addressEntity',
      ),
    );
    assert.deepEqual(await readList(importer, files), reading);
    checkAgainst(naiveRecords(files.filter(({ name: file }) => file !== 'delta.json')), reading.entities);
  });

test('each payment is a link of both parties', { skip }, async () => {
  const file = real('parteispenden/entities.ftm.json');
  const reading = await readList(ftmImporter('ftm-parteispenden'), [file]);
  for (const { schema, properties } of naiveRecords([file]).values()) {
    const [payer = '', beneficiary = ''] = [properties['payer']?.[0], properties['beneficiary']?.[0]];
    if (schema !== 'Payment') continue;
    const amount = properties['amountEur']?.[0] ?? '';
    for (const [one, other] of [
      [payer, beneficiary],
      [beneficiary, payer],
    ] as const)
      assert.ok(
        entityWith(reading, one).links.some(
          ({ toId, detail }) => toId === `ftm-parteispenden:${other}` && detail?.includes(amount),
        ),
      );
  }
});

test('the changes t2 on the edition of t1 come to the same', { skip }, async () => {
  const whole = real('t1/entities.ftm.json');
  const { entities } = await readList(openSanctions, [whole]);
  const alone = await openSanctions.read([real('t2/delta.json'), ...deltas], {
    territories,
    async *before() {
      await Promise.resolve();
      yield entities;
    },
  });
  const together = await readList(openSanctions, [whole, ...deltas]);
  assert.equal(alone.statedOn, '2024-05-28');
  const sorted = (found: readonly Entity[]) => found.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  assert.deepEqual(sorted(alone.entities), sorted(together.entities));
});

test('the table of targets', { skip }, async () => {
  const file = real('sample/targets.simple.csv');
  const reading = await readList(openSanctions, [file]);
  assert.equal(reading.counts['entities'], 5);
  assert.deepEqual(reading.problems, []);
  const rows = Papa.parse<{ [column: string]: string }>(readFileSync(file.path, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data;
  assert.equal(rows.length, 5);
  for (const row of rows) {
    const { names, birthDates, identifiers, countries } = entityWith(reading, row['id'] ?? '');
    assert.equal(names[0]?.text, row['name']);
    assert.deepEqual(
      new Set(names.slice(1).map(({ text }) => text)),
      new Set((row['aliases'] ?? '').split(';').filter((alias) => alias !== '')),
    );
    assert.deepEqual(birthDates.map(({ text }) => text).join(';'), row['birth_date']);
    assert.deepEqual(identifiers.map(({ value }) => value).join(';'), row['identifiers']);
    assert.deepEqual(countries.join(';'), row['countries']);
  }
});
