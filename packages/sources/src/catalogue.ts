// The lists we can read, by id; and an own list's mapping, or the id of a data set in a format of others, in, its importer out.
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
import { jpMof } from './lists/jp-mof/importer.ts';
import { ofacNonsdn } from './lists/ofac-nonsdn/importer.ts';
import { ofacSdn } from './lists/ofac-sdn/importer.ts';
import { ftmImporter, openSanctions } from './lists/opensanctions/importer.ts';
import { FTM_PREFIX } from './lists/opensanctions/origin.ts';
import { ownListImporter as importerOfMapping } from './lists/own/importer.ts';
import { SENZING_PREFIX, senzingImporter } from './lists/senzing/importer.ts';
import { uaNsdc } from './lists/ua-nsdc/importer.ts';
import { ukOfsi } from './lists/uk-ofsi/importer.ts';
import { ukSanctions } from './lists/uk-sanctions/importer.ts';
import { unSc } from './lists/un-sc/importer.ts';
import { usBisDpl } from './lists/us-bis-dpl/importer.ts';
import { usCsl } from './lists/us-csl/importer.ts';
import { unpacking } from './lists/unpacking-importer.ts';

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
  jpMof,
  ofacNonsdn,
  ofacSdn,
  openSanctions,
  uaNsdc,
  ukOfsi,
  ukSanctions,
  unSc,
  usBisDpl,
  usCsl,
];

/** Adding a list: its folder below `lists/`, and its importer here. Each reads its files packed as well. */
export const listImporters: ReadonlyMap<string, ListImporter> = new Map(
  importers.map((importer) => [importer.description.id, unpacking(importer)]),
);

/** Formats in which anybody may have a list: how the ids begin that their users give them. */
export const listFamilies: readonly string[] = [FTM_PREFIX, SENZING_PREFIX];

/** The importer of a data set in one of these formats (`ftm-occrp`, `senzing-group-watchlist`); undefined for another id. */
export function familyImporter(id: string): ListImporter | undefined {
  if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(id) || listFamilies.includes(id)) return undefined;
  if (id.startsWith(FTM_PREFIX)) return unpacking(ftmImporter(id));
  return id.startsWith(SENZING_PREFIX) ? unpacking(senzingImporter(id)) : undefined;
}

/** As `ownListImporter` of `lists/own`, for files that may be packed. */
export function ownListImporter(mappingText: string, mappingName: string): ListImporter {
  return unpacking(importerOfMapping(mappingText, mappingName));
}
