// A change of a register in, what it means for the companies of everything ever applied for out.
import type { Application } from '@sekisho/engine/model/application.ts';
import type { Edition } from '@sekisho/engine/model/edition.ts';
import type { Gazetteer } from '@sekisho/engine/model/gazetteer.ts';
import type { Confirmation } from '@sekisho/engine/model/register.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';
import type { LookBack } from '../store/store.ts';
import { confirmParties } from './confirm-parties.ts';
import { partiesOf, usedApplications, type News, type NewsStep } from './news.ts';
import type { Parts } from './parts.ts';
import { sourceStates } from './source-states.ts';
import { withOpenGazetteers } from './with-gazetteers.ts';

/**
 * Confirms every company of the past under the edition before and the one in use, as vetting does. Another verdict,
 * another reason for it, another name, kind or seat abroad is news: a buyer that is closed now, renamed, or has come to exist. That a register became incomplete is not.
 */
export async function* newsFromRegister(lookBack: LookBack, parts: Parts): AsyncIterable<NewsStep> {
  const { fromEditionId, toEditionId } = lookBack;
  const from = fromEditionId === undefined ? undefined : await parts.store.edition(fromEditionId);
  const to = await parts.store.edition(toEditionId);
  for await (const page of usedApplications(parts.store)) {
    const news = from && to ? await newsOfAll(page, { source: lookBack.source, from, to }, parts) : [];
    yield { parties: partiesOf(page), news };
  }
}

/** With the gazetteers in use today that are fresh under the policy of each, for both editions: what they say is no news of a company. */
async function newsOfAll(
  page: readonly { readonly application: Application }[],
  change: RegisterChange,
  parts: Parts,
): Promise<readonly News[]> {
  const active = await parts.store.activeEditions();
  const today = parts.clock().slice(0, 10);
  return withOpenGazetteers(active, parts, async (opened) => {
    const news: News[] = [];
    for (const { application } of page) {
      const policy = parts.policies.get(application.policy)?.policy;
      const fresh = policy
        ? sourceStates(active, policy, parts, today).flatMap(({ source, state }) => (state === 'FRESH' ? source : []))
        : [];
      const gazetteers = opened.filter(({ source }) => fresh.includes(source));
      news.push(...(await newsOf(application, { ...change, gazetteers }, parts)));
    }
    return news;
  });
}

interface RegisterChange {
  readonly source: string;
  readonly from: Edition;
  readonly to: Edition;
}

async function newsOf(
  application: Application,
  { source, from, to, gazetteers }: RegisterChange & { readonly gazetteers: readonly Gazetteer[] },
  parts: Parts,
): Promise<News[]> {
  const verdicts = async (edition: Edition): Promise<readonly Confirmation[]> => {
    const registers = registersOf(application, source, parts);
    const asked = registers.map((register) =>
      confirmParties(application, register, { edition, fresh: true, gazetteers }, parts),
    );
    return (await Promise.all(asked)).flat();
  };
  const before = await verdicts(from);
  return (await verdicts(to)).flatMap((now): readonly News[] => {
    const was = before.find(({ party }) => party === now.party);
    if (!was || standing(was) === standing(now) || registerSilent.has(now.reason)) return [];
    const number = now.fact?.current.number ?? was.fact?.current.number ?? now.number ?? 'unknown';
    const registered = now.fact?.current.name ?? was.fact?.current.name ?? '';
    return [
      {
        applicationId: application.id,
        party: now.party,
        entityId: `${source}:${number}`,
        change: was.fact ? (now.fact ? 'changed' : 'removed') : 'added',
        partyName: application.parties.find(({ id }) => id === now.party)?.names[0]?.text ?? now.party,
        listedName: registered,
        verdictBefore: `${was.verdict} (${was.reason})`,
        verdictAfter: `${now.verdict} (${now.reason})`,
        content: canonicalJson(now.fact?.current ?? null),
      },
    ];
  });
}

/** The register, not the company, is why nothing can be said. */
const registerSilent: ReadonlySet<string> = new Set(['register-missing', 'register-stale', 'register-incomplete']);

/** All of an answer that a decision can turn on. */
function standing({ verdict, reason, fact }: Confirmation): string {
  const { name, kind, addressAbroad, closedOn, successorNumber } = fact?.current ?? {};
  return canonicalJson({ verdict, reason, name, kind, addressAbroad, closedOn, successorNumber });
}

/** Of the policy the application was made under; of all there are when that one is gone. */
function registersOf(application: Application, source: string, { policies }: Parts) {
  const known = policies.get(application.policy);
  const asked = known ? [known] : [...policies.values()];
  const registers = asked.flatMap(({ policy }) => policy.registers).filter((register) => register.source === source);
  return [...new Map(registers.map((register) => [register.country, register])).values()];
}
