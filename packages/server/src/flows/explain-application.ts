// An application and a language in, what stands about it in sentences out: for the applicant, or for whoever answers for it.
import { standingOf, type AttachedDocument } from '@sekisho/engine/model/case-note.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { explainToApplicant } from '@sekisho/engine/messages/explain-to-applicant.ts';
import { explainToOfficer } from '@sekisho/engine/messages/explain-to-officer.ts';
import { speakerOf, type Speaker } from '@sekisho/engine/messages/speaker.ts';
import { standingClaims } from '@sekisho/engine/policy/standing-claims.ts';
import type { Language } from '@sekisho/engine/reference/message-catalogues.ts';
import { attachedDocuments } from './attach-document.ts';
import { noteView, type ViewWord } from './note-view.ts';
import type { Parts } from './parts.ts';
import { readApplication } from './read-application.ts';
import { withheldFromCase } from './withheld.ts';

export const readers = ['applicant', 'officer'] as const;
export type ExplanationReader = (typeof readers)[number];

export interface Explanation {
  readonly applicationId: string;
  readonly for: ExplanationReader;
  readonly language: Language;
  readonly direction: 'ltr' | 'rtl';
  /** The language it was translated from by a machine, while no person has confirmed the translation. */
  readonly machineMadeFrom?: Language;
  readonly lines: readonly string[];
}

export interface ExplanationRequest {
  readonly for: ExplanationReader;
  readonly language: Language;
  /** Who sees what is said of crimes of listed people, and why; without it, that is left out. */
  readonly view?: ViewWord;
}

/**
 * The last decision on an application in one of the languages of the product. For the applicant it says nothing of hits, lists,
 * signals or scores.
 * @throws Problem `application.not-found` when there is none, it is erased or nothing was decided; as `noteView`.
 */
export async function explainApplication(
  applicationId: string,
  { for: reader, language, view }: ExplanationRequest,
  parts: Parts,
): Promise<Explanation> {
  const { reference, policies, clock } = parts;
  const {
    stored,
    case: known,
    steps,
    notes,
    decisions,
    alerts,
    alertEntities,
  } = await readApplication(applicationId, parts);
  const sealed = decisions.findLast((decision) => decision.sealed)?.sealed;
  if (!stored.application || !known || !sealed)
    throw new Problem('application.not-found', { application: applicationId });
  const speaker = speakerOf(language, reference.messages);
  if (reader === 'officer' && view)
    await noteView(applicationId, view, { evidence: sealed.evidence, entities: alertEntities }, parts);
  const { decision, evidence } = view ? sealed : withheldFromCase(sealed, applicationId, reference);
  const { noTipOff } = standingOf(notes);
  const step = steps.at(-1);
  const contact = policies.get(decision.policy.id)?.policy.contact;
  const lines =
    reader === 'applicant'
      ? explainToApplicant(
          {
            application: stored.application,
            today: clock().slice(0, 10),
            state: known.state,
            findings: decision.findings,
            noTipOff,
            ...(step && { step }),
            ...(contact !== undefined && { contact }),
          },
          reference.toldToApplicants,
          speaker,
        )
      : explainToOfficer(
          {
            decision,
            evidence,
            state: known.state,
            steps,
            noTipOff,
            standingClaims: ({ legalStatus }) => (view ? standingClaims(legalStatus) : []),
            alerts,
            alertEntities,
            documents: attachedDocuments(notes).map((document) => documentLine(document, speaker)),
          },
          speaker,
        );
  return {
    applicationId,
    for: reader,
    language,
    direction: speaker.direction,
    ...(speaker.machineMadeFrom && { machineMadeFrom: speaker.machineMadeFrom }),
    lines,
  };
}

/** A document of a case as one line; a translation never without the warning that the original rules. */
export function documentLine(document: AttachedDocument, { say }: Pick<Speaker, 'say'>): string {
  const { documentKind: kind, sha256, ...said } = document;
  return say('attachment.line', {
    ...said,
    kind,
    sha256: sha256.slice(0, 12),
    warning: translationWarning(document, { say }),
  });
}

/** Undefined for an original. */
export function translationWarning(
  { translationOf, translatedBy }: AttachedDocument,
  { say }: Pick<Speaker, 'say'>,
): string | undefined {
  if (translationOf === undefined) return undefined;
  const original = translationOf.slice(0, 12);
  return translatedBy === undefined
    ? say('attachment.machine-made', { original })
    : say('attachment.translated', { translatedBy, original });
}
