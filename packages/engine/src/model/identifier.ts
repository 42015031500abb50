// Identifiers: which kinds there are and what can be known of one.

/** Kinds of identifier. The formats and check digits stand in `identity/identifiers/`. */
export const identifierTypes = [
  'jp-corporate-number', // 法人番号, 13 digits
  'jp-registry-number', // 会社法人等番号, 12 digits
  'jp-invoice-number', // 適格請求書発行事業者登録番号, T and 13 digits
  'jp-edinet-code', // EDINETコード, E and 5 digits
  'jp-securities-code', // 証券コード, 4 digits or, since 2024, letters among them
  'lei',
  'uk-company-number',
  'us-cik',
  'us-uei',
  'eu-vat',
  'cn-uscc', // 统一社会信用代码, 18 characters
  'cn-organisation-code', // 组织机构代码, 9 characters
  'kr-business-number', // 사업자등록번호, 10 digits
  'kr-corporate-number', // 법인등록번호, 13 digits
  'ru-inn', // ИНН: 10 digits of a body, 12 of a person
  'ru-ogrn', // ОГРН, 13 digits; ОГРНИП, 15
  'registration-number', // any company register; country says which
  'tax-id',
  'passport',
  'national-id',
  'identity-document', // any other document about a person
  'imo-number',
  'mmsi',
  'call-sign',
  'duns',
  'isin',
  'swift-bic',
  'crypto-wallet',
  'aircraft-registration',
  'other',
] as const;
export type IdentifierType = (typeof identifierTypes)[number];

export interface Identifier {
  readonly type: IdentifierType;
  /** As given. */
  readonly value: string;
  /** ISO 3166-1 alpha-2, lower case: who issued it. */
  readonly country?: string;
  readonly note?: string;
}

/** Only CONFIRMED earns trust: a right check digit says nothing of existence. */
export const identifierStates = [
  'FORMAT_INVALID',
  'CHECK_INVALID',
  'VALID_UNCONFIRMED',
  'CONFIRMED',
  'CONTRADICTED',
] as const;
export type IdentifierState = (typeof identifierStates)[number];

export interface IdentifierCheck {
  readonly party: string;
  readonly identifier: Identifier;
  /** The value in its one normal form; absent when the format is invalid. */
  readonly normalised?: string;
  readonly state: IdentifierState;
  /** What a register states, where that confirms or contradicts: its number of this kind, and the edition. */
  readonly stated?: { readonly register: string; readonly editionId: string; readonly value: string };
}
