// The record and a period in, the measures of the work out: how long, how much by itself, how much for nothing, how much is left.
import { addDays, daysBetween, type CalendarDate, type Instant } from '@sekisho/engine/model/calendar.ts';
import type { CaseState, Outcome } from '@sekisho/engine/model/decision.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { OpenEntry } from '@sekisho/engine/model/record-entry.ts';
import { recordEntries } from '../../record/record-entries.ts';
import type { Parts } from '../parts.ts';
import { permit } from '../permit.ts';
import { CaseCourse } from './case-course.ts';
import { shareOf, spreadOf, type Spread } from './spread.ts';

/** Both days are in it; days are those of UTC. */
export interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** Where there was nothing to measure, a measure is undefined; shares are 0 to 1. */
export interface Report extends Period {
  readonly applications: {
    readonly received: number;
    /** From the day on which an order came in, by its own word, to the policy's first decision on it. */
    readonly firstAnswerDays: Spread | undefined;
    readonly outcomes: Readonly<Partial<Record<Outcome, number>>>;
    /** Decisions that rest on evidence without a gap. */
    readonly shareWithCompleteEvidence: number | undefined;
    /** Of the cases that were opened, those accepted without a person. */
    readonly shareWithoutPerson: number | undefined;
  };
  readonly cases: {
    /** Hours from a case's being opened, or opened again, to its being settled; of those settled in the period. */
    readonly hoursToClear: Spread | undefined;
    /** Of those settled before, the ones that were opened again. */
    readonly reopened: number;
    readonly shareReopened: number | undefined;
    /** At the end of the period. */
    readonly backlog: { readonly open: number; readonly ageDays: Spread | undefined };
  };
  readonly hits: {
    readonly verdicts: Readonly<Record<string, number>>;
    /** Of the hits that were found true or false, the false ones. */
    readonly falsePositiveRate: number | undefined;
  };
  readonly alerts: {
    readonly raised: number;
    /** For a thousand applications that were kept at the end of the period. */
    readonly perThousandApplications: number | undefined;
  };
  readonly secondPerson: {
    /** Hours that proposals waited which were settled in the period. */
    readonly hoursWaited: Spread | undefined;
    readonly turnedDown: number;
    /** At the end of the period. */
    readonly waiting: number;
  };
  /** Days from the publication of an edition to its being put in use, by source. */
  readonly listLatencyDays: Readonly<Record<string, Spread | undefined>>;
  /** Entries of the period whose payload is erased: what they said is in no measure. */
  readonly erased: number;
}

const HOUR_MS = 3_600_000;
/** Of a period that nobody named. */
export const USUAL_DAYS = 30;

/** Reads the record once, from its beginning. @throws Problem `request.invalid` for a period that ends before it begins. */
export async function report({ from, to }: Period, parts: Parts): Promise<Report> {
  permit(parts, 'report.read');
  if (to < from) throw new Problem('request.invalid', { place: 'period', reason: 'ends before it begins' });
  const tally = new Tally({ from, to });
  const end = addDays(to, 1);
  for await (const entry of recordEntries(parts.store)) if (entry.at < end) tally.tell(entry);
  return tally.report();
}

/** Fields of payloads that are counted. */
interface Payload {
  readonly application?: { readonly receivedOn: CalendarDate };
  readonly state?: CaseState;
  readonly kind?: string;
  readonly how?: string;
  readonly verdict?: string;
  readonly caseId?: string;
  readonly edition?: { readonly source: string; readonly publishedOn: CalendarDate };
  readonly decision?: { readonly applicationId: string; readonly outcome: Outcome };
  readonly evidence?: { readonly gaps: readonly unknown[] };
}

class Tally {
  readonly #period: Period;
  readonly #courses = new Map<string, CaseCourse>();
  readonly #receivedOn = new Map<string, CalendarDate | undefined>();
  readonly #answered = new Set<string>();
  readonly #answerDays: number[] = [];
  readonly #outcomes: Partial<Record<Outcome, number>> = {};
  readonly #verdicts: Record<string, number> = {};
  readonly #latency = new Map<string, number[]>();
  #received = 0;
  #decisions = 0;
  #complete = 0;
  #alerts = 0;
  #erased = 0;

  constructor(period: Period) {
    this.#period = period;
  }

  tell({ kind, subject, at, payload }: OpenEntry): void {
    const isIn = this.#isIn(at);
    if (payload === undefined && isIn) this.#erased++;
    // evidence is long: of decisions made before, only that there was one is needed
    const said = payload === undefined || (kind === 'decision-made' && !isIn) ? {} : (JSON.parse(payload) as Payload);
    if (kind === 'application-received' && !this.#receivedOn.has(subject)) {
      this.#receivedOn.set(subject, said.application?.receivedOn);
      if (isIn) this.#received++;
    }
    if (kind === 'decision-made') this.#decided(subject, at, said, isIn);
    if (kind === 'edition-imported' && isIn && said.edition) {
      const { source, publishedOn } = said.edition;
      const days = Math.max(0, daysBetween(publishedOn, at.slice(0, 10)));
      this.#latency.set(source, [...(this.#latency.get(source) ?? []), days]);
    }
    if (kind === 'case-noted' && isIn && said.kind === 'disposed' && said.verdict !== undefined)
      this.#verdicts[said.verdict] = (this.#verdicts[said.verdict] ?? 0) + 1;
    if (kind === 'alert-raised' && isIn) this.#alerts++;
    if (
      kind === 'case-opened' ||
      kind === 'case-moved' ||
      kind === 'case-decided' ||
      kind === 'case-noted' ||
      kind === 'alert-raised'
    ) {
      const caseId = kind === 'alert-raised' ? said.caseId : subject;
      if (caseId === undefined) return;
      const course = this.#courses.get(caseId) ?? new CaseCourse();
      this.#courses.set(caseId, course);
      course.tell({
        kind,
        at,
        ...(said.state && { state: said.state }),
        ...(said.kind !== undefined && { note: said.kind }),
        ...(said.how !== undefined && { how: said.how }),
      });
    }
  }

  report(): Report {
    const courses = [...this.#courses.values()];
    const opened = courses.filter(({ openedAt }) => this.#isIn(openedAt));
    const byItself = opened.filter(({ isTouched, state }) => !isTouched && state === 'ACCEPT').length;
    const spells = courses.flatMap((course) => course.spells);
    const cleared = spells.flatMap(({ from, to }) =>
      to !== undefined && this.#isIn(to) ? [hoursBetween(from, to)] : [],
    );
    const reopened = courses.flatMap((course) =>
      course.spells.filter(({ from }) => from !== course.openedAt && this.#isIn(from)),
    ).length;
    const open = spells.filter(({ to }) => to === undefined);
    const proposals = courses.flatMap((course) => course.proposals);
    const settled = proposals.filter(({ to }) => this.#isIn(to));
    const { 'true-match': isTrue = 0, 'false-positive': isFalse = 0 } = this.#verdicts;
    return {
      ...this.#period,
      applications: {
        received: this.#received,
        firstAnswerDays: spreadOf(this.#answerDays),
        outcomes: this.#outcomes,
        shareWithCompleteEvidence: shareOf(this.#complete, this.#decisions),
        shareWithoutPerson: shareOf(byItself, opened.length),
      },
      cases: {
        hoursToClear: spreadOf(cleared),
        reopened,
        shareReopened: shareOf(reopened, cleared.length),
        backlog: {
          open: open.length,
          ageDays: spreadOf(open.map(({ from }) => daysBetween(from.slice(0, 10), this.#period.to))),
        },
      },
      hits: { verdicts: this.#verdicts, falsePositiveRate: shareOf(isFalse, isFalse + isTrue) },
      alerts: {
        raised: this.#alerts,
        perThousandApplications: shareOf(1000 * this.#alerts, this.#receivedOn.size),
      },
      secondPerson: {
        hoursWaited: spreadOf(settled.map(({ from, to = from }) => hoursBetween(from, to))),
        turnedDown: settled.filter(({ how }) => how === 'rejected').length,
        waiting: proposals.filter(({ to }) => to === undefined).length,
      },
      listLatencyDays: Object.fromEntries(
        [...this.#latency].sort(([a], [b]) => (a < b ? -1 : 1)).map(([source, days]) => [source, spreadOf(days)]),
      ),
      erased: this.#erased,
    };
  }

  #decided(decisionId: string, at: Instant, { decision, evidence }: Payload, isIn: boolean): void {
    const applicationId = decisionId.slice(0, decisionId.lastIndexOf('/'));
    const isFirst = !this.#answered.has(applicationId);
    this.#answered.add(applicationId);
    if (!isIn || !decision) return;
    this.#decisions++;
    if (evidence?.gaps.length === 0) this.#complete++;
    this.#outcomes[decision.outcome] = (this.#outcomes[decision.outcome] ?? 0) + 1;
    const receivedOn = this.#receivedOn.get(applicationId);
    if (isFirst && receivedOn !== undefined)
      this.#answerDays.push(Math.max(0, daysBetween(receivedOn, at.slice(0, 10))));
  }

  #isIn(at: Instant | undefined): boolean {
    return at !== undefined && this.#period.from <= at && at < addDays(this.#period.to, 1);
  }
}

function hoursBetween(from: Instant, to: Instant): number {
  return Math.max(0, (Date.parse(to) - Date.parse(from)) / HOUR_MS);
}
