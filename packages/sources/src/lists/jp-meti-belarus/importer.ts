// METI's PDF of Belarusian bodies to which exports are forbidden in, its entities out.
import type { ListImporter } from '../../importer.ts';
import { designatedParties } from '../jp-meti-designated/importer.ts';

export const jpMetiBelarus: ListImporter = designatedParties(new URL('./source.yml', import.meta.url), {
  heading: 'ベラルーシ共和国',
  country: 'by',
});
