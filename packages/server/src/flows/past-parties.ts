// The record in, every party of the past in a form that is searched by what is listed out: as it was kept, with what came since.
import type { Application } from '@sekisho/engine/model/application.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { HitTerms } from '@sekisho/engine/model/policy.ts';
import { caseOfEntry } from '@sekisho/engine/record/case-of-entry.ts';
import {
  KeptParties,
  KeptPartiesBuilder,
  openKeptBlock,
  type KeptBlock,
  type SearchedParties,
} from '@sekisho/engine/search/kept-parties.ts';
import { PartyIndex } from '@sekisho/engine/search/party-index.ts';
import { basisOf, quietly } from './list-index.ts';
import { partiesOf, pastApplications, revisionsOf, type PastApplication } from './news.ts';
import type { Parts } from './parts.ts';
import { lastEvidence, termsFor } from './past-application.ts';
import { screenedSubjects } from './screened-subjects.ts';

export interface PastParties {
  /** Parties of revisions. */
  readonly count: number;
  /** By what makes a hit for them; those of one application are in groups of the same terms. */
  readonly groups: readonly { readonly terms: HitTerms; readonly parties: SearchedParties }[];
}

/** So many applications that came or changed since are read anew; when they are more than a share of what is kept, all is. */
const FEWEST_READ_ANEW = 1000;
const SHARE_READ_ANEW = 0.25;

/**
 * Everything ever applied for, but what is restricted: that is kept and not searched. What was read is kept in the data folder for the next time; a file that is damaged, or of another
 * record or way of reading names, is told and made anew, and so is one of a case that was erased.
 */
export async function pastParties(parts: Parts): Promise<PastParties> {
  const kept = await quietly(parts, () => loadKept(parts));
  const since = kept && (await changedSince(kept, parts));
  if (since) return withChanged(kept, since, parts);
  const made = await keepAnew(parts);
  if (!made) return { count: 0, groups: [] };
  const meanwhile = await changedSince(made, parts);
  if (!meanwhile) await parts.pastIndexFiles.remove(); // somebody was erased who may still be in it
  return withChanged(made, meanwhile ?? new Set(), parts);
}

async function loadKept(parts: Parts): Promise<KeptParties | undefined> {
  const { pastIndexFiles, reference, store } = parts;
  const basis = basisOf([], parts);
  const { madeWith } = basis;
  const load = async (place: number, before?: KeptBlock): Promise<KeptBlock | undefined> => {
    const files = pastIndexFiles.block(place);
    const bytes = await files.load(basis);
    try {
      if (bytes) return openKeptBlock(bytes, reference.names, { madeWith, place, ...(before && { before }) });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      throw new Problem(error.code, { file: files.nameOf(basis), ...error.facts }, { cause: error });
    }
    if (before) throw new Problem('index.outdated', { file: files.nameOf(basis), reason: 'it is not there' });
    return undefined;
  };
  const first = await load(0);
  if (!first) return undefined;
  const blocks: [KeptBlock, ...KeptBlock[]] = [first];
  for (let last = first; !last.isLast;) blocks.push((last = (await load(blocks.length, last)) as KeptBlock));
  const [entry] = await store.entries({ from: first.sequence, limit: 1 });
  if (entry?.sequence !== first.sequence || entry.hash !== first.hash)
    throw new Problem('index.outdated', {
      file: pastIndexFiles.block(0).nameOf(basis),
      reason: 'it is of another record',
    });
  return new KeptParties(blocks);
}

/** Entries read at a time. */
const PAGE = 500;

/** Applications that came, were corrected or decided again; nothing when they are too many, or one was erased. */
async function changedSince(
  { upTo, parties }: KeptParties,
  { store }: Parts,
): Promise<ReadonlySet<string> | undefined> {
  const changed = new Set<string>();
  for (let from = upTo.sequence + 1; ;) {
    const page = await store.entries({ from, limit: PAGE });
    for (const entry of page) {
      const { kind } = entry;
      if (kind === 'case-erased') return undefined;
      if (kind === 'application-received' || kind === 'decision-made') changed.add(caseOfEntry(entry) ?? '');
    }
    if (Math.max(FEWEST_READ_ANEW, SHARE_READ_ANEW * parties) < changed.size) return undefined;
    const last = page.at(-1);
    if (!last) return changed;
    from = last.sequence + 1;
  }
}

/** Reads everything, and keeps it where it can be kept. Nothing when nothing was applied for. */
async function keepAnew(parts: Parts): Promise<KeptParties | undefined> {
  const { store, reference, pastIndexFiles } = parts;
  const head = await store.head();
  if (!head) return undefined;
  const basis = basisOf([], parts);
  const builder = new KeptPartiesBuilder(reference.names, head, basis.madeWith);
  const blocks: KeptBlock[] = [];
  const finish = async (isLast: boolean) => {
    const [bytes, place, before] = [builder.finish({ isLast }), blocks.length, blocks.at(-1)];
    await quietly(parts, () => pastIndexFiles.block(place).save(basis, bytes));
    const { madeWith } = basis;
    blocks.push(openKeptBlock(bytes, reference.names, { madeWith, place, ...(before && { before }) }));
  };
  await quietly(parts, () => pastIndexFiles.remove());
  let count = 0;
  for await (const page of pastApplications(store)) {
    for (const past of page) {
      if (builder.isFull) await finish(false);
      await eachSubject(past, parts, (...subject) => {
        builder.add(past.application.policy, ...subject);
      });
    }
    count += partiesOf(page);
    parts.onProgress?.('reading the parties of the past', 0, String(count));
  }
  if (count === 0) return undefined;
  await finish(true);
  const [first, ...others] = blocks as [KeptBlock, ...KeptBlock[]];
  return new KeptParties([first, ...others]);
}

type AddSubject = (
  key: Parameters<PartyIndex['add']>[0],
  place: number,
  subject: Parameters<PartyIndex['add']>[1],
) => void;

/** The subjects that a revision was screened by for its last decision. */
async function eachSubject(
  { application, id, revision }: PastApplication,
  parts: Parts,
  add: AddSubject,
): Promise<void> {
  const decided = await lastEvidence({ id, revision }, parts);
  for (const party of application.parties)
    screenedSubjects(party, application, decided?.confirmations ?? []).forEach((subject, place) => {
      add({ applicationId: id, revision, partyId: party.id }, place, subject);
    });
}

/** Parties of what changed are read anew, and stand in place of those that are kept. */
async function withChanged(kept: KeptParties, changed: ReadonlySet<string>, parts: Parts): Promise<PastParties> {
  const groups = new Map<string, { terms: HitTerms; policies: Set<string>; changed: PartyIndex }>();
  const groupOf = (policy: string) => {
    const terms = termsFor({ policy } satisfies Pick<Application, 'policy'>, parts);
    const same = `${String(terms.minScore)} ${String(terms.weakAliasesMakeHits)}`;
    const group = groups.get(same) ?? { terms, policies: new Set(), changed: new PartyIndex(parts.reference.names) };
    groups.set(same, group);
    return group;
  };
  for (const policy of kept.policies) groupOf(policy).policies.add(policy);
  const restricted = await parts.store.restrictedCases();
  let count = kept.parties;
  for (const id of [...changed].filter((one) => !restricted.has(one)))
    for (const past of await revisionsOf(id, parts.store)) {
      const group = groupOf(past.application.policy);
      await eachSubject(past, parts, (key, _, subject) => {
        group.changed.add(key, subject);
      });
      if (kept.upTo.sequence < past.entry) count += past.application.parties.length;
    }
  return {
    count,
    groups: [...groups.values()].flatMap(({ terms, policies, changed: since }) => [
      {
        terms,
        parties: kept.under(policies, (applicationId) => changed.has(applicationId) || restricted.has(applicationId)),
      },
      { terms, parties: since },
    ]),
  };
}
