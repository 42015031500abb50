// An application and a policy in, everything that can be known of it today out, with what could not be checked as gaps.
import { findPaths } from '@sekisho/engine/chain/find-paths.ts';
import { identifierStates } from '@sekisho/engine/identity/identifier-states.ts';
import { checkPartyAddresses } from '@sekisho/engine/identity/check-party-addresses.ts';
import type { Application } from '@sekisho/engine/model/application.ts';
import type { Instant } from '@sekisho/engine/model/calendar.ts';
import type { ActiveEdition, SourceState } from '@sekisho/engine/model/edition.ts';
import { isDelisted } from '@sekisho/engine/model/entity.ts';
import type { Evidence, Gap, Hit, Signal } from '@sekisho/engine/model/evidence.ts';
import type { Policy } from '@sekisho/engine/model/policy.ts';
import type { Confirmation } from '@sekisho/engine/model/register.ts';
import { unansweredQuestions } from '@sekisho/engine/policy/required-questions.ts';
import type { SearchResult } from '@sekisho/engine/search/search.ts';
import { raiseSignals } from '@sekisho/engine/signals/raise-signals.ts';
import { PastChains } from './chain/past-chains.ts';
import { gatherChain } from './chain/gather-chain.ts';
import { checkDocuments } from './check-documents.ts';
import { splitByClearance } from './cleared-hits.ts';
import { confirmParties } from './confirm-parties.ts';
import { earlierApplications } from './earlier-applications.ts';
import { incidentLinks } from './incident-links.ts';
import { joinRegisters } from './join-registers.ts';
import { withLookAlikes } from './look-alike-companies.ts';
import type { Parts } from './parts.ts';
import { screenedSubjects } from './screened-subjects.ts';
import { sourceStates } from './source-states.ts';
import { withGazetteers } from './with-gazetteers.ts';

/** The most hits one party brings into the evidence; more is a gap, so that nothing is passed over in silence. */
const MAX_HITS_PER_PARTY = 50;

/** @param given editions of another day than today, and its moment: as a decision of then saw them. */
export async function gatherEvidence(
  application: Application,
  policy: Policy,
  parts: Parts,
  given?: { readonly active: readonly ActiveEdition[]; readonly gatheredAt: Instant },
): Promise<Evidence> {
  const gatheredAt = given?.gatheredAt ?? parts.clock();
  const today = gatheredAt.slice(0, 10);
  const active = given?.active ?? (await parts.store.activeEditions());
  const sources = sourceStates(active, policy, parts, today);
  const usable = active.filter(({ edition }) =>
    sources.some(({ source, state }) => source === edition.source && state !== 'MISSING'),
  );
  const answers: Confirmation[] = [];
  const addressChecks = await withGazetteers(usable, sources, parts, async (gazetteers) => {
    for (const register of policy.registers) {
      const state = sources.find(({ source }) => source === register.source);
      const edition = usable.find((active) => active.edition.source === register.source)?.edition;
      const fresh = state?.state === 'FRESH';
      const said = await confirmParties(application, register, { edition, fresh, gazetteers }, parts);
      answers.push(...(await withLookAlikes(said, { application, country: register.country, edition }, parts)));
    }
    return checkPartyAddresses(application.parties, { ...parts.reference, gazetteers });
  });
  const confirmations = await joinRegisters(answers, usable, parts);
  const { hits: all, gaps: searchGaps } = await screenParties(
    application,
    policy,
    { active: usable, confirmations },
    parts,
  );
  const inForce = all.filter(({ entity }) => !isDelisted(entity, today));
  const { hits, clearedHits } = await splitByClearance(inForce, application.parties, policy, today, parts.store);
  const formerHits = all.filter(({ entity }) => isDelisted(entity, today));
  const identifiers = identifierStates(application, confirmations);
  const productNorm = policy.products.find(({ product }) => product === application.product.id);
  const documents = checkDocuments(application, confirmations, today, parts);
  const paths = findPaths(application, hits);
  const past = new PastChains(parts.store);
  const ground = { hits, confirmations, paths, active: usable, today };
  const chain = await gatherChain(application, policy, ground, { ...parts, past });
  const { massAddresses, ownership } = chain;
  const incidents = await incidentLinks(
    {
      application,
      subjectsOf: (party) => screenedSubjects(party, application, confirmations),
      terms: policy,
    },
    (await parts.index.over(usable)).index,
    parts,
  );
  const known = {
    application,
    gatheredAt,
    simulation: parts.store.folder.simulation,
    engineVersion: parts.engineVersion,
    sources,
    identifiers,
    confirmations,
    ...(0 < addressChecks.length && { addressChecks }),
    hits,
    ...(0 < formerHits.length && { formerHits }),
    ...(0 < clearedHits.length && { clearedHits }),
    earlierApplications: await earlierApplications(application, policy, { ...parts, past }),
    ...(productNorm && { productNorm }),
    ...(0 < documents.length && { documents }),
    ...(incidents && { incidents }),
    paths: [...paths, ...chain.paths],
    ...(massAddresses && { massAddresses }),
    ...(ownership && { ownership }),
    gaps: [
      ...sources.flatMap(sourceGap),
      ...confirmations.flatMap(confirmationGap),
      ...missingAnswers(application, policy, parts),
      ...searchGaps,
      ...chain.gaps,
    ],
  };
  const signals = raiseSignals(known, parts.reference.signals);
  return { ...known, gaps: [...known.gaps, ...unaskedRegisters(application, signals)], signals };
}

/** A company that is stated to be a person is asked for in no register. */
function unaskedRegisters({ parties }: Application, signals: readonly Signal[]): readonly Gap[] {
  return signals
    .filter(({ id, state }) => id === 'EX-10' && state === 'RAISED')
    .map(({ party }) => ({
      kind: 'register-not-asked',
      subject: parties.find(({ id }) => id === party)?.names[0]?.text ?? '',
      detail: 'it is stated to be a natural person and bears the name of a company',
    }));
}

/** Every party in every role against every list in use, under one index. */
async function screenParties(
  application: Application,
  policy: Policy,
  {
    active,
    confirmations,
  }: { readonly active: readonly ActiveEdition[]; readonly confirmations: readonly Confirmation[] },
  parts: Parts,
): Promise<{ hits: readonly Hit[]; gaps: readonly Gap[] }> {
  const { index } = await parts.index.over(active);
  const hits: Hit[] = [];
  const gaps: Gap[] = [];
  const { minScore, weakAliasesMakeHits = false } = policy;
  const settings = { minScore, weakAliasesMakeHits, limit: MAX_HITS_PER_PARTY };
  const asked = application.parties.flatMap((party) =>
    screenedSubjects(party, application, confirmations).map((subject) => ({ party: party.id, subject })),
  );
  const answers = await Promise.all(asked.map(({ subject }) => parts.searcher.search(index, subject, settings)));
  for (const [place, { party, subject }] of asked.entries()) {
    const { hits: found, isUnreadable, cutOff } = answers[place] as SearchResult;
    hits.push(...found.map((hit) => ({ ...hit, party })));
    if (isUnreadable)
      gaps.push({
        kind: 'field-unreadable',
        subject: subject.names.map(({ text }) => text).join(', '),
        detail: 'a name nobody could search for',
      });
    if (cutOff !== undefined) gaps.push({ kind: 'search-cut-off', subject: party, detail: cutOff });
  }
  return { hits, gaps };
}

/** A list or register in use that cannot be relied on is a gap whether it is required or not. */
export function sourceGap({
  source,
  state,
  required,
  editionId,
  maxAgeDays,
  ageDays = 0,
  ...dated
}: SourceState): readonly Gap[] {
  if (state === 'MISSING' && (required || editionId !== undefined))
    return [{ kind: 'source-missing', subject: source }];
  if (state !== 'STALE' || (!required && maxAgeDays !== undefined)) return [];
  const isTooOld = maxAgeDays !== undefined && maxAgeDays < ageDays;
  const detail = isTooOld
    ? `${String(ageDays)} days old, at most ${String(maxAgeDays)}`
    : `said to be current on a day to come, ${dated.confirmedCurrentOn ?? ''}`;
  return [{ kind: 'source-stale', subject: source, detail }];
}

function confirmationGap({ party, register, verdict, reason }: Confirmation): readonly Gap[] {
  return verdict === 'NOT_CHECKABLE'
    ? [{ kind: 'register-incomplete', subject: `${party} in ${register}`, detail: reason }]
    : [];
}

export function missingAnswers(
  application: Application,
  policy: Policy,
  { reference }: Pick<Parts, 'reference'>,
): readonly Gap[] {
  return unansweredQuestions(application, policy, reference.questionnaires).map((question) => ({
    kind: 'answer-missing',
    subject: question,
  }));
}
