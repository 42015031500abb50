// Which words of two names may be one in, the most points that the names can have out: what is below is not compared.
import type { NameReference } from '../reference/name-reference.ts';
import { FEATURE, type NameFeature } from '../reference/name-features.ts';
import { SAME_ODDS } from './keys.ts';

/** Words of lower odds are not linked (`match/align-names.ts`). */
export const LEAST_LINKED_ODDS = -4;

/** The weights of a name's features as far as a bound needs them, each as favourable as it can be. */
export class NameBound {
  readonly #base: number;
  readonly #agree: readonly number[];
  /** What initials cost that stand for nothing, one in each name. */
  readonly contradictedInitial: number;
  readonly #contradicted: number;
  readonly #contradictedMore: number;
  readonly #contradictedOrdinary: number;
  readonly #cutOff: number;
  readonly #doubtful: number;
  readonly #extraWithFew: number;
  readonly #extraWithMany: number;
  readonly #whole: number;
  readonly #oneWord: number;
  /** By hundredths of odds above the least. */
  readonly #losses: Float64Array;

  /** `ofOrganisation`: the party's name; beside a person's it is weighed as a person's. */
  constructor({ nameWeights: { person, organisation } }: NameReference, ofOrganisation: boolean) {
    const weight = (name: NameFeature, piece = 0) => {
      const place = FEATURE[name] + piece;
      const ofPerson = person[place] as number;
      return ofOrganisation ? Math.max(ofPerson, organisation[place] as number) : ofPerson;
    };
    this.#losses = Float64Array.from({ length: 100 * (SAME_ODDS - LEAST_LINKED_ODDS) + 1 }, (_, step) => {
      const odds = LEAST_LINKED_ODDS + step / 100;
      const likely = Math.min(1, (SAME_ODDS - odds) / 6);
      const doubtful = odds < 2 ? (2 - odds) / 6 : 0;
      return Math.max(
        ...(['spelling', 'romanisation', 'reading'] as const).map(
          (name) => likely * weight(name) + doubtful * weight(name, 1),
        ),
      );
    });
    this.#base = weight('base');
    this.#agree = KNOTS.slice(1).map((_, piece) => weight('agree', piece));
    this.contradictedInitial = weight('contradictedInitial');
    this.#contradicted = weight('contradicted');
    this.#contradictedMore = weight('contradictedMore');
    this.#contradictedOrdinary = weight('contradictedOrdinary');
    this.#cutOff = Math.max(weight('contradicted'), weight('cutOff'));
    this.#doubtful = this.lossOf(AGREEING_ODDS);
    this.#extraWithFew = weight('extraWithFew');
    this.#extraWithMany = weight('extraPatronymic');
    this.#whole = weight('whole');
    this.#oneWord = weight('oneWord');
  }

  /** What a word costs that agrees with these odds, from `LEAST_LINKED_ODDS` on. */
  lossOf(odds: number): number {
    return this.#losses[Math.ceil(100 * (odds - LEAST_LINKED_ODDS) - 1e-9)] as number;
  }

  /**
   * What ordinary words cost at most that only the party's name has, and others that only the listed one has, beside words that
   * stand alone: those of one name stand against those of the other.
   */
  costOfOrdinary(queryLeft: number, listedLeft: number, queryOrdinary: number, listedOrdinary: number): number {
    const against = Math.min(queryLeft + queryOrdinary, listedLeft + listedOrdinary) - Math.min(queryLeft, listedLeft);
    // beside a person's name they count as words
    return against === 0
      ? 0
      : Math.max(
          against * this.#contradictedOrdinary,
          (0 < Math.min(queryLeft, listedLeft) ? this.#contradictedMore : this.#contradicted) +
            (against - 1) * this.#contradictedMore,
        );
  }

  /**
   * @param evidence what the linked words weigh together. @param loss what they cost (`lossOf`).
   * @param linked words that agree. @param queryLeft words without a partner, of either name.
   * @param mayBeCutOff the last word of one name may be the beginning of the other's.
   * @param mayBeDoubtful of the words without a partner, two may be linked all the same, with odds too low to agree.
   */
  most(
    evidence: number,
    loss: number,
    linked: number,
    queryLeft: number,
    listedLeft: number,
    mayBeCutOff: boolean,
    mayBeDoubtful: boolean,
  ): number {
    let points = this.#base + loss;
    for (let piece = 1; piece < KNOTS.length; piece++) {
      const from = KNOTS[piece - 1] as number;
      const to = KNOTS[piece] as number;
      if (evidence <= from) break;
      const share = to <= evidence ? 1 : (evidence - from) / (to - from);
      points += (this.#agree[piece - 1] as number) * share;
    }
    const contradicted = queryLeft < listedLeft ? queryLeft : listedLeft;
    if (0 < contradicted) {
      const cost = this.#contradicted + (contradicted - 1) * this.#contradictedMore;
      if (contradicted === 1 && mayBeDoubtful) points += Math.max(cost, this.#doubtful);
      else points += contradicted === 1 && 1 < linked && mayBeCutOff ? this.#cutOff : cost;
    }
    const extra = queryLeft + listedLeft - 2 * contradicted;
    if (0 < extra) return points + (linked < 2 ? this.#extraWithFew * Math.min(2, extra) : this.#extraWithMany * extra);
    if (contradicted === 0) points += this.#whole;
    return linked < 2 ? points + this.#oneWord : points;
  }
}

/** As `match/name-features.ts` has them: from here on a word agrees; pieces of the curve of evidence. */
const AGREEING_ODDS = -1;
const KNOTS = [0, 0.4, 0.8, 1.2, 1.8, 2.6] as const;
