// What a person or a program looks at in, the view sealed out when it says something of crimes: by whom, of which case, what for.
import type { Entity } from '@sekisho/engine/model/entity.ts';
import type { Instant } from '@sekisho/engine/model/calendar.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { named } from './case-word.ts';
import type { Parts } from './parts.ts';
import type { StoreWriter } from '../store/store.ts';
import { protectedIn, type ShownOfCase } from './withheld.ts';

export interface ViewWord {
  readonly by: string;
  readonly reason: string;
}

/**
 * Seals that somebody sees specially protected data (`data/protected-data.yml`, claims of legal status) of a case; whoever shows them calls
 * this first. False when there are none: then nothing is sealed.
 * @throws Problem `case.note-not-allowed` for nobody named or no reason.
 */
export async function noteView(caseId: string, word: ViewWord, shown: ShownOfCase, parts: Parts): Promise<boolean> {
  return sealed(
    caseId,
    word,
    protectedIn(shown, parts.reference),
    parts,
    (view, at) => (writer) => writer.seal('protected-data-viewed', caseId, view, at),
  );
}

/** The same of entries that somebody asked the lists for, and that are in no case. */
export async function noteEntriesView(word: ViewWord, shown: readonly Entity[], parts: Parts): Promise<boolean> {
  return sealed(
    'screening',
    word,
    protectedIn({ entities: shown }, parts.reference),
    parts,
    (view, at) => (writer) => writer.seal('protected-entries-viewed', 'screening', view, at),
  );
}

/** The same of what an incident claims of somebody. @throws Problem `incident.invalid` for nobody named or no reason. */
export async function noteClaimsView(
  incident: string,
  { by, reason }: ViewWord,
  version: string,
  { store, clock }: Parts,
): Promise<void> {
  const refuse = (why: string): never => {
    throw new Problem('incident.invalid', { incident, field: '/reason', reason: why });
  };
  const who = named(by, 'looks at it', refuse);
  if (reason.trim() === '') refuse('a look at protected data has a reason');
  const seen = { by: who, reason: reason.trim(), version };
  await store.write((writer) => writer.seal('incident-viewed', incident, seen, clock()));
}

interface SealedView extends ViewWord {
  /** Ids of entries of lists and of incidents. */
  readonly entities: readonly string[];
}

async function sealed(
  subject: string,
  { by, reason }: ViewWord,
  entities: readonly string[],
  { store, clock }: Parts,
  sealing: (view: SealedView, at: Instant) => (writer: StoreWriter) => Promise<unknown>,
): Promise<boolean> {
  if (entities.length === 0) return false;
  const refuse = (why: string): never => {
    throw new Problem('case.note-not-allowed', { case: subject, reason: why });
  };
  const who = named(by, 'looks at it', refuse);
  if (reason.trim() === '') refuse('a look at protected data has a reason');
  const view = { by: who, reason: reason.trim(), entities };
  await store.write(sealing(view, clock()));
  return true;
}
