// The entries of one case in, in order, its course out: open or not, since when, who moved it, what waited for a second person.
import type { CaseState } from '@sekisho/engine/model/decision.ts';
import type { Instant } from '@sekisho/engine/model/calendar.ts';

/** From one moment on to the next a case is open, or it is not. */
export interface OpenSpell {
  readonly from: Instant;
  readonly to?: Instant;
}

export interface WaitingProposal {
  readonly from: Instant;
  readonly to?: Instant;
  readonly how?: string;
}

/** What the course needs of an entry: ids, states and moments. */
export interface CaseStepTold {
  readonly kind: 'case-opened' | 'case-moved' | 'case-decided' | 'case-noted' | 'alert-raised';
  readonly at: Instant;
  readonly state?: CaseState;
  readonly note?: string;
  readonly how?: string;
}

export class CaseCourse {
  readonly spells: OpenSpell[] = [];
  readonly proposals: WaitingProposal[] = [];
  openedAt: Instant | undefined;
  /** A person moved it, or said something of it. */
  isTouched = false;
  state: CaseState | undefined;

  tell({ kind, at, state, note, how }: CaseStepTold): void {
    if (kind === 'case-noted') {
      this.isTouched = true;
      if (note === 'proposed') this.proposals.push({ from: at });
      const waiting = this.proposals.at(-1);
      if (note === 'settled' && waiting && waiting.to === undefined)
        this.proposals.splice(-1, 1, { ...waiting, to: at, ...(how !== undefined && { how }) });
      return;
    }
    if (kind === 'case-opened') this.openedAt = at;
    if (kind === 'case-decided') this.isTouched = true;
    this.state = kind === 'alert-raised' ? 'HOLD' : (state ?? this.state);
    const isOpen = this.state === 'HOLD' || this.state === 'NEED_INFORMATION';
    const last = this.spells.at(-1);
    const wasOpen = last !== undefined && last.to === undefined;
    if (isOpen && !wasOpen) this.spells.push({ from: at });
    if (!isOpen && wasOpen) this.spells.splice(-1, 1, { ...last, to: at });
  }
}
