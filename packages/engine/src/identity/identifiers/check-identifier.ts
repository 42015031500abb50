// An identifier as given in, what can be known of it without asking anybody out: its format and its check digit.
import type { Identifier, IdentifierType } from '../../model/identifier.ts';
import { checkCnOrganisationCode, checkCnUscc } from './cn-uscc.ts';
import { checkDuns } from './duns.ts';
import { checkEuVat } from './eu-vat.ts';
import type { IdentifierReading } from './identifier-reading.ts';
import { checkImoNumber } from './imo-number.ts';
import { checkJpCorporateNumber } from './jp-corporate-number.ts';
import { checkJpInvoiceNumber } from './jp-invoice-number.ts';
import { checkJpEdinetCode, checkJpSecuritiesCode } from './jp-securities.ts';
import { checkJpRegistryNumber } from './jp-registry-number.ts';
import { checkKrBusinessNumber, checkKrCorporateNumber } from './kr-numbers.ts';
import { checkIsin } from './isin.ts';
import { checkLei } from './lei.ts';
import { checkRuInn, checkRuOgrn } from './ru-numbers.ts';
import { checkUkCompanyNumber } from './uk-company-number.ts';
import { checkUsCik, checkUsUei } from './us-numbers.ts';
import { bareText } from './bare-text.ts';

/** Format and check digit of an identifier. Never throws. */
export function checkIdentifier(identifier: Identifier): IdentifierReading {
  return checkByType[identifier.type](identifier.value);
}

const checkByType = {
  'jp-corporate-number': checkJpCorporateNumber,
  'jp-registry-number': checkJpRegistryNumber,
  'jp-invoice-number': checkJpInvoiceNumber,
  'jp-edinet-code': checkJpEdinetCode,
  'jp-securities-code': checkJpSecuritiesCode,
  lei: checkLei,
  'imo-number': checkImoNumber,
  duns: checkDuns,
  'uk-company-number': checkUkCompanyNumber,
  'us-cik': checkUsCik,
  'us-uei': checkUsUei,
  'eu-vat': checkEuVat,
  'cn-uscc': checkCnUscc,
  'cn-organisation-code': checkCnOrganisationCode,
  'kr-business-number': checkKrBusinessNumber,
  'kr-corporate-number': checkKrCorporateNumber,
  'ru-inn': checkRuInn,
  'ru-ogrn': checkRuOgrn,
  isin: checkIsin,
  mmsi: formatOf(/^\d{9}$/),
  'call-sign': formatOf(/^[A-Z0-9]{3,8}$/),
  'swift-bic': formatOf(/^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/), // ISO 9362
  'aircraft-registration': formatOf(/[A-Z0-9]/),
  'registration-number': formatOf(/[\p{L}\p{N}]/u),
  'tax-id': formatOf(/[\p{L}\p{N}]/u),
  passport: formatOf(/[\p{L}\p{N}]/u),
  'national-id': formatOf(/[\p{L}\p{N}]/u),
  'identity-document': formatOf(/[\p{L}\p{N}]/u),
  'crypto-wallet': checkWallet,
  other: formatOf(/[\p{L}\p{N}]/u),
} satisfies Record<IdentifierType, (value: string) => IdentifierReading>;

/** A check for the kinds that have no check digit, or one that each country makes otherwise. */
function formatOf(format: RegExp): (value: string) => IdentifierReading {
  return (value) => {
    const normalised = bareText(value);
    return format.test(normalised) ? { state: 'VALID_UNCONFIRMED', normalised } : { state: 'FORMAT_INVALID' };
  };
}

/** Addresses of several chains tell upper from lower case: nothing but blanks is taken away. */
function checkWallet(value: string): IdentifierReading {
  const normalised = value.replace(/\s/g, '');
  return normalised === '' ? { state: 'FORMAT_INVALID' } : { state: 'VALID_UNCONFIRMED', normalised };
}
