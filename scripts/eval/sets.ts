// The public sets of labelled pairs in, each with its terms and how it is read out. None of them is part of the product.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { readFebrl, readRecordChecks, readSplink, type LabelledRecords } from './labelled-records.ts';
import { readPairs, type LabelledPair } from './labelled-pairs.ts';

export interface EvalSet {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly licence: string;
  /** What was learned from it; a set without is evaluated on only. */
  readonly learned?: 'spellings' | 'readings' | 'weights';
  /** Most of its matches are translations of each other, which nothing in a name tells. */
  readonly needsTranslation?: boolean;
  readonly read: (folder: string) => SetContent;
}

export type SetContent = { readonly names: readonly LabelledPair[] } | { readonly records: readonly LabelledRecords[] };

const names =
  (id: string) =>
  (folder: string): SetContent => ({ names: readPairs(path.join(folder, `names/dev/${id}.csv`)) });

const coling = 'NETransliteration-COLING2018, names of Wikidata';
const edinet = { source: 'EDINET code list', licence: 'terms of the FSA (Japan)' };
const mozc = { source: 'mozcdic-ut-personal-names', licence: 'Apache-2.0; members of the House of Councillors: MIT' };

/** In the order of the document. */
export const evalSets: readonly EvalSet[] = [
  {
    id: 'name_bench',
    title: 'names by hand, by customers and by a model, many scripts',
    source: 'opensanctions/nomenklatura, contrib/name_bench',
    licence: 'MIT',
    read: names('name_bench'),
  },
  ...['Arabic', 'Hebrew', 'Japanese', 'Katakana', 'Korean', 'Russian', 'Chinese'].map((language) => ({
    id: `netr_${language.toLowerCase()}`,
    title: `single words, Latin and ${language}`,
    source: coling,
    licence: 'CC0',
    learned: 'spellings' as const,
    read: names(`netr_${language.toLowerCase()}`),
  })),
  ...['Korean', 'Hebrew'].map((language) => ({
    id: `fullname_${language.toLowerCase()}`,
    title: `full names, Latin and ${language}`,
    source: coling,
    licence: 'CC0',
    learned: 'weights' as const,
    read: names(`fullname_${language.toLowerCase()}`),
  })),
  {
    id: 'watchlist_cross_script',
    title: 'listed targets in two scripts',
    source: 'UN, UK, AU, EU, Japan (MOF) and Ukrainian lists',
    licence: 'terms of each list; learned from are the people of the UK (OGL) and EU lists alone',
    learned: 'weights',
    read: names('watchlist_cross_script'),
  },
  {
    id: 'watchman_cross_script',
    title: 'a few pairs in two scripts, matches only',
    source: 'moov-io/watchman',
    licence: 'Apache-2.0',
    read: names('watchman_cross_script'),
  },
  {
    id: 'ja_kanji_kana',
    title: 'Japanese people, kanji and kana',
    ...mozc,
    learned: 'readings',
    read: names('ja_kanji_kana'),
  },
  {
    id: 'ja_kanji_romaji',
    title: 'Japanese people, kanji and derived Latin letters',
    source: `${mozc.source}, split with ENAMDICT (EDRDG)`,
    licence: 'Apache-2.0; ENAMDICT: CC BY-SA',
    learned: 'readings',
    read: names('ja_kanji_romaji'),
  },
  {
    id: 'ja_kana_person_edinet',
    title: 'Japanese filers, kanji and kana',
    ...edinet,
    learned: 'readings',
    read: names('ja_kana_person_edinet'),
  },
  {
    id: 'ja_kana_company_edinet',
    title: 'Japanese companies and their kana',
    ...edinet,
    learned: 'readings',
    read: names('ja_kana_company_edinet'),
  },
  {
    id: 'ja_latin_kana_company',
    title: 'foreign companies in Japan, Latin and kana',
    source: 'gBizINFO',
    licence: 'terms of NTA and gBizINFO',
    learned: 'spellings',
    read: names('ja_latin_kana_company'),
  },
  {
    id: 'ja_en_company_edinet',
    title: 'Japanese companies and their English names',
    ...edinet,
    needsTranslation: true,
    read: names('ja_en_company_edinet'),
  },
  {
    id: 'ko_en_company_dart',
    title: 'Korean companies and their English names',
    source: 'DART corporation codes',
    licence: 'OpenDART terms',
    needsTranslation: true,
    read: names('ko_en_company_dart'),
  },
  {
    id: 'zh_en_company_szse',
    title: 'Chinese companies and their English names',
    source: 'Shenzhen A-share list',
    licence: 'terms not stated',
    needsTranslation: true,
    read: names('zh_en_company_szse'),
  },
  {
    id: 'zh_en_cn_countermeasures',
    title: 'targets of Chinese counter-measures, English and Chinese',
    source: 'opensanctions/opensanctions, cn_sanctions',
    licence: 'CC BY-NC 4.0',
    needsTranslation: true,
    read: names('zh_en_cn_countermeasures'),
  },
  {
    id: 'entity_bench',
    title: 'records: names by hand',
    source: 'opensanctions/nomenklatura, contrib/entity_bench',
    licence: 'MIT',
    read: (folder) => ({
      records: readRecordChecks(path.join(folder, 'entities/nomenklatura/entity_bench_checks.yml')),
    }),
  },
  {
    id: 'splink_fake_1000',
    title: 'records: invented people with errors and dates of birth',
    source: 'moj-analytical-services/splink_datasets',
    licence: 'MIT',
    read: (folder) => ({
      records: readSplink(
        path.join(folder, 'entities/splink/fake_1000.csv'),
        path.join(folder, 'entities/splink/fake_1000_labels.csv'),
      ),
    }),
  },
  {
    id: 'febrl_3',
    title: 'records: invented people with errors, dates of birth and addresses; others have a similar name',
    source: 'FEBRL, data set 3',
    licence: 'ANU open source licence',
    read: (folder) => ({ records: readFebrl(path.join(folder, 'entities/splink/febrl/dataset3.csv')) }),
  },
];

/** The folder of the sets, when the environment names one. */
export function setsFolder(): string | undefined {
  const folder = process.env['SEKISHO_DEV_DATA'];
  return folder !== undefined && existsSync(path.join(folder, 'names/dev')) ? folder : undefined;
}
