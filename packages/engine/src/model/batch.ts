// The words of a batch: what a column of somebody's table may hold, why a row is not screened, what is noted beside one.
import { identifierTypes, type IdentifierType } from './identifier.ts';

const ownFields = [
  'name',
  'alias',
  'former-name',
  'reading', // how the name is said, in kana or Latin letters
  'first-name',
  'middle-name',
  'last-name',
  'birth-date',
  'gender',
  'schema',
  'country',
  'nationality',
  'address',
  'street',
  'city',
  'region',
  'postal-code',
  'row-id', // the table's own number of the row: not searched for
] as const;

/** What a column is read as. */
export type BatchField = (typeof ownFields)[number] | IdentifierType;
export const batchFields: readonly BatchField[] = [...ownFields, ...identifierTypes];

/** Fields that only one column of a table can be. */
export const fieldsOfOneColumn: ReadonlySet<BatchField> = new Set([
  'first-name',
  'middle-name',
  'last-name',
  'birth-date',
  'gender',
  'schema',
  'row-id',
]);

/** Why a row was not screened. */
export const batchRowFaults = [
  'cells',
  'quotes',
  'json',
  'unknown-key',
  'nested',
  'encoding',
  'no-name',
  'name-too-long',
  'too-many-values',
  'date',
  'country',
  'schema',
] as const;
export type BatchRowFault = (typeof batchRowFaults)[number];

/** What the columns `note` and `reason` say beside why two names are alike. */
export const batchNotes = ['unreadable', 'cut-off', 'more-hits', 'discounted', 'disputed', 'name-only'] as const;
export type BatchNote = (typeof batchNotes)[number];

/** How `03/04/1980` is read. */
export const dateOrders = ['day-first', 'month-first'] as const;
export type DateOrder = (typeof dateOrders)[number];
