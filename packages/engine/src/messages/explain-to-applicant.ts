// What stands about an order in, the lines an applicant may read out: what is needed, that it was decided, whom to ask.
import { buyerOf, type Application } from '../model/application.ts';
import type { CalendarDate } from '../model/calendar.ts';
import type { CaseState, CaseStep, Finding } from '../model/decision.ts';
import type { ToldToApplicants } from '../reference/told-to-applicants.ts';
import type { Speaker } from './speaker.ts';

export interface ApplicantMatter {
  readonly application: Application;
  readonly today: CalendarDate;
  readonly state: CaseState;
  /** Of the last decision. */
  readonly findings: readonly Finding[];
  /** The step that moved the case to where it is, if a person did. */
  readonly step?: CaseStep;
  /** Nothing is said that other orders under review are not told. */
  readonly noTipOff: boolean;
  /** Whom the applicant can ask, as the policy says. */
  readonly contact?: string;
}

/**
 * A letter that names no hit, list, signal or score, and gives no ground but one that a person chose and that may be told. Where
 * the applicant is not to be told, it is word for word that of an order which is still looked at: a text of its own would
 * give away what it withholds.
 */
export function explainToApplicant(
  matter: ApplicantMatter,
  { needs, reasonCodes }: ToldToApplicants,
  speaker: Speaker,
): readonly string[] {
  const { application, today, noTipOff, step, contact } = matter;
  const { say } = speaker;
  const state = noTipOff ? 'HOLD' : matter.state;
  const asked = state === 'NEED_INFORMATION' ? needLines(matter.findings, needs, speaker) : [];
  const code = noTipOff || step?.state !== state ? undefined : reasonCodes.get(step.code ?? '');
  const { product, receivedOn } = application;
  return [
    say('letter.subject', { application: application.id }),
    say('letter.date', { today }),
    '',
    say('letter.addressee', { buyer: buyerOf(application).names[0]?.text }),
    '',
    say('letter.order', { receivedOn, product: product.name ?? product.id }),
    say(`letter-state.${state}`),
    ...(code?.told === true ? [say(`ground.${code.code}`)] : []),
    ...(asked.length === 0 ? [] : ['', say('letter.needed', { count: asked.length }), ...asked]),
    '',
    say(contact === undefined ? 'letter.ask-seller' : 'letter.ask', { contact }),
    say('letter.correction'),
    ...translationNote(speaker),
  ];
}

/** That a machine has translated it, and from what, while nobody has confirmed it. */
export function translationNote({ say, machineMadeFrom: of }: Speaker): readonly string[] {
  return of === undefined ? [] : ['', say('translation.machine-made', { of })];
}

function needLines(
  findings: readonly Finding[],
  needs: ToldToApplicants['needs'],
  { say }: Speaker,
): readonly string[] {
  const lines = findings.flatMap(({ message, facts }) => {
    const need = needs.get(message);
    if (need === undefined) return [];
    // of the facts only the question: names and numbers are what a register or a list may have said
    const question = facts['question'] ?? facts['subject'];
    return [`- ${need === 'answer' ? say('need.answer', { question }) : say(`need.${need}`)}`];
  });
  return [...new Set(lines)];
}
