// The measures of a folder in which the founding case was played by hand, each asserted.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { confirmProposal, decideCase } from '../decide-case.ts';
import { disposeHit } from '../dispose-hit.ts';
import { runLookBacks } from '../look-back.ts';
import { noticeRow, openPlayedFolder, type PlayedFolder } from '../testing/played-folder.ts';
import { vetApplication } from '../vet-application.ts';
import { CaseCourse, type CaseStepTold } from './case-course.ts';
import { report } from './report.ts';
import { shareOf, spreadOf } from './spread.ts';

let folder: PlayedFolder;
before(async () => {
  folder = await openPlayedFolder();
  await folder.prepare();
});
after(() => folder.dispose());

test('the measures of two orders, a hit cleared, a refusal by two people and a look-back', async () => {
  const { parts } = folder;
  await folder.importNotices([noticeRow('N-1', { kanji: '新井 久美子' })], '2016-11-14');
  await runLookBacks(parts);
  await vetApplication(await folder.application('2016-11-honest.yml'), parts);
  const { case: held } = await vetApplication(await folder.application('2016-11-fictitious-company.yml'), parts);
  folder.playOn('2016-11-16');
  await disposeHit(
    'A-2016-0113',
    {
      party: 'contact',
      entityId: 'own-notices:N-1',
      verdict: 'false-positive',
      ground: 'other-birth-date',
      reason: 'born in another year, by her passport',
      by: 'K. Hayashi',
    },
    parts,
  );
  const reason = 'there is no such company';
  await decideCase(held.id, { outcome: 'REFUSE', by: 'K. Hayashi', reason }, parts);
  folder.playOn('2016-11-18');
  await confirmProposal(held.id, { by: 'R. Mori', reason }, parts);

  const measured = await report({ from: '2016-11-10', to: '2016-11-20' }, parts);
  assert.equal(measured.applications.received, 2);
  assert.deepEqual(measured.applications.outcomes, { review: 1, refuse: 1, approve: 1 });
  assert.equal(measured.applications.firstAnswerDays?.count, 2);
  assert.equal(measured.applications.shareWithoutPerson, 0);
  assert.deepEqual(measured.hits, { verdicts: { 'false-positive': 1 }, falsePositiveRate: 1 });
  assert.deepEqual(measured.listLatencyDays['un-sc'], { count: 1, median: 4, p90: 4, most: 4 });
  assert.deepEqual([measured.secondPerson.waiting, measured.secondPerson.turnedDown], [0, 0]);
  assert.equal(Math.round(measured.secondPerson.hoursWaited?.median ?? 0), 48);
  assert.deepEqual(measured.cases.backlog, { open: 0, ageDays: undefined });
  assert.equal(Math.round((measured.cases.hoursToClear?.most ?? 0) / 24), 4);
  const before = await report({ from: '2016-11-10', to: '2016-11-15' }, parts);
  assert.deepEqual(before.cases.backlog, { open: 2, ageDays: { count: 2, median: 1, p90: 1, most: 1 } });
  assert.equal(before.cases.hoursToClear, undefined);
  const nothing = await report({ from: '2015-01-01', to: '2015-12-31' }, parts);
  assert.deepEqual([nothing.applications.received, nothing.hits.falsePositiveRate], [0, undefined]);
  await assert.rejects(
    report({ from: '2016-11-02', to: '2016-11-01' }, parts),
    (error) => error instanceof Problem && error.code === 'request.invalid',
  );
});

const courses: readonly {
  readonly title: string;
  readonly steps: readonly CaseStepTold[];
  readonly spells: object[];
}[] = [
  { title: 'accepted by itself', steps: [{ kind: 'case-opened', at: '1', state: 'ACCEPT' }], spells: [] },
  {
    title: 'held, cleared, opened again by an alert',
    steps: [
      { kind: 'case-opened', at: '1', state: 'HOLD' },
      { kind: 'case-moved', at: '2', state: 'NEED_INFORMATION' },
      { kind: 'case-decided', at: '3', state: 'ACCEPT' },
      { kind: 'alert-raised', at: '4' },
      { kind: 'alert-raised', at: '5' },
    ],
    spells: [{ from: '1', to: '3' }, { from: '4' }],
  },
];
for (const { title, steps, spells } of courses)
  test(`a case ${title}`, () => {
    const course = new CaseCourse();
    for (const step of steps) course.tell(step);
    assert.deepEqual(course.spells, spells);
  });

test('what waited for a second person ends with what became of it', () => {
  const course = new CaseCourse();
  for (const [at, note, how] of [
    ['1', 'proposed'],
    ['2', 'settled', 'rejected'],
    ['3', 'settled', 'x'],
    ['4', 'proposed'],
  ])
    course.tell({ kind: 'case-noted', at: at ?? '', note: note ?? '', ...(how !== undefined && { how }) });
  assert.deepEqual(course.proposals, [{ from: '1', to: '2', how: 'rejected' }, { from: '4' }]);
});

test('a spread is of numbers that there are', () => {
  assert.deepEqual(spreadOf([5, 1, 3, 2, 4, 10, 6, 7, 8, 9]), { count: 10, median: 5, p90: 9, most: 10 });
  assert.deepEqual(spreadOf([7]), { count: 1, median: 7, p90: 7, most: 7 });
  assert.equal(spreadOf([]), undefined);
  assert.equal(shareOf(0, 0), undefined);
});
