// The files of OFAC's consolidated list of all that is not on the SDN list, in any of its three layouts, in; its entities out.
import type { ListImporter } from '../../importer.ts';
import { readSourceDescription } from '../../readers/source-description.ts';
import { effectsBesideSdn } from '../ofac/effects.ts';
import { readOfacList } from '../ofac/read-list.ts';

const description = readSourceDescription(new URL('./source.yml', import.meta.url));

export const ofacNonsdn: ListImporter = {
  description,
  version: 1,
  read: (files, context) => readOfacList(files, context, description, effectsBesideSdn),
};
