// The reading of one row of a register in, the row out, or nothing once its problem was handed over.
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { ImportContext } from '../importer.ts';

/** What one row may fail in without the file being another one: a number with a wrong check digit, a row without a name. */
export class RowFault extends Problem {}

/**
 * A row without a usable number or name cannot be stored: its problem goes to `onProblem`, and is thrown where nobody
 * takes it. Every other problem is thrown.
 */
export function faultOf<T>({ onProblem }: Pick<ImportContext, 'onProblem'>, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RowFault) || !onProblem) throw error;
    onProblem({ code: error.code, facts: error.facts });
    return undefined;
  }
}
