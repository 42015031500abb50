// EXISTENCE: a name that can be taken for another company's, and a natural person who bears the name of a company.
import { buyerOf, type Party } from '../model/application.ts';
import type { Confirmation } from '../model/register.ts';
import { foldWith } from '../reference/folding.ts';
import type { SignalReference } from '../reference/signal-reference.ts';
import { fromRegister, signal, wordsSetting, type Seen, type SignalsOf } from './observation.ts';

export const lookAlikeCompanySignals: SignalsOf = ({ application, confirmations }, reference) => {
  const buyer = buyerOf(application);
  const answers = confirmations.filter(({ party }) => party === buyer.id);
  const unasked: Seen = { state: buyer.schema === 'Person' ? 'NOT_APPLICABLE' : 'UNKNOWN' };
  return [
    ...answers.map((answer) =>
      signal('EX-9', { party: buyer.id, sources: fromRegister(answer), ...lookAlike(answer) }, reference),
    ),
    ...(answers.length === 0 ? [signal('EX-9', { party: buyer.id, ...unasked }, reference)] : []),
    ...application.parties.map((party) =>
      signal('EX-10', { party: party.id, ...statedPerson(party, reference) }, reference),
    ),
  ];
};

/**
 * A company that is confirmed is the one it says it is. One that is not may have mistyped its name: then the address is that
 * of the company it is like.
 */
function lookAlike({ verdict, lookAlikes, register }: Confirmation): Seen {
  if (verdict === 'CONFIRMED') return { state: 'CLEAR' };
  if (!lookAlikes) return { state: 'UNKNOWN' };
  const elsewhere = lookAlikes.filter(({ addressVerdict }) => addressVerdict === 'DIFFERENT');
  const [first] = elsewhere;
  if (!first) {
    const isUncertain = lookAlikes.some(
      ({ addressVerdict }) => addressVerdict !== 'SAME' && addressVerdict !== 'SIMILAR',
    );
    return { state: isUncertain ? 'UNKNOWN' : 'CLEAR' };
  }
  const companies = elsewhere.map(({ name, number, address }) => `${name} (${number}), ${address}`).join('; ');
  return { state: 'RAISED', as: first.difference, facts: { register, companies } };
}

function statedPerson({ schema, names }: Party, reference: SignalReference): Seen {
  if (schema !== 'Person') return { state: 'NOT_APPLICABLE' };
  const found = names.map(({ text }) => ({ text, form: companyFormIn(text, reference) })).find(({ form }) => form);
  return found
    ? { state: 'RAISED', as: 'company-form', facts: { name: found.text, form: found.form } }
    : { state: 'CLEAR' };
}

/** The legal form that a name ends or begins with, of those that no person is called by. */
function companyFormIn(name: string, reference: SignalReference): string | undefined {
  const text = foldWith(reference.spelling.characters, name);
  const spaced = ` ${text
    .replace(/\./g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()} `;
  return wordsSetting('EX-10', 'companyForms', reference).find((written) => {
    const form = foldWith(reference.spelling.characters, written);
    if (/[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}]/u.test(form))
      return text.startsWith(form) || text.endsWith(form);
    return spaced.endsWith(` ${form} `);
  });
}
