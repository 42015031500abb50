// A document that was handed in with an application: which file it is, what it is, and what somebody read in it.
import Type from 'typebox';
import type { CalendarDate } from './calendar.ts';
import type { FieldVerdict } from './register.ts';

/** What a document can be. Japanese ones by 商業登記法 art. 10 and 商業登記規則 art. 30. */
export const documentKinds = [
  'full-register-certificate', // 履歴事項全部証明書: what stands, and what was struck out in about three years
  'current-register-certificate', // 現在事項証明書
  'closed-register-certificate', // 閉鎖事項証明書
  'representative-certificate', // 代表者事項証明書
  'register-information', // 登記情報提供サービス: the same facts without the registrar's certification
  'seal-certificate', // 印鑑証明書
  'beneficial-owner-list', // 実質的支配者リスト
  'foreign-register-extract',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** What can be put with a case besides: what people wrote about it, and what they handed in later. */
export const attachmentKinds = [
  ...documentKinds,
  'news-report',
  'official-notice',
  'correspondence',
  'contract',
  'end-use-statement',
  'identity-document',
  'proof-of-payment',
  'other-document',
] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

const text = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' });
const day = Type.String({ format: 'calendar-date' });
const closed = { additionalProperties: false };

export const MAX_DOCUMENTS = 20;

export const DocumentShape = Type.Object(
  {
    /** Its place below the folder of the application's file, with `/` between folders. */
    file: text(255),
    /** Of the file's bytes; filled in when the file is taken, and held against it when it is given. */
    sha256: Type.Optional(Type.String({ pattern: '^[0-9a-f]{64}$' })),
    bytes: Type.Optional(Type.Integer({ minimum: 1 })),
    /** Whom it is about; the buyer where it is left out. */
    party: Type.Optional(text(64)),
    kind: Type.Unsafe<DocumentKind>(Type.Enum([...documentKinds])),
    issuer: text(500),
    issuedOn: day,
    /** 認証番号, 照会番号, the number of the certificate. */
    certificateNo: Type.Optional(text(100)),
    /** Who read the fields in it; the applicant where it is left out. */
    statedBy: Type.Optional(text(500)),
    /** What stands in it, as far as somebody read it. Nothing here was read by the program. */
    fields: Type.Optional(
      Type.Object(
        {
          name: Type.Optional(text(1000)),
          /** The register's number: of Japan 会社法人等番号 (12 digits) or 法人番号 (13). */
          number: Type.Optional(text(200)),
          address: Type.Optional(text(1000)),
          representatives: Type.Optional(Type.Array(text(1000), { minItems: 1, maxItems: 50 })),
          purposes: Type.Optional(Type.Array(text(2000), { minItems: 1, maxItems: 200 })),
          capital: Type.Optional(
            Type.Object(
              { amount: Type.Number({ minimum: 0 }), currency: Type.String({ pattern: '^[A-Z]{3}$' }) },
              closed,
            ),
          ),
          establishedOn: Type.Optional(day),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type ApplicationDocument = Type.Static<typeof DocumentShape>;

/** One field of a document beside what the register or the application says. */
export interface DocumentField {
  readonly against: 'register' | 'application';
  readonly field: 'name' | 'number' | 'address' | 'established' | 'representative';
  readonly verdict: FieldVerdict;
  readonly stated: string;
  /** What the register or the application says. */
  readonly other?: string;
  /** As of a `FieldComparison`. */
  readonly detail?: string;
}

/** What a document's fields came to. It confirms nothing by itself: whoever hands it in has chosen it and read it out. */
export interface DocumentCheck {
  readonly party: string;
  readonly file: string;
  readonly sha256: string;
  readonly kind: DocumentKind;
  readonly issuer: string;
  readonly issuedOn: CalendarDate;
  /** On the day the evidence was gathered; negative for one that is dated later. */
  readonly ageDays: number;
  /** The register and edition that it was held against; absent when none has the company. */
  readonly register?: string;
  readonly editionId?: string;
  readonly fields: readonly DocumentField[];
}
