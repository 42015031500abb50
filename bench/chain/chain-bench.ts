// A number of links in; a store of so many of them, and the time of asking it for the chains of an order, out.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { applicationLinks } from '@sekisho/engine/chain/application-links.ts';
import { findChains } from '@sekisho/engine/chain/find-chains.ts';
import { buildReference } from '@sekisho/engine/reference/reference.ts';
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';
import { earlierApplications } from '@sekisho/server/flows/chain/earlier-applications.ts';
import { saveJoiningKeys } from '@sekisho/server/flows/chain/joining-key-hashes.ts';
import type { Parts } from '@sekisho/server/flows/parts.ts';
import { openStore } from '@sekisho/server/store/open-store.ts';
import { isRefused, KEYS_OF_EACH, pastApplication } from './past.ts';

const AT = '2026-11-02T01:20:00.000Z';
const WRITTEN_TOGETHER = 1000;
const QUESTIONS = 2000;
/** A question from outside the orders that are stored. */
const APART = 7919;

type ChainParts = Pick<Parts, 'store' | 'reference' | 'nameKeysVersion'>;

/** Times are of the processor, so that what else runs on the machine does not count; `wallP99Ms` is as a clock tells it. */
export async function chainBench(): Promise<object> {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: { links: { type: 'string', default: '1000000' } },
  });
  const applications = Math.ceil(Number(values.links) / KEYS_OF_EACH);
  const folderPath = await mkdtemp(path.join(tmpdir(), 'sekisho-bench-'));
  const reference = buildReference(referenceFiles);
  const store = await openStore({ folderPath, create: { simulation: true }, now: () => AT });
  try {
    const parts: ChainParts = { store, reference, nameKeysVersion: 'bench' };
    const build = await timed(() => fill(applications, parts));
    const asked = await ask(applications, parts);
    return {
      links: build.result,
      parties: applications * 2,
      buildSeconds: build.cpuMs / 1000,
      ...asked,
      peakRssBytes: process.resourceUsage().maxRSS * 1024,
    };
  } finally {
    await store.close();
    await rm(folderPath, { recursive: true, force: true });
  }
}

/** @returns keys that were saved. */
async function fill(applications: number, parts: ChainParts): Promise<number> {
  let keys = 0;
  for (let from = 0; from < applications; from += WRITTEN_TOGETHER)
    await parts.store.write(async (writer) => {
      for (let number = from; number < Math.min(applications, from + WRITTEN_TOGETHER); number++) {
        const application = pastApplication(number);
        const { id } = application;
        const { sequence: entry } = await writer.seal('application-received', id, { application, revision: 1 }, AT);
        await writer.saveApplication({ id, revision: 1, receivedAt: AT, entry });
        keys += await saveJoiningKeys(writer, { id, revision: 1, entry }, application, parts);
        const state = isRefused(number) ? 'REFUSE' : 'ACCEPT';
        const proposed = isRefused(number) ? 'refuse' : 'approve';
        await writer.saveCase({ id, state, proposed, openedAt: AT, updatedAt: AT });
      }
    });
  return keys;
}

async function ask(applications: number, { store, reference, nameKeysVersion }: ChainParts): Promise<object> {
  const parts = { store, reference, nameKeysVersion };
  const { hops, chains } = reference.chain.most;
  const terms = { hops, chains, strengths: reference.chain.strengths };
  const cpu: number[] = [];
  const wall: number[] = [];
  const counts = { chains: 0, joined: 0, cutOff: 0, longest: 0 };
  for (let question = 0; question < QUESTIONS; question++) {
    const known = pastApplication((question * APART) % applications);
    const application = { ...known, id: `question-${String(question)}` };
    const { result, cpuMs, wallMs } = await timed(async () => {
      const own = applicationLinks(application, application.receivedOn, { nodeOf: (id) => id, source: 'application' });
      const { massAddresses, ...earlier } = await earlierApplications(
        application,
        { massAddressParties: reference.chain.massAddress.parties, confirmations: [] },
        parts,
      );
      return { earlier, massAddresses, ...findChains('buyer', [...own, ...earlier.links], [], earlier.refused, terms) };
    });
    cpu.push(cpuMs);
    wall.push(wallMs);
    counts.chains += result.chains.length;
    counts.longest = Math.max(counts.longest, ...result.chains.map((chain) => chain.hops.length));
    counts.joined += result.earlier.links.length;
    counts.cutOff += Number(0 < result.earlier.gaps.length);
  }
  return {
    questions: QUESTIONS,
    ...counts,
    p50Ms: percentile(cpu, 50),
    p99Ms: percentile(cpu, 99),
    mostMs: percentile(cpu, 100),
    wallP99Ms: percentile(wall, 99),
  };
}

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; cpuMs: number; wallMs: number }> {
  const [before, start] = [process.cpuUsage(), performance.now()];
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return { result, cpuMs: (user + system) / 1000, wallMs: performance.now() - start };
}

function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? NaN;
}
