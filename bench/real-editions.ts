// The folder of real files in, the newest whole edition in it of each list that we can read out.
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { SourceFile } from '@sekisho/sources/importer.ts';

const filesBySource: Readonly<Record<string, readonly string[]>> = {
  'ofac-sdn': ['sdn', 'alt', 'add'].map((name) => `lists/ofac/2023-12-28/${name}.csv`),
  'ofac-nonsdn': ['prim', 'alt', 'add', 'comments'].map((name) => `lists/ofac-nonsdn/2025-12/cons_${name}.csv`),
  'us-csl': ['lists/us-csl/2025-06/consolidated.csv'],
  'us-bis-dpl': ['lists/us-bis-dpl/2019-06/dpl.txt'],
  'un-sc': ['lists/un/2026-02-27/consolidated.xml'],
  'eu-fsf': ['lists/eu-fsf/2022-03-18-excerpt/20220318-FULL-1_1.excerpt.xml'],
  'uk-ofsi': ['lists/uk-ofsi/2022-05-04/ConList.xlsx'],
  'ch-seco': ['lists/ch-seco/2026-08-27-excerpt/whole-list.excerpt.xml'],
  'ca-sema': ['lists/ca-sema/2022-05/sema-lmes.xml'],
  'au-dfat': ['lists/au-dfat/2022-05-03/regulation8_consolidated.xls'],
  'ua-nsdc': ['lists/ua-nsdc/2022-04/sanctions.xlsx'],
  'cn-countermeasures': ['lists/cn-countermeasures/2026-08/sanctions.csv'],
  'jp-meti-eul': ['lists/jp-meti-eul/2025-09-29/20250929_4.xlsx'],
  'jp-meti-russia': ['lists/jp-meti-russia/2025-09-12/list_russia_tokutei.pdf'],
  'jp-meti-belarus': ['lists/jp-meti-russia/2022-07-05/list_belarus_tokutei.pdf'],
  'jp-meti-third-countries': ['lists/jp-meti-russia/2025-09-12/20250912list_daisangoku_tokutei.pdf'],
  'jp-mof': ['lists/jp-mof/2026-03-05/shisantouketsu20260305.xlsx'],
  'interpol-red': ['lists/interpol-red/2023-05/red_notices_details.json'],
};

/** Their files, by source. @throws Error when one of them is not there. */
export function realEditions(folder: string): ReadonlyMap<string, readonly SourceFile[]> {
  return new Map(
    Object.entries(filesBySource).map(([source, files]) => [
      source,
      files.map((file) => {
        const place = path.join(folder, file);
        if (!existsSync(place)) throw new Error(`${place} is not there`);
        return { name: path.basename(file), path: place };
      }),
    ]),
  );
}
