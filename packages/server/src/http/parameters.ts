// The query of a request in, its values with what is wrong with them out, told as clients of FastAPI know it.

/** What was asked cannot be answered: the status, and what is told of it. */
export interface Refusal {
  readonly status: number;
  readonly detail: string | readonly FieldFault[];
}

/** One value that is not as it must be. */
export interface FieldFault {
  readonly loc: readonly (string | number)[];
  readonly msg: string;
  readonly type: string;
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'status' in value && 'detail' in value;
}

/** Reads the values of one query, and remembers what was wrong with any of them. */
export class QueryValues {
  readonly #values: Readonly<Record<string, unknown>>;
  readonly #faults: FieldFault[] = [];

  constructor(query: unknown) {
    this.#values = typeof query === 'object' && query !== null ? (query as Record<string, unknown>) : {};
  }

  /** Of all that was read so far; undefined when nothing is wrong. */
  get refusal(): Refusal | undefined {
    return this.#faults.length === 0 ? undefined : { status: 422, detail: [...this.#faults] };
  }

  /** Every value of a name. */
  texts(name: string, most = Infinity): readonly string[] {
    const value = Object.hasOwn(this.#values, name) ? this.#values[name] : undefined;
    const texts = (Array.isArray(value) ? (value as unknown[]) : [value]).filter((one) => typeof one === 'string');
    if (most < texts.length) this.#fault(name, `List should have at most ${most} items`, 'too_long');
    return texts;
  }

  /** The last value of a name. */
  text(name: string): string | undefined {
    return this.texts(name).at(-1);
  }

  required(name: string): string {
    const text = this.text(name);
    if (text === undefined) this.#fault(name, 'Field required', 'missing');
    return text ?? '';
  }

  number(
    name: string,
    given: { readonly otherwise: number; readonly most?: number; readonly whole?: boolean },
  ): number {
    const text = this.text(name);
    if (text === undefined) return given.otherwise;
    const isNumber = (given.whole ? /^[+-]?\d{1,15}$/ : /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i).test(text.trim());
    const kind = given.whole ? 'integer' : 'number';
    if (!isNumber) {
      this.#fault(name, `Input should be a valid ${kind}, unable to parse string as a ${kind}`, `${kind}_parsing`);
      return given.otherwise;
    }
    const number = Number(text);
    if (given.most !== undefined && given.most < number)
      this.#fault(name, `Input should be less than or equal to ${given.most}`, 'less_than_equal');
    return number;
  }

  flag(name: string, otherwise: boolean): boolean {
    const text = this.text(name)?.toLowerCase();
    if (text === undefined) return otherwise;
    if (['1', 'true', 't', 'on', 'yes', 'y'].includes(text)) return true;
    if (['0', 'false', 'f', 'off', 'no', 'n'].includes(text)) return false;
    this.#fault(name, 'Input should be a valid boolean, unable to interpret input', 'bool_parsing');
    return otherwise;
  }

  oneOf<T extends string>(name: string, choices: readonly T[], otherwise: T): T {
    const text = this.text(name);
    if (text === undefined) return otherwise;
    const found = choices.find((choice) => choice === text);
    if (found === undefined) this.#fault(name, `Input should be ${quoted(choices)}`, 'enum');
    return found ?? otherwise;
  }

  manyOf<T extends string>(name: string, choices: readonly T[]): readonly T[] {
    return this.texts(name).flatMap((text) => {
      const found = choices.find((choice) => choice === text);
      if (found === undefined) this.#fault(name, `Input should be ${quoted(choices)}`, 'enum');
      return found ?? [];
    });
  }

  /** @param form what a text must look like. */
  matching(name: string, form: RegExp, isReal: (text: string) => boolean = () => true): string | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    if (form.test(text) && isReal(text)) return text;
    this.#fault(name, `String should match pattern '${form.source}'`, 'string_pattern_mismatch');
    return undefined;
  }

  #fault(name: string, msg: string, type: string): void {
    this.#faults.push({ loc: ['query', name], msg, type });
  }
}

function quoted(choices: readonly string[]): string {
  return choices.map((choice) => `'${choice}'`).join(', ');
}
