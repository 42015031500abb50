// The lists we can read, by id; and an own list's mapping in, its importer out.
import type { ListImporter } from './importer.ts';
import { auDfat } from './lists/au-dfat/importer.ts';
import { caSema } from './lists/ca-sema/importer.ts';
import { chSeco } from './lists/ch-seco/importer.ts';
import { cnCountermeasures } from './lists/cn-countermeasures/importer.ts';
import { euFsf } from './lists/eu-fsf/importer.ts';
import { interpolRed } from './lists/interpol-red/importer.ts';
import { jpMetiBelarus } from './lists/jp-meti-belarus/importer.ts';
import { jpMetiEul } from './lists/jp-meti-eul/importer.ts';
import { jpMetiRussia } from './lists/jp-meti-russia/importer.ts';
import { jpMetiThirdCountries } from './lists/jp-meti-third-countries/importer.ts';
import { ofacNonsdn } from './lists/ofac-nonsdn/importer.ts';
import { ofacSdn } from './lists/ofac-sdn/importer.ts';
import { uaNsdc } from './lists/ua-nsdc/importer.ts';
import { ukOfsi } from './lists/uk-ofsi/importer.ts';
import { ukSanctions } from './lists/uk-sanctions/importer.ts';
import { unSc } from './lists/un-sc/importer.ts';
import { usBisDpl } from './lists/us-bis-dpl/importer.ts';
import { usCsl } from './lists/us-csl/importer.ts';

export { ownListImporter } from './lists/own/importer.ts';

const importers: readonly ListImporter[] = [
  auDfat,
  caSema,
  chSeco,
  cnCountermeasures,
  euFsf,
  interpolRed,
  jpMetiBelarus,
  jpMetiEul,
  jpMetiRussia,
  jpMetiThirdCountries,
  ofacNonsdn,
  ofacSdn,
  uaNsdc,
  ukOfsi,
  ukSanctions,
  unSc,
  usBisDpl,
  usCsl,
];

/** Adding a list: its folder below `lists/`, and its importer here. */
export const listImporters: ReadonlyMap<string, ListImporter> = new Map(
  importers.map((importer) => [importer.description.id, importer]),
);
