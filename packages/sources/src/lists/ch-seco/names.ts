// A name element of the SECO list, with its parts and their spelling variants, in; the whole names it stands for out.
import type { EntityName, NameKind } from '@sekisho/engine/model/entity.ts';
import { lookUp } from '../../readers/closed-vocabulary.ts';
import type { StrictElement } from '../../readers/strict-element.ts';
import { vocabulary, type NamePartRole } from './vocabulary.ts';

/** Every way to put variants together, up to as many; beyond, each variant stands in one name at least. */
const MAX_COMBINATIONS = 16;

interface Part {
  readonly order: number;
  readonly role: NamePartRole;
  readonly text: string;
  /** `RUS LATN`; empty for the value itself. */
  readonly writing: string;
  readonly language: string | undefined;
  readonly script: string | undefined;
}

export interface NamesTaken {
  readonly names: readonly EntityName[];
  readonly titles: readonly string[];
}

/** @throws Problem `list.unknown-value` for a kind of name, kind of part or quality outside the vocabulary. */
export function takeName(element: StrictElement, isMain: boolean, isPerson: boolean): NamesTaken {
  const where = element.where;
  const type = lookUp(vocabulary.nameTypes, element.takeRequiredAttribute('name-type'), {
    ...where,
    field: 'name/@name-type',
  });
  const isWeak = lookUp({ good: false, low: true }, element.takeAttribute('quality') ?? 'good', {
    ...where,
    field: 'name/@quality',
  });
  element.ignore('@ssid', '@lang');
  const parts = element.takeAll('name-part').flatMap(takePart);
  const kind = kindOf(isWeak, type === 'primary' && !isMain ? 'alias' : type);
  const named = parts.filter(({ role, writing }) => role !== 'title' && (role !== 'maiden' || writing === ''));
  const whole = named.filter(({ role }) => role !== 'maiden');
  const maiden = named.filter(({ role }) => role === 'maiden');
  const writings = [...new Set(whole.map(({ writing }) => writing))].toSorted(
    (a, b) => Number(a !== '') - Number(b !== ''),
  );
  const names = writings.flatMap((writing) => {
    const variantKind = writing === '' ? kind : kindOf(isWeak, kind === 'former' ? 'former' : 'alias');
    return namesIn(whole, writing, variantKind, isPerson);
  });
  if (maiden.length > 0) {
    const born = whole.filter(({ role, writing }) => role !== 'family' && writing === '');
    const family = maiden.map((part): Part => ({ ...part, role: 'family' }));
    names.push(...namesIn([...family, ...born], '', kindOf(isWeak, 'former'), isPerson));
  }
  return { names, titles: parts.filter(({ role }) => role === 'title').map(({ text }) => text) };
}

function takePart(element: StrictElement): Part[] {
  const role = lookUp(vocabulary.nameParts, element.takeRequiredAttribute('name-part-type'), {
    ...element.where,
    field: 'name-part/@name-part-type',
  });
  const order = Number(element.takeAttribute('order') ?? '1');
  element.ignore('@ssid');
  const plain = { order, role, writing: '', language: undefined, script: undefined };
  const values = element.takeTexts('value').map((text): Part => ({ ...plain, text }));
  const variants = element.takeAll('spelling-variant').map((variant): Part => {
    const [language, script] = [variant.takeAttribute('lang'), variant.takeAttribute('script')];
    variant.ignore('@ssid', '@spelling-variant-type');
    return { order, role, text: variant.takeText(), writing: `${language ?? ''} ${script ?? ''}`, language, script };
  });
  return [...values, ...variants].filter(({ text }) => text !== '');
}

/** The names in one writing: of a part that has no variant in it, the value itself is taken. */
function namesIn(parts: readonly Part[], writing: string, kind: NameKind, isPerson: boolean): EntityName[] {
  const orders = [...new Set(parts.map(({ order }) => order))].toSorted((a, b) => a - b);
  const options = orders.map((order) => {
    const own = parts.filter((part) => part.order === order && part.writing === writing);
    return own.length > 0 ? own : parts.filter((part) => part.order === order && part.writing === '');
  });
  return combinations(options.filter((each) => each.length > 0)).map((chosen) => {
    const text = chosen.map((part) => part.text).join(' ');
    const variant = chosen.find((part) => part.writing === writing && writing !== '');
    const language = variant?.language === undefined ? undefined : languageOf(variant.language);
    const isOwnScript = variant?.script !== undefined && variant.script.toUpperCase() !== 'LATN';
    const partOf = (role: NamePartRole) => {
      const said = chosen.filter((part) => part.role === role).map((part) => part.text);
      return isPerson && said.length > 0 ? said.join(' ') : undefined;
    };
    const [family, given] = [partOf('family'), partOf('given')];
    return {
      text,
      kind: isOwnScript && kind === 'alias' ? 'original-script' : kind,
      ...(language !== undefined && { language }),
      ...(family !== undefined && { family }),
      ...(given !== undefined && { given }),
    };
  });
}

function combinations(options: readonly (readonly Part[])[]): Part[][] {
  const count = options.reduce((product, each) => product * each.length, 1);
  if (count > MAX_COMBINATIONS) {
    const length = Math.max(...options.map((each) => each.length));
    return Array.from({ length }, (_, index) =>
      options.map((each) => each[Math.min(index, each.length - 1)]).filter((part) => part !== undefined),
    );
  }
  return options.reduce<Part[][]>(
    (chosen, each) => chosen.flatMap((before) => each.map((part) => [...before, part])),
    [[]],
  );
}

function kindOf(isWeak: boolean, kind: NameKind): NameKind {
  return isWeak ? 'weak' : kind;
}

/** ISO 639-2, `RUS`, `ger`, as BCP 47. */
function languageOf(code: string): string | undefined {
  return /^[a-z]{2,3}$/i.test(code) ? Intl.getCanonicalLocales(code.toLowerCase())[0] : undefined;
}
