// Command-line words in; how a serving process answers orders at a steady rate out: times as whoever sends them sees them, errors, processor time.
//
//   npm run bench -- serve [--entities 300000] [--companies 100000] [--rate 200] [--seconds 60] [--seed 1] [--folder kept] [--threads 2]
//
// A folder that is named is made once and kept: for the next run of the same numbers.
// Orders come at their times whether those before are answered or not, each for a company of the register with a person beside it, under a
// policy that asks every list and the register. The time of one is from the moment it was due.
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { importEdition } from '@sekisho/server/flows/import-edition.ts';
import { issueKey } from '@sekisho/server/flows/people/access-keys.ts';
import { Agent, request } from 'undici';
import { openBenchParts } from '../register/bench-parts.ts';
import { FULL_DAY, writeFullSet, type NumberedCompany } from '../register/files.ts';
import { companyWords } from '../register/words.ts';
import { benchWorld } from '../search/dataset.ts';
import { madeEntity, type World } from '../search/entities.ts';
import { startServing } from './serving-process.ts';

const CONNECTIONS = 64;
const WARM_UP_SECONDS = 5;
const LIST = 'ftm-bench';

export async function serveBench(): Promise<object> {
  const { entities, companies, rate, seconds, seed, kept, threads } = readOptions(process.argv.slice(3));
  const folder = kept ?? (await mkdtemp(path.join(tmpdir(), 'sekisho-bench-')));
  try {
    const world = await benchWorld(seed);
    const { key, sample } = await preparedOnce(folder, world, { entities, companies, seed });
    const { url, child } = await startServing(environmentOf(folder), [
      '--requests-per-minute',
      '10000000',
      ...(threads === undefined ? [] : ['--search-threads', threads]),
    ]);
    const agent = new Agent({ connections: CONNECTIONS });
    try {
      while ((await request(`${url}/readyz`, { dispatcher: agent })).statusCode !== 200) await pause(200);
      const run = Date.now().toString(36); // ids of orders are new in a folder that is kept
      const order = (number: number) => orderOf(number, run, sample, world);
      await steadily({ url, key, agent, rate, seconds: WARM_UP_SECONDS, first: 0, order });
      const before = await processorSeconds(child);
      const measured = await steadily({ url, key, agent, rate, seconds, first: WARM_UP_SECONDS * rate, order });
      const spent = (await processorSeconds(child)) - before;
      return {
        entities,
        companies,
        ratePerSecond: rate,
        seconds,
        ...figuresOf(measured),
        processorMsAnOrder: Math.round((1000 * spent * 100) / measured.length) / 100,
        residentMegabytes: await residentMegabytes(child),
      };
    } finally {
      await agent.close();
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
  } finally {
    if (kept === undefined) await rm(folder, { recursive: true, force: true });
  }
}

interface Made {
  readonly entities: number;
  readonly companies: number;
  readonly seed: number;
}

interface Prepared {
  readonly key: string;
  readonly sample: readonly NumberedCompany[];
}

async function preparedOnce(folder: string, world: World, made: Made): Promise<Prepared> {
  const note = path.join(folder, 'prepared.json');
  if (existsSync(note)) {
    const { key, sample, ...others } = JSON.parse(await readFile(note, 'utf8')) as Prepared & Made;
    if (isDeepStrictEqual(others, made)) return { key, sample };
    throw new Error(`${folder} was made for ${JSON.stringify(others)}`);
  }
  await mkdir(folder, { recursive: true });
  const { key, sample } = await prepared(folder, world, made);
  await writeFile(note, JSON.stringify({ key, sample, ...made }));
  return { key, sample };
}

async function prepared(folder: string, world: World, { entities, companies, seed }: Made) {
  const parts = await openBenchParts(folder);
  try {
    const list = path.join(folder, 'entities.ftm.json');
    const lines = Array.from({ length: entities }, (_, number) => lineOf(world, number));
    await writeFile(list, `${lines.join('\n')}\n`);
    const today = parts.clock().slice(0, 10);
    const by = { by: 'bench', accept: 'made', confirmedCurrentOn: today };
    await importEdition({ source: LIST, files: [list], publishedOn: today, ...by }, parts);
    const { files, sample } = writeFullSet({ seed, companies, words: companyWords() }, folder, 5000);
    await importEdition({ source: 'jp-nta', files, publishedOn: FULL_DAY, ...by }, parts);
    const { credential: key } = await issueKey({ name: 'bench', duties: ['submitter'] }, parts);
    return { key, sample };
  } finally {
    await parts.close();
  }
}

function lineOf(world: World, number: number): string {
  const { entity } = madeEntity(world, 'listed', number);
  const schema = ['Person', 'Vessel', 'Company'].includes(entity.schema) ? entity.schema : 'LegalEntity';
  return JSON.stringify({
    id: `bench-${String(number)}`,
    caption: entity.names[0]?.text,
    schema,
    properties: {
      name: entity.names.map(({ text }) => text),
      topics: ['sanction'],
      ...(schema === 'Person' && { birthDate: entity.birthDates.map(({ text }) => text) }),
    },
    datasets: ['bench'],
    referents: [],
    target: true,
  });
}

function environmentOf(folder: string): NodeJS.ProcessEnv {
  return { ...process.env, SEKISHO_DATA: path.join(folder, 'data'), SEKISHO_KEYS: path.join(folder, 'keys') };
}

interface Load {
  readonly url: string;
  readonly key: string;
  readonly agent: Agent;
  readonly rate: number;
  readonly seconds: number;
  readonly first: number;
  readonly order: (number: number) => object;
}

interface Answered {
  readonly milliseconds: number;
  readonly status: number;
}

async function steadily({ url, key, agent, rate, seconds, first, order }: Load): Promise<readonly Answered[]> {
  const begin = performance.now();
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const answered = Array.from({ length: Math.floor(rate * seconds) }, async (_, place): Promise<Answered> => {
    const due = begin + (1000 * place) / rate;
    await pause(Math.max(0, due - performance.now()));
    const body = JSON.stringify(order(first + place));
    const answer = await request(`${url}/v1/applications`, { method: 'POST', headers, body, dispatcher: agent });
    await answer.body.dump();
    return { milliseconds: performance.now() - due, status: answer.statusCode };
  });
  return Promise.all(answered);
}

function orderOf(number: number, run: string, sample: readonly NumberedCompany[], world: World): object {
  const company = sample[number % sample.length];
  if (!company) throw new Error('the register has no company');
  const person = madeEntity(world, 'clean', number).entity;
  return {
    id: `B-${run}-${String(number)}`,
    policy: 'jp-only-edition',
    receivedOn: FULL_DAY,
    product: { id: 'guard', name: 'Guard' },
    parties: [
      {
        id: 'buyer',
        roles: ['buyer'],
        schema: 'Company',
        names: [{ text: company.name }],
        identifiers: [{ type: 'jp-corporate-number', value: company.number }],
        addresses: [{ full: `${company.prefecture.name}${company.city}${company.street}` }],
        country: 'jp',
      },
      { id: 'contact', roles: ['contact'], schema: 'Person', names: [{ text: person.names[0]?.text ?? 'Sato' }] },
    ],
  };
}

function figuresOf(answered: readonly Answered[]): object {
  const times = answered.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(10 * (times[Math.floor(share * (times.length - 1))] ?? 0)) / 10;
  return {
    orders: answered.length,
    notAccepted: answered.filter(({ status }) => status !== 201).length,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    mostMs: at(1),
  };
}

/** Of a process and its threads, as Linux counts it. */
async function processorSeconds({ pid }: ChildProcess): Promise<number> {
  const [, after = ''] = (await readFile(`/proc/${String(pid)}/stat`, 'utf8')).split(') ');
  const [user = 0, system = 0] = after.split(' ').slice(11, 13).map(Number);
  return (user + system) / 100;
}

async function residentMegabytes({ pid }: ChildProcess): Promise<number> {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${String(pid)}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}

function readOptions(words: readonly string[]): Made & {
  readonly rate: number;
  readonly seconds: number;
  readonly kept: string | undefined;
  readonly threads: string | undefined;
} {
  const { values } = parseArgs({
    args: [...words],
    options: Object.fromEntries(
      ['entities', 'companies', 'rate', 'seconds', 'seed', 'folder', 'threads'].map((name) => [
        name,
        { type: 'string' } as const,
      ]),
    ),
  });
  const numberOf = (name: string, usual: number) => {
    const value = Number(values[name] ?? usual);
    if (!Number.isSafeInteger(value) || value < 1) throw new Error(`--${name} is a whole number from 1`);
    return value;
  };
  return {
    entities: numberOf('entities', 300_000),
    companies: numberOf('companies', 100_000),
    rate: numberOf('rate', 200),
    seconds: numberOf('seconds', 60),
    seed: numberOf('seed', 1),
    kept: values['folder'],
    threads: values['threads'],
  };
}
