// The same invented entries in OFAC's three layouts are the same entities, but for what a layout does not have.
import assert from 'node:assert/strict';
import test from 'node:test';
import type { Entity, EntityLink } from '@sekisho/engine/model/entity.ts';
import { sampleFiles } from '../../readers/testing/files.ts';
import { ofacNonsdn } from '../ofac-nonsdn/importer.ts';
import { ofacSdn } from '../ofac-sdn/importer.ts';
import { readList } from '../testing/read.ts';

const folders = { csv: 'sample', xml: 'sample-xml', 'advanced-xml': 'sample-advanced-xml' };

for (const importer of [ofacSdn, ofacNonsdn]) {
  const { id } = importer.description;
  const read = (form: keyof typeof folders) =>
    readList(importer, sampleFiles(new URL(`../${id}/${folders[form]}/`, import.meta.url)));
  const [csv, xml, advanced] = await Promise.all([read('csv'), read('xml'), read('advanced-xml')]);

  test(`${id}: CSV and XML tell the same, but for notes on aliases and addresses, and the parts of an address`, () =>
    assert.deepEqual(xml.entities.map(withoutAddressParts), csv.entities.map(withoutNotes)));

  test(`${id}: the advanced XML adds names and addresses in other scripts, days of listing, and kinds of relation`, () =>
    assert.deepEqual(
      advanced.entities.map((entity) => sorted(withoutNotes(withoutAddressParts(withoutAdditions(entity))))),
      csv.entities.map((entity) => sorted(withoutNotes(withoutListing(entity)))),
    ));

  test(`${id}: only the XMLs say when they were made`, () =>
    assert.deepEqual(
      [csv, xml, advanced].map(({ statedOn }) => statedOn),
      [undefined, '2026-10-15', '2026-10-15'],
    ));
}

/** Remarks of the CSV columns `alt_remarks` and `Add_remarks`; the classic XML has neither. */
function withoutNotes(entity: Entity): Entity {
  return { ...entity, remarks: entity.remarks.filter((remark) => !/^(?:Alias|Address) .+: /.test(remark)) };
}

/** The CSV joins city, region and postal code, and the city is told alone only where there is no number. */
function withoutAddressParts(entity: Entity): Entity {
  return {
    ...entity,
    addresses: entity.addresses.map(({ city, region, postalCode, ...address }) =>
      city === undefined || region !== undefined || postalCode !== undefined ? address : { ...address, city },
    ),
  };
}

/** Days of listing, own scripts, the list, legal basis and measure, and what kind of relation it is. */
function withoutAdditions(entity: Entity): Entity {
  return {
    ...withoutListing(entity),
    names: entity.names.filter(({ kind }) => kind !== 'original-script'),
    addresses: entity.addresses.filter(({ full }) => !/\p{Script=Cyrillic}/u.test(full)),
    links: entity.links.map(asInCsv),
    remarks: entity.remarks.filter((remark) => !/^(?:List|Legal basis|Measure): /.test(remark)),
  };
}

/** The CSV has a day of listing only where a directive has one. */
function withoutListing({ listedOn: _, ...entity }: Entity): Entity {
  return { ...entity, legalStatus: entity.legalStatus.map(({ date: __, ...claim }) => claim) };
}

function asInCsv({ detail, ...link }: EntityLink): EntityLink {
  return detail === undefined ? link : { ...link, kind: 'linked-to' };
}

function sorted(entity: Entity): Entity {
  const byText = <T>(values: readonly T[]) =>
    values.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  return {
    ...entity,
    identifiers: byText(entity.identifiers),
    links: byText(entity.links),
    remarks: byText(entity.remarks),
    countries: byText(entity.countries),
  };
}
