// PURPOSE: whether what is ordered fits the buyer, and whether the buyer says what it is for.
import { buyerOf, type Application } from '../model/application.ts';
import type { EarlierApplication } from '../model/evidence.ts';
import type { AskedQuestion, SignalReference } from '../reference/signal-reference.ts';
import { answerGiven, plainAnswer, wholeNumber } from './answers.ts';
import {
  numberSetting,
  signal,
  wordsSetting,
  type Observation,
  type SignalEvidence,
  type SignalsOf,
} from './observation.ts';
import { comparableText, textLength } from './text-shingles.ts';

export const purposeSignals: SignalsOf = (evidence, reference) => [
  signal('PU-1', unfit(evidence), reference),
  signal('PU-2', outOfScale(evidence), reference),
  signal('PU-3', evasive(evidence, reference), reference),
  signal('PU-5', concerning(evidence, reference), reference),
];

/** Against the businesses that the policy names for the product. */
function unfit({ application, productNorm }: SignalEvidence): Observation {
  const { id: party, sector } = buyerOf(application);
  const { sectors } = productNorm ?? {};
  if (!sectors) return { party, state: 'NOT_APPLICABLE' };
  if (sector === undefined) return { party, state: 'UNKNOWN' };
  const stated = sector.normalize('NFKC').toLowerCase();
  return sectors.some((usual) => stated.includes(usual.normalize('NFKC').toLowerCase()))
    ? { party, state: 'CLEAR' }
    : { party, state: 'RAISED', as: 'unusual-business', facts: { sector } };
}

/** Against the quantity that the policy gives for each person employed, else for anybody. */
function outOfScale({ application, productNorm }: SignalEvidence): Observation {
  const party = buyerOf(application).id;
  const { mostPerEmployee, most } = productNorm ?? {};
  if (mostPerEmployee === undefined && most === undefined) return { party, state: 'NOT_APPLICABLE' };
  const { quantity } = application.product;
  const employees = wholeNumber(answerGiven(application, 'employees'));
  const scaled = mostPerEmployee === undefined || employees === undefined ? undefined : mostPerEmployee * employees;
  const usual = scaled ?? most;
  if (quantity === undefined || usual === undefined) return { party, state: 'UNKNOWN' };
  if (quantity <= usual) return { party, state: 'CLEAR' };
  const facts = {
    quantity: String(quantity),
    usual: String(usual),
    ...(scaled !== undefined && { employees: String(employees) }),
  };
  return { party, state: 'RAISED', as: 'too-many', facts };
}

/** Words that refuse to say, then words that others used before. */
function evasive({ application, earlierApplications }: SignalEvidence, reference: SignalReference): Observation {
  const party = buyerOf(application).id;
  const refused = evadedQuestions(application, reference);
  if (0 < refused.length) return { party, state: 'RAISED', as: 'evasive', facts: { questions: refused.join(', ') } };
  const copied = copiedFrom(earlierApplications ?? []);
  if (copied) {
    const { applicationId, outcome, similarity } = copied;
    return {
      party,
      state: 'RAISED',
      as: outcome === 'REFUSE' ? 'copied-from-refused' : 'copied',
      facts: { application: applicationId, outcome, similarity: similarity?.toFixed(2) },
    };
  }
  const endUse = answerGiven(application, 'end-use');
  if (endUse === undefined) return { party, state: 'UNKNOWN' };
  const isShort = textLength(comparableText(endUse)) < numberSetting('PU-3', 'leastCharacters', reference);
  return { party, state: isShort || earlierApplications ? 'CLEAR' : 'UNKNOWN' };
}

function copiedFrom(earlier: readonly EarlierApplication[]): EarlierApplication | undefined {
  const copied = earlier.filter(({ shared, sameBuyer }) => shared === 'end-use' && !sameBuyer);
  return copied.find(({ outcome }) => outcome === 'REFUSE') ?? copied[0];
}

/**
 * Questions that were answered by not answering them: `-`, `n/a`, `非公開`. `None` answers a question for a choice or for a
 * person honestly, and says nothing where a text is asked for. What the owners are has a signal of its own.
 */
function evadedQuestions({ answers = [] }: Application, reference: SignalReference): readonly string[] {
  const evasions = wordsSetting('PU-3', 'evasions', reference);
  const nothing = wordsSetting('PU-3', 'nothing', reference);
  return answers
    .filter(({ question, answer }) => {
      const asked = reference.questions.get(question);
      if (question === 'owners' || asked?.answeredBy === 'reviewer') return false;
      const plain = plainAnswer(answer);
      return plain === '' || evasions.includes(plain) || (isText(asked) && nothing.includes(plain));
    })
    .map(({ question }) => question);
}

function isText(asked: AskedQuestion | undefined): boolean {
  return asked?.answer === 'text';
}

/** Answers that a guideline calls for a second look at. */
function concerning({ application }: SignalEvidence, { questions }: SignalReference): Observation {
  const party = buyerOf(application).id;
  const asked = [...questions].filter(([, { concern }]) => 0 < concern.length);
  const given = asked.flatMap(([question, { concern }]) => {
    const answer = answerGiven(application, question);
    return answer === undefined ? [] : [{ question, answer, isOfConcern: concern.includes(answer) }];
  });
  const found = given.filter(({ isOfConcern }) => isOfConcern);
  if (found.length === 0) return { party, state: given.length === 0 ? 'UNKNOWN' : 'CLEAR' };
  const answers = found.map(({ question, answer }) => `${question}: ${answer}`).join(', ');
  return { party, state: 'RAISED', as: found.length === 1 ? 'one' : 'several', facts: { answers } };
}
