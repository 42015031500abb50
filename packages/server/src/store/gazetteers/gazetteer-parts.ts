// Rows of a gazetteer in, the parts that its file keeps out: those of each municipality, of each postal area, and what it has.
import type { GazetteerMunicipality, GazetteerRow } from '@sekisho/engine/model/gazetteer.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';

/** What is asked of a gazetteer before any place. */
export interface GazetteerSummary {
  readonly municipalities: readonly GazetteerMunicipality[];
  readonly prefectures: number;
  readonly hasPostalCodes: boolean;
  readonly hasOfficeCodes: boolean;
}

export interface GazetteerPart {
  readonly kind: 'municipality' | 'area' | 'summary';
  readonly key: string;
  /** JSON: rows, or the summary. */
  readonly text: string;
}

/** Japan's. */
const ALL_PREFECTURES = 47;

export function isComplete({ prefectures }: Pick<GazetteerSummary, 'prefectures'>): boolean {
  return ALL_PREFECTURES <= prefectures;
}

/** The first three digits. */
export function areaOf(postalCode: string): string {
  return postalCode.slice(0, 3);
}

export function municipalityKey(prefecture: string, municipality: string): string {
  return `${prefecture}\t${municipality}`;
}

/** @param lines canonical JSON of each row, sorted, each once: the order of the files does not matter. */
export function partsOf(lines: readonly string[]): {
  readonly summary: GazetteerSummary;
  readonly parts: readonly GazetteerPart[];
} {
  const rows = lines.map((line) => ({ line, row: JSON.parse(line) as GazetteerRow }));
  const byMunicipality = Map.groupBy(rows, ({ row }) => municipalityKey(row.prefecture, row.municipality));
  const coded = rows.filter(({ row }) => row.postalCode !== undefined);
  const byArea = Map.groupBy(coded, ({ row }) => areaOf(row.postalCode ?? ''));
  const summary: GazetteerSummary = {
    municipalities: [...byMunicipality.values()].map((each) => municipalityOf(each.map(({ row }) => row))),
    prefectures: new Set(rows.map(({ row }) => row.prefecture)).size,
    hasPostalCodes: 0 < coded.length,
    hasOfficeCodes: rows.some(({ row }) => row.kind === 'office'),
  };
  const textOf = (each: readonly { readonly line: string }[]) => `[${each.map(({ line }) => line).join(',')}]`;
  return {
    summary,
    parts: [
      ...[...byMunicipality].map(([key, each]) => ({ kind: 'municipality' as const, key, text: textOf(each) })),
      ...[...byArea].map(([key, each]) => ({ kind: 'area' as const, key, text: textOf(each) })),
      { kind: 'summary', key: '', text: canonicalJson(summary) },
    ],
  };
}

/** How it is said stands in any of its rows. */
function municipalityOf(rows: readonly GazetteerRow[]): GazetteerMunicipality {
  const [{ prefecture, municipality }] = rows as [GazetteerRow];
  const spoken = (of: 'kana' | 'romaji') => {
    const names = rows.find((row) => row[of])?.[of];
    return names && { [of]: { prefecture: names.prefecture, municipality: names.municipality } };
  };
  return { prefecture, name: municipality, ...spoken('kana'), ...spoken('romaji') };
}
