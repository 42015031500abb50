// A policy in another version in, what it makes of everything that was decided under the one before out.
import type { Decision } from '@sekisho/engine/model/decision.ts';
import { buyerOf } from '@sekisho/engine/model/application.ts';
import { decide } from '@sekisho/engine/policy/decide.ts';
import type { LookBack, StoredCase, StoredDecision } from '../store/store.ts';
import { gatherEvidence } from './gather-evidence.ts';
import type { News, NewsStep } from './news.ts';
import type { LoadedPolicy, Parts } from './parts.ts';
import { decidedUnder, FIRST_DAY, Thresholds } from './try-policy.ts';

/** Cases decided at a time. */
const PAGE = 100;

/**
 * The last decision of every application under the policy is made again from its evidence; where that evidence cannot tell (hits
 * below the threshold of then, registers that were not asked), from what is known today. Another outcome, or a rule that found
 * nothing before, is news.
 */
export async function* newsFromPolicy(lookBack: LookBack, parts: Parts): AsyncIterable<NewsStep> {
  const loaded = parts.policies.get(lookBack.source);
  if (!loaded) return;
  const thresholds = new Thresholds(parts.store);
  const restricted = await parts.store.restrictedCases();
  for (let after = lookBack.position; ;) {
    const page = await parts.store.cases({ ...(after !== undefined && { after }), limit: PAGE });
    const last = page.at(-1);
    if (!last) return;
    const news: News[] = [];
    let parties = 0;
    for (const known of page.filter(({ id }) => !restricted.has(id))) {
      const told = await newsOf(known, loaded, thresholds, parts);
      parties += told.parties;
      news.push(...told.news);
    }
    yield { parties, news, position: last.id };
    after = last.id;
  }
}

async function newsOf(
  { id }: StoredCase,
  { policy }: LoadedPolicy,
  thresholds: Thresholds,
  parts: Parts,
): Promise<NewsStep> {
  const last = (await parts.store.decisions(id)).at(-1);
  const sealed = last?.sealed;
  if (!sealed || sealed.decision.policy.id !== policy.id || sealed.decision.policy.sha256 === policy.sha256)
    return { parties: 0, news: [] };
  const { application } = sealed.evidence;
  const tried = await decidedUnder(policy, sealed, thresholds, parts);
  const now =
    tried.unknown.length === 0
      ? tried.decision
      : decide(await gatherEvidence(application, policy, parts), { ...policy, validFrom: FIRST_DAY });
  return { parties: application.parties.length, news: newsBetween(last, sealed.decision, now, application) };
}

function newsBetween(
  { id }: StoredDecision,
  then: Decision,
  now: Decision,
  application: Parameters<typeof buyerOf>[0],
): readonly News[] {
  const before = new Set(then.findings.map(({ rule }) => rule));
  const found = [...new Set(now.findings.map(({ rule }) => rule))].filter((rule) => !before.has(rule));
  if (then.outcome === now.outcome && found.length === 0) return [];
  const buyer = buyerOf(application);
  return [
    {
      kind: 'policy',
      applicationId: application.id,
      party: buyer.id,
      entityId: now.policy.id,
      change: 'changed',
      partyName: buyer.names[0]?.text ?? buyer.id,
      listedName: `${now.policy.id} version ${String(now.policy.version)}`,
      verdictBefore: toldOf(then),
      verdictAfter: toldOf(now),
      content: id,
    },
  ];
}

function toldOf({ outcome, findings }: Decision): string {
  const rules = [...new Set(findings.map(({ rule }) => rule))].join(', ');
  return rules === '' ? outcome : `${outcome} (${rules})`;
}
