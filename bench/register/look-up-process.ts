// Questions to the registers of a data folder in, how long each took, what was found and the memory out: a process of its own.
import { readFileSync } from 'node:fs';
import { lookUpCompany } from '@sekisho/server/flows/look-up-company.ts';
import { lookUpPlace } from '@sekisho/server/flows/look-up-place.ts';
import { openBenchParts } from './bench-parts.ts';
import type { Question, QuestionKind } from './questions.ts';

const [folder = '', questionsFile = '', source = '', reachedSource = ''] = process.argv.slice(2);
const questions = JSON.parse(readFileSync(questionsFile, 'utf8')) as readonly Question[];
const parts = await openBenchParts(folder);
const residentBytes: Record<string, number> = { opened: resident() };
const settings = (register: string) => ({ registers: [register], limit: 20, minScore: 0.7 });

const byKind = Map.groupBy(questions, ({ kind }) => kind);
const lookUp: Record<string, object> = {};
const order: readonly QuestionKind[] = [
  'number',
  'address',
  'phone',
  'domain',
  'name',
  'former',
  'kana',
  'english',
  'typoHan',
  'typoKana',
  'typoEnglish',
];
for (const kind of order) {
  const asked = byKind.get(kind) ?? [];
  const times: number[] = [];
  const cpuTimes: number[] = [];
  let [found, cutOff, first] = [0, 0, 0];
  for (const { text, number } of asked) {
    const [start, cpu] = [performance.now(), process.cpuUsage()];
    const companies = await answer(kind, text);
    const milliseconds = performance.now() - start;
    const { user, system } = process.cpuUsage(cpu);
    // the file of the register is held against its hash once a process
    if (times.length === 0 && first === 0) first = milliseconds;
    else {
      times.push(milliseconds);
      cpuTimes.push((user + system) / 1000);
    }
    if (companies.numbers.includes(number)) found++;
    else if (companies.isCutOff) cutOff++;
  }
  const at = (measured: readonly number[], share: number) =>
    round(measured.toSorted((a, b) => a - b)[Math.min(measured.length - 1, Math.floor(measured.length * share))] ?? 0);
  lookUp[kind] = {
    asked: asked.length,
    firstMs: round(first),
    p50Ms: at(times, 0.5),
    p99Ms: at(times, 0.99),
    worstMs: at(times, 1),
    p50CpuMs: at(cpuTimes, 0.5),
    p99CpuMs: at(cpuTimes, 0.99),
    found: asked.length === 0 ? 0 : round(found / asked.length),
    amongMoreThanTwenty: asked.length === 0 ? 0 : round(cutOff / asked.length),
  };
  if (kind === 'domain') residentBytes['withoutNames'] = resident();
}
residentBytes['withNames'] = resident();
await parts.close();
console.log(JSON.stringify({ residentBytes, lookUp }));

async function answer(kind: QuestionKind, text: string): Promise<{ numbers: readonly string[]; isCutOff: boolean }> {
  if (kind === 'address' || kind === 'phone' || kind === 'domain') {
    const place = kind === 'address' ? { address: text } : kind === 'phone' ? { phone: text } : { domain: text };
    const [found] = await lookUpPlace(place, settings(kind === 'address' ? source : reachedSource), parts);
    return {
      numbers: found?.companies.map(({ current }) => current.number) ?? [],
      isCutOff: found?.isCutOff ?? false,
    };
  }
  const [found] = await lookUpCompany(text, settings(source), parts);
  return {
    numbers: found?.companies.map(({ fact }) => fact.current.number) ?? [],
    isCutOff: found?.isCutOff ?? false,
  };
}

function resident(): number {
  for (let round = 0; round < 3; round++) globalThis.gc?.();
  return process.memoryUsage.rss();
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
