// METI's PDF of Russian bodies to which exports are forbidden in, its entities out.
import type { ListImporter } from '../../importer.ts';
import { designatedParties } from '../jp-meti-designated/importer.ts';

export const jpMetiRussia: ListImporter = designatedParties(new URL('./source.yml', import.meta.url), {
  heading: 'ロシア連邦',
  country: 'ru',
});
