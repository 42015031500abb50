// Who somebody is in, one file of all that is kept of them out: what, from where, what for, until when, and who was given it.
import { createHash } from 'node:crypto';
import type { CaseNote } from '@sekisho/engine/model/case-note.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { Subject } from '@sekisho/engine/model/subject.ts';
import { search } from '@sekisho/engine/search/search.ts';
import { codeOf, writeNewFile } from '../record/new-file.ts';
import type { StoredApplication } from '../store/store.ts';
import { retentionOfCase } from './case-retention.ts';
import { checkedWord, type CaseWord } from './case-word.ts';
import { findPerson, nodeOf, type FoundParty } from './find-person.ts';
import type { Parts } from './parts.ts';
import { permit } from './permit.ts';

export interface PersonRequest extends CaseWord {
  readonly asked: Subject;
  /** Parties (`A-1/buyer`) that somebody found to be the person, beside those that surely are. */
  readonly including: readonly string[];
  readonly file: string;
}

export interface PersonExport {
  readonly file: string;
  /** Of the file, lower-case hex. */
  readonly sha256: string;
  /** Whose data are in it. */
  readonly included: readonly FoundParty[];
  /** Who may be namesakes, and are not in it. */
  readonly leftOut: readonly FoundParty[];
}

/** Entries of lists that are told beside what is kept of orders. */
const LISTED = { minScore: 0.5, limit: 20 };

/**
 * Writes what is kept of a person to a new file that only its owner can read, and seals that it was made: by whom, for what, of which parties.
 * What stands against an order of which the applicant is not to be told (`no-tip-off`) is left out, and it is said that something is.
 * @throws Problem `case.note-not-allowed` for nobody named, no reason, or a party that was not found; `file.exists`, `file.unreadable`.
 */
export async function exportPerson(request: PersonRequest, parts: Parts): Promise<PersonExport> {
  permit(parts, 'person.export');
  const { asked, including, file } = request;
  const refuse = (reason: string): never => {
    throw new Problem('case.note-not-allowed', { reason });
  };
  const word = checkedWord(request, 'gives it out', refuse);
  const found = await findPerson(asked, parts);
  for (const node of including)
    if (!found.some((party) => nodeOf(party) === node)) refuse(`${node} was not found for this person`);
  const isIncluded = (party: FoundParty) => party.likeness === 'same' || including.includes(nodeOf(party));
  const included = found.filter(isIncluded);
  const leftOut = found.filter((party) => !isIncluded(party));
  const exportedAt = parts.clock();
  const content = {
    format: 1,
    recordId: parts.store.folder.id,
    exportedAt,
    asked,
    kept: await Promise.all(included.map((party) => keptOf(party, parts))),
    listed: await listedAs(asked, parts),
    namesakesLeftOut: leftOut.length,
  };
  const bytes = Buffer.from(`${JSON.stringify(content, undefined, 2)}\n`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  try {
    const isNew = await writeNewFile(file, 0o600, (handle) => handle.writeFile(bytes));
    if (!isNew) throw new Problem('file.exists', { file });
  } catch (error) {
    if (codeOf(error) === '') throw error;
    throw new Problem('file.unreadable', { file, reason: codeOf(error) }, { cause: error });
  }
  const told = { ...word, sha256, parties: included.map(nodeOf), leftOut: leftOut.map(nodeOf) };
  await parts.store.write((writer) => writer.seal('person-exported', sha256, told, exportedAt));
  return { file, sha256, included, leftOut };
}

/** All of one party, and nothing of the others of its order. */
async function keptOf({ applicationId, party: id, likeness }: FoundParty, parts: Parts): Promise<object> {
  const { store } = parts;
  const known = await store.case(applicationId);
  const retention = known && (await retentionOfCase(known, store, parts));
  const notes = await store.caseNotes(applicationId);
  const withheld = notes.findLast((note) => note.kind === 'no-tip-off');
  return {
    application: applicationId,
    party: id,
    likeness,
    purpose: retention?.class?.purpose ?? 'to vet the order, which is open',
    keptUntil: retention?.until ?? 'the case is open',
    legalBasis: retention?.class?.basis,
    laws: retention?.regimes.map(({ reference, covers }) => `${reference}: ${covers}`),
    stated: await statedOf(applicationId, id, parts),
    ...(withheld?.kind === 'no-tip-off' && withheld.isSet
      ? { withheld: { ground: withheld.reason, since: withheld.at } }
      : { found: await foundOf(applicationId, id, notes, parts) }),
    recipients: await recipientsOf(applicationId, parts),
  };
}

/** By revision: what the application says of the party, its links and documents, and, of the buyer, its answers. */
async function statedOf(applicationId: string, id: string, { store }: Parts): Promise<readonly object[]> {
  const stated: object[] = [];
  for (const { revision, receivedAt, application } of await revisionsOf(applicationId, store)) {
    const party = application?.parties.find((one) => one.id === id);
    if (!application || !party) continue;
    const isBuyer = party.roles.includes('buyer');
    stated.push({
      source: 'the application, as it was handed in',
      revision,
      receivedAt,
      party,
      links: application.links?.filter(({ from, to }) => from === id || to === id),
      documents: application.documents?.filter((document) => (document.party ?? (isBuyer ? id : undefined)) === id),
      ...(isBuyer && { answers: application.answers, payment: application.payment, product: application.product }),
    });
  }
  return stated;
}

async function revisionsOf(id: string, store: Parts['store']): Promise<readonly StoredApplication[]> {
  const newest = (await store.application(id))?.revision ?? 0;
  return store.applications({ after: { id, revision: 0 }, limit: Math.max(1, newest) });
}

/** What registers and lists say of the party, and what people and policies made of it. */
async function foundOf(
  applicationId: string,
  id: string,
  notes: readonly CaseNote[],
  { store }: Parts,
): Promise<object> {
  const decisions = await store.decisions(applicationId);
  return {
    decisions: decisions.map(({ id: decisionId, decidedAt, outcome, sealed }) => {
      const evidence = sealed?.evidence;
      const of = <T extends { readonly party?: string }>(all: readonly T[] = []) =>
        all.filter(({ party }) => party === id);
      return {
        decision: decisionId,
        decidedAt,
        outcome,
        policy: sealed?.decision.policy,
        registers: of(evidence?.confirmations),
        identifiers: of(evidence?.identifiers),
        hits: of(evidence?.hits),
        formerHits: of(evidence?.formerHits),
        clearedHits: of(evidence?.clearedHits),
        signals: of(evidence?.signals),
        documents: of(evidence?.documents),
        paths: evidence?.paths.filter(({ from, to }) => from === id || to === id),
      };
    }),
    steps: await store.caseSteps(applicationId),
    dispositions: notes.filter((note) => note.kind === 'disposed' && note.party === id),
    alerts: (await store.alerts(applicationId)).filter(({ party }) => party === id),
  };
}

/** Who took the case out of the record, or the whole record since the case stands in it. */
async function recipientsOf(applicationId: string, { store }: Parts): Promise<readonly object[]> {
  const own = await store.entriesUnder(applicationId);
  const others = await store.entriesOfKinds(['record-exported', 'person-exported'], own[0]?.sequence ?? 0);
  return [...own.filter(({ kind }) => kind === 'case-exported'), ...others].flatMap(({ at, kind, payload }) => {
    const { by, reason, parties } = JSON.parse(payload ?? '{}') as { by?: string; reason?: string; parties?: string[] };
    const isOfThis = parties?.some((node) => node.startsWith(`${applicationId}/`)) ?? true;
    return isOfThis ? [{ at, what: kind, by, reason }] : [];
  });
}

/** Lists in use are kept as their publishers issue them; whether an entry is the person, nobody has decided here. */
async function listedAs(asked: Subject, parts: Parts): Promise<readonly object[]> {
  const { index, editions } = await parts.index.over(await parts.store.activeEditions());
  if (editions.length === 0) return [];
  return search(index, asked, LISTED).hits.map(({ entity, editionId, score }) => ({
    source: entity.source,
    edition: editionId,
    entry: entity.id,
    names: entity.names.map(({ text }) => text),
    score,
  }));
}
