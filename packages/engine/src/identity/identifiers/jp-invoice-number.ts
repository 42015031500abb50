// A Japanese invoice registration number (適格請求書発行事業者登録番号) in, T and 13 digits out.
import { bareText } from './bare-text.ts';
import type { IdentifierReading } from './identifier-reading.ts';

/** A corporation's is T and its corporate number, a sole trader's T and 13 unrelated digits: no check digit holds for both. */
export function checkJpInvoiceNumber(value: string): IdentifierReading {
  const normalised = bareText(value);
  return /^T\d{13}$/.test(normalised) ? { state: 'VALID_UNCONFIRMED', normalised } : { state: 'FORMAT_INVALID' };
}
