// A row of KEN_ALL.CSV or utf_ken_all.csv in, its places out; one whose bracket goes on in the next row takes that in.
import type { GazetteerRow, PlaceNames } from '@sekisho/engine/model/gazetteer.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { lookUp } from '../../readers/closed-vocabulary.ts';
import type { StrictRecord } from '../../readers/strict-record.ts';
import { postalTowns } from './town-names.ts';

/** The publisher's words for its columns; the file has no header. */
export const placeColumns = [
  '全国地方公共団体コード',
  '旧郵便番号',
  '郵便番号',
  '都道府県名カナ',
  '市区町村名カナ',
  '町域名カナ',
  '都道府県名',
  '市区町村名',
  '町域名',
  '一町域が二以上の郵便番号で表される場合の表示',
  '小字毎に番地が起番されている町域の表示',
  '丁目を有する町域の場合の表示',
  '一つの郵便番号で二以上の町域を表す場合の表示',
  '更新の表示',
  '変更理由',
] as const;

/** @throws Problem `list.missing-field`, `list.unknown-value` with file and line. */
export function mapPlace(record: StrictRecord): PostalRow {
  const { where } = record;
  const checked = (column: (typeof placeColumns)[number], form: RegExp) => {
    const value = record.take(column);
    if (!form.test(value)) throw new Problem('list.unknown-value', { ...where, field: column, value });
    return value;
  };
  const stated = {
    municipalityCode: checked('全国地方公共団体コード', /^\d{5}$/),
    postalCode: checked('郵便番号', /^\d{7}$/),
    prefecture: checked('都道府県名', /[都道府県]$/u),
    municipality: checked('市区町村名', /[市区町村]$/u),
    kana: {
      prefecture: kanaOf(record.take('都道府県名カナ')),
      municipality: kanaOf(record.take('市区町村名カナ')),
    },
  };
  const town = record.take('町域名');
  const townKana = kanaOf(record.takeOptional('町域名カナ') ?? '');
  for (const column of placeColumns.slice(9, 13)) lookUp(flags, record.take(column), { ...where, field: column });
  for (const [column, words] of marks) lookUp(words, record.take(column), { ...where, field: column });
  record.ignore('旧郵便番号');
  record.done();
  return new PostalRow(stated, town, townKana, where);
}

const flags = { 0: true, 1: true } as const;
/** What was taken out of use (2, 6) stands in files of changes alone, which say nothing of the rest. */
const marks = [
  ['更新の表示', { 0: true, 1: true }],
  ['変更理由', { 0: true, 1: true, 2: true, 3: true, 4: true, 5: true }],
] as const;

/** Half width in the one file, full width in the other; brackets and digits of ASCII. */
function kanaOf(text: string): string {
  return text.normalize('NFKC');
}

interface StatedPlace {
  readonly municipalityCode: string;
  readonly postalCode: string;
  readonly prefecture: string;
  readonly municipality: string;
  readonly kana: PlaceNames;
}

/** A row that may be a part of one: a town of more than 38 characters goes on in the rows below. */
export class PostalRow {
  readonly where: StrictRecord['where'];
  readonly #stated: StatedPlace;
  readonly #town: string;
  readonly #kana: string;

  constructor(stated: StatedPlace, town: string, kana: string, where: StrictRecord['where']) {
    this.where = where;
    this.#stated = stated;
    this.#town = town;
    this.#kana = kana;
  }

  /** Its bracket is not closed yet. */
  get isOpen(): boolean {
    return isOpen(this.#town, '（', '）');
  }

  /** @throws Problem `list.unexpected-shape` when the next row is of another code or place. */
  continuedBy(next: PostalRow): PostalRow {
    const [own, other] = [this.#stated, next.#stated];
    if (own.postalCode !== other.postalCode || own.municipalityCode !== other.municipalityCode)
      throw new Problem('list.unexpected-shape', {
        ...this.where,
        column: '町域名',
        reason: 'its bracket is not closed, and the next row is of another place',
      });
    const kana = isOpen(this.#kana, '(', ')') ? this.#kana + next.#kana : this.#kana;
    return new PostalRow(own, this.#town + next.#town, kana, this.where);
  }

  places(): readonly GazetteerRow[] {
    const { kana, ...place } = this.#stated;
    return postalTowns(this.#town, this.#kana).map(({ kind, town, part, kana: townKana }) => ({
      ...place,
      kind,
      ...(town !== undefined && { town }),
      ...(part !== undefined && { part }),
      kana: { ...kana, ...(townKana !== undefined && { town: townKana }) },
    }));
  }
}

function isOpen(text: string, opening: string, closing: string): boolean {
  return text.split(closing).length < text.split(opening).length;
}
