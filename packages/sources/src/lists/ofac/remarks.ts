// The remarks text of an OFAC entry in, its items taken apart out; what is not understood stays whole.
import type { Schema } from '@sekisho/engine/model/entity.ts';
import type { FieldOfList } from '../../readers/closed-vocabulary.ts';
import type { CountryReader } from '../country-field.ts';
import { takeItem } from './items.ts';
import type { OfacFacts } from './facts.ts';

/**
 * Takes the items of a text into `facts`.
 * @param text all of the remarks, continued from the comments file where they overflow.
 * @param isCutOff true when the text ends in the middle of an item, which is then not taken apart.
 * @throws Problem `list.unknown-value` for a gender that is not in the vocabulary.
 */
export function takeRemarks(
  text: string,
  isCutOff: boolean,
  facts: OfacFacts,
  schema: Schema,
  where: FieldOfList,
  reader: CountryReader,
): void {
  const items = itemsOf(text, isCutOff);
  items.forEach((item, index) => {
    if (isCutOff && index === items.length - 1) facts.remarks.push(item.replace(/^alt\. /i, ''));
    else takeItem(item, facts, schema, where, reader);
  });
}

/** Items end with `; `, the last one with a full stop, which may be that of an abbreviation too: `Linked To: R D I S.A.` */
function itemsOf(text: string, isCutOff: boolean): string[] {
  const whole = isCutOff || /(?:\.[A-Z]|\b(?:LTD|CO|INC|CORP))\.$/.test(text) ? text : text.replace(/\.$/, '');
  return whole
    .split(/;\s+/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
