// The name cells of an NSDC row in, its names out: Ukrainian, original and other.
import type { EntityName, NameKind } from '@sekisho/engine/model/entity.ts';
import { distinctBy } from '../distinct.ts';
import { vocabulary } from './vocabulary.ts';

export interface NameCells {
  readonly ukrainian: string | undefined;
  readonly original: string | undefined;
  readonly other: string | undefined;
}

const formerLabel = new RegExp(`^(?:${vocabulary.formerNames.join('|')})\\s*[–—:-]\\s*`, 'iu');
const aliasLabel = /^(?:відомий як:|вона ж)\s*/iu;

/** The Ukrainian name is the official one; without it the original one is shown. */
export function namesOf({ ukrainian, original, other }: NameCells, isPerson: boolean): EntityName[] {
  const names: EntityName[] = [];
  const add = (text: string, kind: NameKind, language?: string) => {
    const clean = cleaned(text);
    if (!/[\p{L}\p{N}]/u.test(clean)) return;
    const spoken = language ?? languageOf(clean);
    names.push({ text: clean, kind, ...(spoken !== undefined && { language: spoken }) });
    if (isPerson)
      for (const variant of bracketVariants(clean))
        names.push({ text: variant, kind: 'alias', ...(spoken !== undefined && { language: spoken }) });
  };
  if (ukrainian !== undefined) add(ukrainian, 'primary', 'uk');
  if (original !== undefined) {
    add(original, ownScriptOr('alias', original));
    for (const part of severalIn(original)) add(part, ownScriptOr('alias', part));
  }
  for (const part of othersIn(other ?? '', isPerson)) {
    const plain = part.replace(formerLabel, '').replace(aliasLabel, '');
    const kind = isPerson && !/[\s-]/.test(plain.trim()) ? 'weak' : ownScriptOr('alias', plain);
    add(plain, formerLabel.test(part) ? 'former' : kind);
  }
  const [shown, ...rest] = names;
  const first: EntityName[] = shown ? [{ ...shown, kind: 'primary' }] : [];
  return distinctBy([...first, ...rest], ({ text }) => text);
}

/** Letters that Ukrainian or Russian alone has tell the language; a text without any tells none. */
function languageOf(text: string): string | undefined {
  if (/[іїєґ]/iu.test(text)) return 'uk';
  return /[ыэъё]/iu.test(text) ? 'ru' : undefined;
}

function ownScriptOr(kind: NameKind, text: string): NameKind {
  return /\p{L}/u.test(text) && !/\p{Script=Latin}/u.test(text) ? 'original-script' : kind;
}

/** Stray signs of the table: a bracket that was never closed, a comma at the end, a remark behind the name. */
function cleaned(text: string): string {
  const plain = text
    .replace(/\s+/g, ' ')
    .replace(/\s*\(псевдонім\)/u, '')
    .replace(/^[\s,;]+|[\s,;]+$/g, '');
  const opens = plain.split('(').length;
  const closes = plain.split(')').length;
  const balanced = opens > closes ? plain.replace('(', '') : opens < closes ? plain.replace(/\)(?=[^)]*$)/, '') : plain;
  return balanced.trim().replace(/\.$/, (dot) => (/[")»]\.$/.test(balanced.trim()) ? '' : dot));
}

/** `Зразкова (Прикладова) Ганна`: both family names; `(дівоче - …)` is the maiden name. */
function bracketVariants(text: string): string[] {
  const [, before = '', word, inner, after = ''] =
    /^(.*?)(\p{L}[\p{L}’'-]*)\s*\((?:дівоче\s*-\s*)?(\p{Lu}[\p{L}’'-]+)\)\s*(.*)$/u.exec(text) ?? [];
  if (word === undefined || inner === undefined) return [];
  return [word, inner].map((each) => `${before}${each} ${after}`.replace(/\s+/g, ' ').trim());
}

/** `… "Образец", ООО "ОБР"`: a comma behind a closing quotation mark parts two names. */
function severalIn(text: string): string[] {
  const parts = text.split(/(?<=["'’»]),(?!\s*(?:Ltd|Inc))\s+/iu);
  return parts.length > 1 && parts.every((part) => part.split('"').length % 2 === 1) ? parts : [];
}

/** Other names: parted by semicolons, those of bodies by commas outside quotation marks too. */
function othersIn(text: string, isPerson: boolean): string[] {
  const parts = text.split(/;/);
  return isPerson ? parts : parts.flatMap((part) => part.split(/,(?!\s*(?:Ltd|Inc))(?=(?:[^"]*"[^"]*")*[^"]*$)/iu));
}
