// Every register that can be imported, by its id.
import type { RegisterImporter } from '../importer.ts';
import { cnSse } from './cn-sse/importer.ts';
import { cnSzse } from './cn-szse/importer.ts';
import { gleif } from './gleif/importer.ts';
import { jpEdinet } from './jp-edinet/importer.ts';
import { jpGbizinfo } from './jp-gbizinfo/importer.ts';
import { jpInvoice } from './jp-invoice/importer.ts';
import { jpJpx } from './jp-jpx/importer.ts';
import { jpNtaApi } from './jp-nta-api/importer.ts';
import { jpNta } from './jp-nta/importer.ts';
import { krDart } from './kr-dart/importer.ts';
import { twTwse } from './tw-twse/importer.ts';
import { ukCompaniesHouse } from './uk-companies-house/importer.ts';

export { OWN_REGISTER_PREFIX, ownRegisterImporter } from './own/importer.ts';

const importers: readonly RegisterImporter[] = [
  cnSse,
  cnSzse,
  gleif,
  jpEdinet,
  jpGbizinfo,
  jpInvoice,
  jpJpx,
  jpNtaApi,
  jpNta,
  krDart,
  twTwse,
  ukCompaniesHouse,
];

/** Adding a register: its folder beside this file, and its importer here. */
export const registerImporters: ReadonlyMap<string, RegisterImporter> = new Map(
  importers.map((importer) => [importer.description.id, importer]),
);
