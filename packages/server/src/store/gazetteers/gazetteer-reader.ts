// The file of a gazetteer edition in, its places by postal code and by municipality out, each proven against the edition's hash.
import type { DatabaseSync } from 'node:sqlite';
import type { Edition } from '@sekisho/engine/model/edition.ts';
import type { Gazetteer, GazetteerMunicipality, GazetteerRow } from '@sekisho/engine/model/gazetteer.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';
import { areaOf, isComplete, municipalityKey, type GazetteerPart, type GazetteerSummary } from './gazetteer-parts.ts';
import { openGazetteer, partIn } from './gazetteer-schema.ts';

/** A gazetteer as one edition states it. Every call may throw Problem `edition.damaged`: a row is not what was imported. */
export class GazetteerReader implements Gazetteer {
  readonly source: string;
  readonly editionId: string;
  readonly complete: boolean;
  readonly hasPostalCodes: boolean;
  readonly hasOfficeCodes: boolean;
  readonly municipalities: readonly GazetteerMunicipality[];
  readonly #database: DatabaseSync;
  readonly #file: string;
  readonly #read = new Map<string, readonly GazetteerRow[]>();

  constructor(file: string, { id, source, contentSha256 }: Pick<Edition, 'id' | 'source' | 'contentSha256'>) {
    this.#database = openGazetteer(file, contentSha256);
    this.#file = file;
    this.source = source;
    this.editionId = id;
    const summary = JSON.parse(partIn(this.#database, file, 'summary', '') ?? '') as GazetteerSummary;
    this.complete = isComplete(summary);
    this.hasPostalCodes = summary.hasPostalCodes;
    this.hasOfficeCodes = summary.hasOfficeCodes;
    this.municipalities = summary.municipalities;
  }

  byPostalCode(code: string): readonly GazetteerRow[] {
    return this.inPostalArea(areaOf(code)).filter(({ postalCode }) => postalCode === code);
  }

  inPostalArea(area: string): readonly GazetteerRow[] {
    return this.#rows('area', area);
  }

  rowsOf(prefecture: string, municipality: string): readonly GazetteerRow[] {
    return this.#rows('municipality', municipalityKey(prefecture, municipality));
  }

  close(): void {
    this.#database.close();
  }

  #rows(kind: GazetteerPart['kind'], key: string): readonly GazetteerRow[] {
    const known = this.#read.get(`${kind} ${key}`);
    if (known) return known;
    const rows = JSON.parse(partIn(this.#database, this.#file, kind, key) ?? '[]') as readonly GazetteerRow[];
    this.#read.set(`${kind} ${key}`, rows);
    return rows;
  }
}

/** Canonical JSON of every row. */
export function* linesOf(gazetteer: Gazetteer): Iterable<string> {
  for (const { prefecture, name } of gazetteer.municipalities)
    for (const row of gazetteer.rowsOf(prefecture, name)) yield canonicalJson(row);
}
