// Every register that can be imported, by its id.
import type { RegisterImporter } from '../importer.ts';
import { jpEdinet } from './jp-edinet/importer.ts';
import { jpGbizinfo } from './jp-gbizinfo/importer.ts';
import { jpInvoice } from './jp-invoice/importer.ts';
import { jpJpx } from './jp-jpx/importer.ts';
import { jpNta } from './jp-nta/importer.ts';
import { jpNtaApi } from './jp-nta-api/importer.ts';

export const registerImporters: ReadonlyMap<string, RegisterImporter> = new Map(
  [jpNta, jpNtaApi, jpEdinet, jpJpx, jpGbizinfo, jpInvoice].map((importer) => [importer.description.id, importer]),
);
