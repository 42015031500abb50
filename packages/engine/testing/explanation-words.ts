// For tests: the words behind the codes that letters and explanations use, by group.
import { caseStates, outcomes } from '../src/model/decision.ts';
import { languages } from '../src/reference/message-catalogues.ts';
import { buildQuestionnaires } from '../src/reference/questionnaires.ts';
import { buildToldToApplicants } from '../src/reference/told-to-applicants.ts';
import { referenceFiles } from './reference-files.ts';

const { needs, reasonCodes } = buildToldToApplicants(referenceFiles);
const codes = [...reasonCodes.values()];

export const explanationWords: Readonly<Record<string, readonly string[]>> = {
  letter: ['subject', 'date', 'addressee', 'order', 'needed', 'ask', 'ask-seller', 'correction'],
  'letter-state': caseStates,
  need: [...new Set(needs.values())],
  ground: codes.filter(({ told }) => told).map(({ code }) => code),
  'reason-code': codes.map(({ code }) => code),
  explanation: [
    'title',
    'received',
    'proposal',
    'case',
    'simulation',
    'no-tip-off',
    'reasons',
    'reason',
    'confirmations',
    'confirmation',
    'hits',
    'hit',
    'signals',
    'signal',
    'signals-unknown',
    'gaps',
    'sources',
    'source',
    'alerts',
    'alert',
    'documents',
    'people',
    'step',
  ],
  outcome: outcomes,
  'case-state': caseStates,
  severity: ['B', 'H', 'M', 'L', 'I'],
  translation: ['machine-made'],
  language: languages,
  attachment: ['line', 'machine-made', 'translated'],
  questionnaire: [...buildQuestionnaires(referenceFiles).keys()],
};
