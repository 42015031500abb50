// METI's PDF of bodies in other countries to which exports are forbidden because of Russia in, its entities out.
import type { ListImporter } from '../../importer.ts';
import { designatedParties } from '../jp-meti-designated/importer.ts';

export const jpMetiThirdCountries: ListImporter = designatedParties(new URL('./source.yml', import.meta.url), {
  heading: 'ロシア連邦及びベラルーシ共和国以外の国',
});
