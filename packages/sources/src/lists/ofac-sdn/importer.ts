// The files of OFAC's SDN list, in any of its three layouts, in; its entities out.
import type { ListImporter } from '../../importer.ts';
import { readSourceDescription } from '../../readers/source-description.ts';
import { readOfacList } from '../ofac/read-list.ts';

const description = readSourceDescription(new URL('./source.yml', import.meta.url));

export const ofacSdn: ListImporter = {
  description,
  version: 2,
  read: (files, context) => readOfacList(files, context, description, () => [...description.effects]),
};
