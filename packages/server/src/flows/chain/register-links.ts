// Confirmed companies in, whom their registers name beside them, step by step, out: owners, directors, parents.
import { hasEnded } from '@sekisho/engine/chain/application-links.ts';
import type { CalendarDate } from '@sekisho/engine/model/calendar.ts';
import type { ChainLink } from '@sekisho/engine/model/chain.ts';
import type { ActiveEdition } from '@sekisho/engine/model/edition.ts';
import type { Gap } from '@sekisho/engine/model/evidence.ts';
import type { Confirmation, RegisterRelation, RegisterRow } from '@sekisho/engine/model/register.ts';
import type { RegisterReader } from '../../store/registers/register-reader.ts';
import { namesOfRow } from '../register-keys.ts';
import { openRegister } from '../register-names.ts';

export interface RegisterLinks {
  readonly links: readonly ChainLink[];
  /** Names of whom the registers name and the application does not, by node. */
  readonly names: ReadonlyMap<string, readonly string[]>;
  readonly gaps: readonly Gap[];
}

/** A company or somebody whom a register names: `gleif:5493…`, `uk-companies-house:01234567/A Director`. */
function nodeOf(register: string, number: string, name?: string): string {
  return name === undefined ? `${register}:${number}` : `${register}:${number}/${name}`;
}

/**
 * A party that a register has confirmed stands for its company there. From company to company as many steps as a chain may have;
 * what had ended before the day is left out.
 */
export async function registerLinks(
  confirmations: readonly Confirmation[],
  active: readonly ActiveEdition[],
  day: CalendarDate,
  parts: Parameters<typeof openRegister>[1],
): Promise<RegisterLinks> {
  const confirmed = confirmations.filter(({ verdict, fact }) => verdict === 'CONFIRMED' && fact !== undefined);
  const walk = new RegisterWalk(confirmed, day, parts.reference.chain.most);
  for (const [register, known] of Map.groupBy(confirmed, (one) => one.register)) {
    if (!known.some(({ fact }) => 0 < (fact?.current.relations ?? []).length)) continue;
    const edition = active.find((one) => one.edition.source === register)?.edition;
    const reader = edition && (await openRegister(edition, parts));
    try {
      walk.from(register, known, reader);
    } finally {
      reader?.close();
    }
  }
  return { links: walk.links, names: walk.names, gaps: walk.gaps };
}

class RegisterWalk {
  readonly links: ChainLink[] = [];
  readonly names = new Map<string, readonly string[]>();
  readonly gaps: Gap[] = [];
  readonly #parties: ReadonlyMap<string, string>;
  readonly #day: CalendarDate;
  readonly #most: { readonly hops: number; readonly companies: number };

  constructor(
    confirmed: readonly Confirmation[],
    day: CalendarDate,
    most: { readonly hops: number; readonly companies: number },
  ) {
    this.#parties = new Map(
      confirmed.map(({ party, register, fact }) => [nodeOf(register, fact?.current.number ?? ''), party]),
    );
    this.#day = day;
    this.#most = most;
  }

  from(register: string, known: readonly Confirmation[], reader: RegisterReader | undefined): void {
    const rows = new Map<string, RegisterRow>();
    for (const { fact } of known) if (fact) rows.set(fact.current.number, fact.current);
    let level = [...rows.keys()];
    for (let step = 1; step <= this.#most.hops && 0 < level.length; step++) {
      const next = new Set<string>();
      for (const number of level)
        for (const relation of rows.get(number)?.relations ?? []) {
          const row = rows.get(number) as RegisterRow;
          const { toNumber } = relation;
          if (!this.#add(register, row, relation) || toNumber === undefined || rows.has(toNumber)) continue;
          const found = rows.size < this.#most.companies ? reader?.byNumber(toNumber)?.current : undefined;
          if (!found) this.#noteCutOff(register, rows.size);
          if (!found) continue;
          rows.set(toNumber, found);
          this.#name(nodeOf(register, toNumber), namesOfRow(found));
          next.add(toNumber);
        }
      level = [...next];
    }
  }

  /** False for what has ended, and for a statement that names nobody. */
  #add(register: string, row: RegisterRow, relation: RegisterRelation): boolean {
    const { kind, toNumber, toName, detail, share, since, until } = relation;
    if (hasEnded(until, this.#day) || (toNumber === undefined && toName === undefined)) return false;
    const to = toNumber === undefined ? nodeOf(register, row.number, toName) : nodeOf(register, toNumber);
    if (toName !== undefined && !this.names.has(to)) this.#name(to, [toName]);
    this.links.push({
      from: this.#partyOr(nodeOf(register, row.number)),
      to: this.#partyOr(to),
      kind,
      statedBy: register,
      date: since ?? row.updatedOn,
      detail,
      ...(share && { share }),
    });
    return true;
  }

  #name(node: string, names: readonly string[]): void {
    if (!this.#parties.has(node)) this.names.set(node, names);
  }

  #partyOr(node: string): string {
    return this.#parties.get(node) ?? node;
  }

  #noteCutOff(register: string, companies: number): void {
    if (companies < this.#most.companies || this.gaps.some(({ subject }) => subject === register)) return;
    const detail = `more than ${String(this.#most.companies)} companies stand beside those of the order`;
    this.gaps.push({ kind: 'search-cut-off', subject: register, detail });
  }
}
