// What a gazetteer states of the places of a country, and what became of a claimed address held against it.

/** A name as the gazetteer gives its sound; absent where it gives none. */
export interface PlaceNames {
  readonly prefecture: string;
  readonly municipality: string;
  readonly town?: string;
}

/** One row of a gazetteer, in its own words. */
export interface GazetteerRow {
  readonly prefecture: string;
  /** With the district (郡) of a town or village and the ward (区) of a designated city: 札幌市中央区, 上伊那郡箕輪町. */
  readonly municipality: string;
  /** JIS X 0402: five digits, without a check digit. */
  readonly municipalityCode?: string;
  /** Absent: the row is of the municipality as a whole, or of what has no row of its own in it. */
  readonly town?: string;
  /** Which part of the town, in the gazetteer's words: １～３丁目, the storey of a building, a 小字. */
  readonly part?: string;
  /** Seven digits. */
  readonly postalCode?: string;
  /** `building`: `town` ends with the name of a building that has codes of its own; `office`: a code given to one addressee. */
  readonly kind: 'place' | 'building' | 'office';
  /** The addressee of an office's own code. */
  readonly office?: string;
  /** The code is of a post-office box. */
  readonly isPostBox?: true;
  /** Full-width katakana. */
  readonly kana?: PlaceNames;
  /** Latin letters, as the gazetteer writes them: ROPPONGI 1. */
  readonly romaji?: PlaceNames;
}

/** A municipality that a gazetteer has, with how it is said where it tells. */
export interface GazetteerMunicipality {
  readonly prefecture: string;
  readonly name: string;
  readonly kana?: PlaceNames;
  readonly romaji?: PlaceNames;
}

/** One edition of a gazetteer, for looking things up: the same question always has the same answer. */
export interface Gazetteer {
  readonly source: string;
  readonly editionId: string;
  /** True when it has every prefecture. */
  readonly complete: boolean;
  /** Whether it has postal codes, and among them those that single offices have for themselves. */
  readonly hasPostalCodes: boolean;
  readonly hasOfficeCodes: boolean;
  /** @param code seven digits. */
  byPostalCode(code: string): readonly GazetteerRow[];
  /** Rows of all codes that begin so. @param area the first three digits. */
  inPostalArea(area: string): readonly GazetteerRow[];
  readonly municipalities: readonly GazetteerMunicipality[];
  /** Rows of one municipality, by its names as `municipalities` has them. */
  rowsOf(prefecture: string, municipality: string): readonly GazetteerRow[];
}

/**
 * The postal code of an address against its place. OTHER_…: the code is of another such place. NO_SUCH_CODE: nobody has it.
 * NOT_CHECKABLE: no gazetteer tells, or the place of the address was not read.
 */
export const postalVerdicts = [
  'AGREES',
  'OTHER_TOWN',
  'OTHER_MUNICIPALITY',
  'OTHER_PREFECTURE',
  'NO_SUCH_CODE',
  'NOT_CLAIMED',
  'NOT_CHECKABLE',
] as const;
export type PostalVerdict = (typeof postalVerdicts)[number];

/** Whether a gazetteer has the place; NOT_CHECKABLE where none has that part of the country, or the text was not read. */
export type PlaceVerdict = 'FOUND' | 'NOT_FOUND' | 'NOT_CLAIMED' | 'NOT_CHECKABLE';

/** What gazetteers say of one claimed address of Japan. */
export interface AddressCheck {
  readonly party: string;
  /** As claimed. */
  readonly address: string;
  /** Seven digits, as claimed beside the address or within it. */
  readonly postalCode?: string;
  /** The place that was read, as a gazetteer writes it; the prefecture also where the municipality alone tells it. */
  readonly prefecture?: string;
  readonly municipality?: string;
  readonly town?: string;
  readonly postal: PostalVerdict;
  /** Places of the postal code, where it is not that of the address. */
  readonly postalPlaces: readonly string[];
  readonly municipalityFound: PlaceVerdict;
  readonly townFound: PlaceVerdict;
  /** Editions that were asked; none when no gazetteer is in use. */
  readonly sources: readonly { readonly source: string; readonly editionId: string }[];
}
