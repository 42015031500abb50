// What is held of a company and a row or relation of the register in, the company with it applied out.
import type { NumberedRelation, RegisterRow } from '@sekisho/engine/model/register.ts';
import type { CompanyContent } from './bucket-content.ts';
import { isDeletion, rowOfText, statesTheSame, textOfRow } from './register-row-text.ts';

/**
 * A latest row takes the place of what stands, which becomes history; one that is not latest is history; a deletion leaves
 * history alone, and where it states no name, what was last known stands in it. What is stated twice is kept once.
 */
export function applyRow(company: CompanyContent, row: RegisterRow, text: string): void {
  if (isDeletion(row)) {
    const deletion = row.name === '' ? withLastKnown(company, row) : row;
    retire(company, row.number);
    company.standing = undefined;
    if (deletion) rememberLast(company, textOfRow(deletion));
    return;
  }
  if (!row.latest) remember(company, text);
  else {
    if (company.standing !== undefined) retire(company, row.number, text);
    company.standing = text;
  }
}

/**
 * What is stated under a key takes the place of what stood under it; what holds no more is taken out.
 * @returns whether anything is stated now that was not, or the other way round.
 */
export function applyRelation({ relations }: CompanyContent, { key, relation }: NumberedRelation): boolean {
  if (!relation) return relations.delete(key);
  const text = JSON.stringify(relation);
  if (relations.get(key) === text) return false;
  relations.set(key, text);
  return true;
}

/** Undefined for a number that was never held: nothing is taken back. */
function withLastKnown({ standing, history }: CompanyContent, deletion: RegisterRow): RegisterRow | undefined {
  const text = standing ?? history.at(-1);
  if (text === undefined) return undefined;
  const known = rowOfText(deletion.number, text);
  const { name, nameIsSubstitute, addressIsSubstitute } = known;
  return { ...known, ...deletion, name, nameIsSubstitute, addressIsSubstitute };
}

/** The standing row becomes history, unless its successor states the same. */
function retire(company: CompanyContent, number: string, successor?: string): void {
  const { standing } = company;
  if (standing === undefined || (successor !== undefined && statesTheSame(standing, successor))) return;
  remember(company, textOfRow({ ...rowOfText(number, standing), latest: false }));
}

function remember({ history }: CompanyContent, text: string): void {
  if (!history.some((row) => statesTheSame(row, text))) history.push(text);
}

/** A deletion ends the history even when an earlier one said the same: the number came back in between. */
function rememberLast({ history }: CompanyContent, text: string): void {
  const last = history.at(-1);
  if (last === undefined || !statesTheSame(last, text)) history.push(text);
}
