// For tests: random sequences of what people and publishers do, run on a real folder and held after each step against a model of
// who said what and which list was renewed when, which knows nothing of how the product keeps it.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { addDays, daysBetween } from '@sekisho/engine/model/calendar.ts';
import { NO_ANSWER } from '@sekisho/engine/model/application.ts';
import { caseStates, type CaseState } from '@sekisho/engine/model/decision.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { answerQuestions } from '@sekisho/server/flows/answer-questions.ts';
import { attachDocument } from '@sekisho/server/flows/attach-document.ts';
import { confirmCurrent } from '@sekisho/server/flows/confirm-current.ts';
import { confirmProposal, decideCase, rejectProposal } from '@sekisho/server/flows/decide-case.ts';
import { disposeHit } from '@sekisho/server/flows/dispose-hit.ts';
import { escalateCases } from '@sekisho/server/flows/escalate-cases.ts';
import { tablesAgainstRecord } from '@sekisho/server/flows/hold-tables.ts';
import { runLookBacks } from '@sekisho/server/flows/look-back.ts';
import { noteCase } from '@sekisho/server/flows/note-case.ts';
import { noticeRow, openPlayedFolder, type PlayedFolder } from '@sekisho/server/flows/testing/played-folder.ts';
import { vetApplication } from '@sekisho/server/flows/vet-application.ts';
import { verifyStore } from '@sekisho/server/record/verify.ts';

/** People, each with the ways one may write their name. */
const people = [
  ['K. Hayashi', 'k hayashi', 'Ｋ．Ｈａｙａｓｈｉ', ' K.  HAYASHI '],
  ['R. Mori', 'r. mori'],
  ['M. Ota', 'M.Ota'],
] as const;

const FIRST_DAY = '2016-11-14';
const REQUIRED = ['jp-nta', 'jp-meti-eul', 'un-sc', 'ofac-sdn', 'interpol-red'] as const;

interface Word {
  readonly caseId: string;
  readonly person: number;
  readonly does: 'proposes or decides' | 'confirms';
  readonly state?: CaseState;
}

interface Model {
  today: string;
  /** Of each required source, the last day on which it was said to be the newest. */
  readonly currentOn: Map<string, string>;
  /** What people said that was taken, oldest first. */
  readonly words: Word[];
  readonly states: Map<string, string>;
  /** How many of each case. */
  readonly decisions: Map<string, number>;
  /** How often a case came to each state, and a decision to approve, in all sequences. */
  readonly reached: Map<string, number>;
  files: number;
}

type Step = (model: Model, folder: PlayedFolder) => Promise<void>;

class FlowCommand implements fc.AsyncCommand<Model, PlayedFolder> {
  readonly #name: string;
  readonly #step: Step;

  constructor(name: string, step: Step) {
    this.#name = name;
    this.#step = step;
  }

  check(): boolean {
    return true;
  }

  async run(model: Model, folder: PlayedFolder): Promise<void> {
    try {
      await this.#step(model, folder);
    } catch (error) {
      // what cannot be done is refused with a problem of its own, never by falling over
      if (!(error instanceof Problem) || error.code === 'internal' || error.code === 'store.failed') throw error;
    }
    await holdAgainst(model, folder);
  }

  toString(): string {
    return this.#name;
  }
}

/**
 * Plays so many sequences of at most so many steps. After each step: nothing came to be accepted while a required list was stale,
 * no case is refused but by two people, no proposal was confirmed by whoever made it. At the end the record is whole and the tables
 * say what it says. Gives how often cases came to each state, so that one can see that the sequences went somewhere.
 */
export async function playSequences({
  runs,
  steps,
  seed,
}: {
  runs: number;
  steps: number;
  seed?: number;
}): Promise<ReadonlyMap<string, number>> {
  const reached = new Map<string, number>();
  const prepared = await openPlayedFolder();
  await prepared.prepare();
  await prepared.parts.close();
  try {
    await fc.assert(
      fc.asyncProperty(fc.commands(commands, { maxCommands: steps, size: 'max' }), async (sequence) => {
        const folder = await openPlayedFolder(prepared.path);
        try {
          await fc.asyncModelRun(() => ({ model: newModel(reached), real: folder }), sequence);
          assert.deepEqual(await tablesAgainstRecord(folder.parts.store), []);
          assert.equal((await verifyStore(folder.parts.store, new Map())).state, 'intact-unwitnessed');
        } finally {
          await folder.dispose();
        }
      }),
      { numRuns: runs, ...(seed !== undefined && { seed }), endOnFailure: true },
    );
    return reached;
  } finally {
    await prepared.dispose();
  }
}

function count(reached: Map<string, number>, what: string): void {
  reached.set(what, (reached.get(what) ?? 0) + 1);
}

function newModel(reached: Map<string, number>): Model {
  return {
    today: FIRST_DAY,
    currentOn: new Map(REQUIRED.map((source) => [source, FIRST_DAY])),
    words: [],
    states: new Map(),
    decisions: new Map(),
    reached,
    files: 0,
  };
}

async function holdAgainst(model: Model, { parts }: PlayedFolder): Promise<void> {
  const { reached } = model;
  for (const { id, state } of await parts.store.cases({ limit: 100 })) {
    const before = model.states.get(id);
    model.states.set(id, state);
    const decisions = await parts.store.decisions(id);
    const isNew = model.decisions.get(id) !== decisions.length;
    model.decisions.set(id, decisions.length);
    if (isNew && decisions.at(-1)?.outcome === 'approve') {
      assert.ok(isFresh(model, id), `${id} is approved on a stale list`);
      count(reached, 'approve');
    }
    if (state !== before) count(reached, state);
    if (state !== before && (state === 'ACCEPT' || state === 'ACCEPT_WITH_CONDITIONS'))
      assert.ok(isFresh(model, id), `${id} came to ${state} on a stale list`);
    if (state === 'REFUSE') {
      const proposers = peopleWho(
        model,
        id,
        ({ does, state: to }) => does === 'proposes or decides' && to === 'REFUSE',
      );
      const confirmers = peopleWho(model, id, ({ does }) => does === 'confirms');
      assert.ok(
        [...proposers].some((one) => [...confirmers].some((other) => one !== other)),
        `${id} is refused without two people`,
      );
    }
    for (const { by, proposedBy } of await parts.store.caseSteps(id))
      assert.ok(proposedBy === undefined || personOf(by) !== personOf(proposedBy), `${by} is both pairs of eyes`);
  }
}

/** By the model's own days. Whatever was confirmed later than a required list's greatest age is stale. */
function isFresh({ today, currentOn }: Model, caseId: string): boolean {
  const required = caseId.startsWith('H') ? REQUIRED.filter((source) => source !== 'jp-nta') : REQUIRED;
  const most = { 'jp-meti-eul': 31 } as Readonly<Record<string, number>>;
  return required.every((source) => daysBetween(currentOn.get(source) ?? '', today) <= (most[source] ?? 7));
}

function peopleWho({ words }: Model, caseId: string, said: (word: Word) => boolean): ReadonlySet<number> {
  return new Set(words.filter((word) => word.caseId === caseId && said(word)).map(({ person }) => person));
}

function personOf(name: string): number {
  return people.findIndex((ways) => ways.some((way) => way.trim() === name));
}

const caseIds = ['A-2016-0113', 'A-2016-0114', 'H-2017-0207'] as const;
const files = {
  'A-2016-0113': '2016-11-honest.yml',
  'A-2016-0114': '2016-11-fictitious-company.yml',
  'H-2017-0207': '2017-02-server-rental.yml',
} as const;

const caseId = fc.constantFrom(caseIds[0], ...caseIds);
const person = fc
  .nat({ max: people.length - 1 })
  .chain((which) =>
    fc.constantFrom(...(people[which] ?? [])).map((by): { which: number; by: string } => ({ which, by })),
  );
const reason = 'what was looked at, in a sentence';

const submitting = fc
  .tuple(fc.constantFrom(caseIds[0], ...caseIds), fc.constantFrom('', '', 'nobody', '-', NO_ANSWER, 'a friend'))
  .map(
    ([id, said]) =>
      new FlowCommand(`submit ${id}, asked by ${said === '' ? 'whoever it says' : said}`, async (model, folder) => {
        const application = await folder.application(files[id]);
        const answers = (application['answers'] as { question: string; answer: string }[]).map((given) =>
          given.question === 'instructed-by' && said !== '' ? { ...given, answer: said } : given,
        );
        await vetApplication({ ...application, answers, receivedOn: model.today }, folder.parts);
      }),
  );

const deciding = fc
  .tuple(caseId, person, fc.constantFrom<CaseState>('ACCEPT', 'ACCEPT', 'REFUSE', 'REFUSE', ...caseStates))
  .map(
    ([id, { which, by }, state]) =>
      new FlowCommand(`${by} decides ${id} ${state}`, async ({ words }, { parts }) => {
        await decideCase(id, { by, outcome: state, reason }, parts);
        words.push({ caseId: id, person: which, does: 'proposes or decides', state });
      }),
  );

const settling = fc.tuple(caseId, person, fc.integer({ min: 0, max: 3 })).map(([id, { which, by }, rejects]) =>
  rejects === 0
    ? new FlowCommand(`${by} rejects ${id}`, async (_, { parts }) => {
        await rejectProposal(id, { by, reason }, parts);
      })
    : new FlowCommand(`${by} confirms ${id}`, async ({ words }, { parts }) => {
        await confirmProposal(id, { by, reason }, parts);
        words.push({ caseId: id, person: which, does: 'confirms' });
      }),
);

const passing = fc.constantFrom(1, 1, 1, 3, 8, 40).map(
  (days) =>
    new FlowCommand(`${String(days)} days pass`, (model, folder) => {
      model.today = addDays(model.today, days);
      folder.playOn(model.today);
      return Promise.resolve();
    }),
);

/** A statement of the day, or one of long ago, which changes nothing. */
const renewing = fc.tuple(fc.constantFrom('all', ...REQUIRED), fc.constantFrom(0, 0, 0, 20)).map(
  ([which, daysAgo]) =>
    new FlowCommand(`renew ${which}, as of ${String(daysAgo)} days ago`, async (model, { parts }) => {
      const day = addDays(model.today, -daysAgo);
      for (const { edition } of await parts.store.activeEditions()) {
        if (!model.currentOn.has(edition.source) || (which !== 'all' && which !== edition.source)) continue;
        await confirmCurrent(
          edition,
          { publishedOn: edition.publishedOn, confirmedCurrentOn: day },
          { by: 'test' },
          parts,
        );
        const known = model.currentOn.get(edition.source) ?? '';
        if (known < day) model.currentOn.set(edition.source, day);
      }
    }),
);

/** One that names somebody of an order, then perhaps nobody again. */
const noticing = fc.boolean().map(
  (isNamed) =>
    new FlowCommand(isNamed ? 'a notice names a contact' : 'the notice is gone', async (model, folder) => {
      const named = noticeRow('N-1', { kanji: '新井 久美子' });
      const other = noticeRow('N-2', { latin: 'Nobody Whom We Know' });
      await folder.importNotices(isNamed ? [named, other] : [other], model.today);
    }),
);

const disposing = fc.tuple(caseId, person, fc.constantFrom('false-positive', 'true-match', 'undetermined')).map(
  ([id, { by }, verdict]) =>
    new FlowCommand(`${by} disposes of a hit of ${id}: ${verdict}`, async (_, { parts }) => {
      const hit = (await parts.store.decisions(id)).at(-1)?.sealed?.evidence.hits[0];
      if (!hit) return;
      const ground = verdict === 'false-positive' ? 'other-birth-date' : 'too-little-known';
      await disposeHit(id, { party: hit.party, entityId: hit.entity.id, verdict, ground, reason, by }, parts);
    }),
);

const working = fc.tuple(caseId, person, fc.nat({ max: 5 })).map(
  ([id, { by }, what]) =>
    new FlowCommand(`${by} works on ${id} (${String(what)})`, async (model, folder) => {
      const { parts } = folder;
      if (what === 0) await answerQuestions(id, [{ question: 'resale', answer: 'no' }], { by }, parts);
      if (what === 1) await noteCase(id, by, { kind: 'due', on: addDays(model.today, 2), reason }, parts);
      if (what === 2) await escalateCases(parts);
      if (what === 3) await runLookBacks(parts);
      if (what === 4) await noteCase(id, by, { kind: 'no-tip-off', isSet: true, reason }, parts);
      if (what !== 5) return;
      const file = path.join(folder.path, 'note.txt');
      await writeFile(file, `note ${String(++model.files)}`);
      await attachDocument(id, { file, kind: 'correspondence', language: 'ja', by }, parts);
    }),
);

const commands = [
  submitting,
  submitting,
  deciding,
  deciding,
  settling,
  passing,
  renewing,
  noticing,
  disposing,
  working,
];
