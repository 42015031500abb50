// Every register that can be imported, by its id.
import type { RegisterImporter } from '../importer.ts';
import { gleif } from './gleif/importer.ts';
import { jpEdinet } from './jp-edinet/importer.ts';
import { jpGbizinfo } from './jp-gbizinfo/importer.ts';
import { jpInvoice } from './jp-invoice/importer.ts';
import { jpJpx } from './jp-jpx/importer.ts';
import { jpNtaApi } from './jp-nta-api/importer.ts';
import { jpNta } from './jp-nta/importer.ts';
import { ukCompaniesHouse } from './uk-companies-house/importer.ts';

const importers: readonly RegisterImporter[] = [
  gleif,
  jpEdinet,
  jpGbizinfo,
  jpInvoice,
  jpJpx,
  jpNtaApi,
  jpNta,
  ukCompaniesHouse,
];

/** Adding a register: its folder beside this file, and its importer here. */
export const registerImporters: ReadonlyMap<string, RegisterImporter> = new Map(
  importers.map((importer) => [importer.description.id, importer]),
);
