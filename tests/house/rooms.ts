// The wall plan: each room of the house, what it may import, and what of the outside it may read.
// ARCHITECTURE.md says the same in words and why; the test beside this folder holds every file against it.
import { outsides, type Outside } from './outside-reads.ts';

export interface Room {
  /** Other rooms. */
  readonly rooms: readonly string[];
  /** Packages of others, and `node:*` for what Node has built in. */
  readonly packages: readonly string[];
  readonly reads: readonly Outside[];
}

const pure = { reads: [] };
const engine = [
  'engine/model',
  'engine/reference',
  'engine/names',
  'engine/match',
  'engine/search',
  'engine/identity',
  'engine/merge',
  'engine/chain',
  'engine/signals',
  'engine/policy',
  'engine/record',
  'engine/messages',
];
const importers = [
  'sources/importer',
  'sources/lists',
  'sources/registers',
  'sources/gazetteers',
  'sources/incidents',
  'sources/catalogue',
];
const interfaceRooms = [
  'ui/session',
  'ui/outbox',
  'ui/queries',
  'ui/live',
  'ui/keys',
  'ui/drafts',
  'ui/api',
  'ui/answers',
  'ui/language',
  'ui/parts',
];
const interfacePackages = [
  'react',
  'react-intl',
  'react-router',
  '@mantine/core',
  '@mantine/hooks',
  '@tanstack/react-query',
];

/** A folder below `packages/<package>/src/`, or a file there, is a room: `engine/names`, `server/settings`. */
export const roomPlan: Readonly<Record<string, Room>> = {
  'engine/model': { ...pure, rooms: [], packages: ['typebox'] },
  'engine/reference': { ...pure, rooms: ['engine/model'], packages: ['typebox', 'yaml'] },
  'engine/names': { ...pure, rooms: ['engine/reference', 'engine/model'], packages: [] },
  'engine/match': { ...pure, rooms: ['engine/names', 'engine/reference', 'engine/model'], packages: [] },
  'engine/search': {
    ...pure,
    rooms: ['engine/match', 'engine/names', 'engine/reference', 'engine/model'],
    packages: [],
  },
  'engine/identity': {
    ...pure,
    rooms: ['engine/match', 'engine/names', 'engine/reference', 'engine/model'],
    packages: [],
  },
  'engine/merge': {
    ...pure,
    rooms: ['engine/search', 'engine/identity', 'engine/match', 'engine/reference', 'engine/model'],
    packages: [],
  },
  'engine/chain': { ...pure, rooms: ['engine/reference', 'engine/model'], packages: [] },
  'engine/signals': { ...pure, rooms: ['engine/identity', 'engine/reference', 'engine/model'], packages: [] }, // whether two addresses are one
  'engine/policy': {
    ...pure,
    rooms: ['engine/reference', 'engine/model'],
    packages: ['@marcbachmann/cel-js', 'typebox', 'yaml'],
  },
  'engine/record': { ...pure, rooms: ['engine/reference', 'engine/model'], packages: ['typebox'] },
  'engine/messages': { ...pure, rooms: ['engine/reference', 'engine/model'], packages: [] },

  'sources/importer': { ...pure, rooms: ['engine/model', 'engine/reference'], packages: [] },
  'sources/readers': {
    reads: ['node', 'machine', 'timers'], // a worker: its place and its limit of time
    rooms: ['sources/importer', 'engine/model'],
    packages: ['node:*', 'papaparse', 'saxes', '@e965/xlsx', 'yauzl', 'typebox', 'unpdf', 'yaml'],
  },
  'sources/lists': {
    reads: ['node', 'machine'], // the place of source.yml
    rooms: [
      'sources/readers',
      'sources/importer',
      'engine/model',
      'engine/reference',
      'engine/identity',
      'engine/record', // canonical JSON
    ],
    packages: ['node:*', 'typebox', 'yaml'],
  },
  'sources/registers': {
    reads: ['node', 'machine'],
    rooms: ['sources/readers', 'sources/importer', 'engine/model', 'engine/reference', 'engine/identity'],
    packages: ['node:*', '@holiday-jp/holiday_jp', 'typebox', 'yaml', 'yauzl'],
  },
  'sources/gazetteers': {
    reads: ['node', 'machine'], // the place of source.yml, and the folder that a file is in
    rooms: [
      'sources/registers', // a record of a JSON object
      'sources/lists', // the files of an edition
      'sources/readers',
      'sources/importer',
      'engine/model',
      'engine/reference',
    ],
    packages: ['node:*'],
  },
  'sources/incidents': {
    ...pure,
    rooms: ['sources/readers', 'sources/importer', 'engine/model'],
    packages: ['typebox'],
  },
  'sources/catalogue': {
    ...pure,
    rooms: ['sources/lists', 'sources/registers', 'sources/importer', 'engine/model', 'engine/reference'],
    packages: [],
  },

  'server/store': {
    reads: ['node', 'machine', 'timers', 'randomness'], // chance spreads the retries of writers that wait
    rooms: ['engine/model', 'engine/record'],
    packages: ['node:*', 'kysely', 'pg'],
  },
  'server/record': {
    reads: ['node', 'machine', 'network', 'timers'], // a witness may be an address
    rooms: ['server/store', 'engine/model', 'engine/record'],
    packages: ['node:*', 'typebox'],
  },
  'server/download': {
    reads: ['node', 'machine', 'network', 'timers'], // publishers are asked, and waited for
    rooms: ['engine/model'],
    packages: ['node:*', 'nodemailer', 'undici'],
  },
  'server/threads': {
    reads: ['node', 'machine'], // the place of the thread's file
    rooms: ['engine/search', 'engine/reference', 'engine/model'],
    packages: ['node:*'],
  },
  'server/telemetry': {
    reads: ['node'],
    rooms: ['server/store', 'server/threads', 'engine/model'], // what takes time
    packages: [
      'node:*',
      '@opentelemetry/api',
      '@opentelemetry/exporter-trace-otlp-http',
      '@opentelemetry/resources',
      '@opentelemetry/sdk-trace-base',
    ],
  },
  'server/shipped-folders': { reads: ['machine'], rooms: [], packages: ['node:*'] },
  'server/engine-version': { reads: ['machine'], rooms: ['server/shipped-folders'], packages: ['node:*'] },
  'server/flows': {
    reads: ['node', 'timers', 'randomness'], // the clock is a part that is handed in
    rooms: [
      ...engine,
      ...importers,
      'sources/readers',
      'server/store',
      'server/record',
      'server/download',
      'server/threads',
      'server/engine-version',
    ],
    packages: ['node:*', 'openid-client', 'otpauth', 'yaml'],
  },
  'server/jobs': {
    reads: ['node', 'machine', 'timers', 'randomness'], // the queue is looked at now and then; a worker has a name
    rooms: ['server/flows', 'server/store', 'server/download', 'server/telemetry', 'engine/model'],
    packages: ['node:*'],
  },
  'server/settings': {
    reads: outsides,
    rooms: ['server/record', 'server/download', 'server/shipped-folders', 'server/telemetry', 'engine/model'],
    packages: ['node:*'],
  },
  'server/open-parts': {
    reads: ['node', 'clock', 'machine'],
    rooms: [
      ...engine,
      ...importers,
      'server/flows',
      'server/store',
      'server/record',
      'server/download',
      'server/threads',
      'server/settings',
      'server/engine-version',
    ],
    packages: ['node:*'],
  },
  'client/client': { ...pure, rooms: ['client/paths'], packages: ['openapi-fetch'] },
  'client/paths': { ...pure, rooms: [], packages: [] },

  'server/http': {
    reads: ['node', 'machine', 'timers'], // events are looked for now and then
    rooms: [
      'server/flows',
      'server/store',
      'server/download', // the settings of webhooks, passed on
      'server/telemetry', // a span for each request
      'engine/model',
      'engine/reference',
      'engine/policy',
      'engine/search',
      'engine/names',
    ],
    packages: [
      'node:*',
      'fastify',
      '@fastify/cookie',
      '@fastify/helmet',
      '@fastify/multipart',
      '@fastify/rate-limit',
      '@fastify/static',
      '@fastify/swagger',
      '@fastify/type-provider-typebox',
      'prom-client',
      'typebox',
    ],
  },
  'server/cli': {
    reads: outsides,
    rooms: [
      'server/flows',
      'server/http',
      'server/jobs',
      'server/download', // the settings of webhooks
      'server/store', // words for the states of jobs
      'server/threads', // those that `serve` starts
      'server/telemetry',
      'server/record',
      'server/settings',
      'server/open-parts',
      'server/engine-version',
      'server/shipped-folders',
      'engine/model',
      'engine/names', // explain and compare ask the engine alone
      'engine/match',
      'engine/merge', // the values of a merged party, by field
      'engine/policy', // which claims of legal status may be shown
      'engine/reference', // the languages there are
      'sources/readers', // encodings that may be named
      'engine/record',
      'engine/messages',
    ],
    packages: ['node:*', 'commander', 'typebox', 'yaml'],
  },

  // The interface: in a browser, on types of the engine and the few of its functions that need no data.
  'ui/api': { reads: ['network'], rooms: ['ui/answers', 'engine/model'], packages: [] },
  'ui/answers': { ...pure, rooms: ['client/paths'], packages: [] },
  'ui/drafts': { reads: ['machine'], rooms: [], packages: ['react'] },
  'ui/keys': { reads: ['machine'], rooms: ['ui/language'], packages: ['react'] },
  'ui/language': { reads: ['machine'], rooms: ['engine/messages'], packages: interfacePackages },
  'ui/parts': {
    reads: ['machine'], // a file is saved as the browser saves files
    rooms: ['ui/api', 'ui/answers', 'ui/language', 'ui/style', 'engine/model'],
    packages: [...interfacePackages, 'uqr'],
  },
  'ui/queries': { reads: ['clock', 'machine'], rooms: ['ui/api', 'ui/answers'], packages: interfacePackages },
  'ui/live': { reads: ['machine', 'timers'], rooms: ['ui/api', 'ui/answers'], packages: interfacePackages },
  'ui/outbox': { reads: ['clock', 'machine', 'timers'], rooms: ['ui/drafts'], packages: interfacePackages },
  'ui/entrance': {
    reads: ['machine'],
    rooms: ['ui/api', 'ui/drafts', 'ui/language', 'ui/parts', 'ui/mark.svg'],
    packages: interfacePackages,
  },
  'ui/session': {
    ...pure,
    rooms: ['ui/entrance', 'ui/api', 'ui/answers', 'ui/drafts', 'ui/language', 'ui/parts', 'engine/model'],
    packages: interfacePackages,
  },
  'ui/shell': {
    reads: ['machine'],
    rooms: [...interfaceRooms, 'ui/mark.svg', 'engine/model'],
    packages: interfacePackages,
  },
  'ui/screens': {
    reads: ['machine', 'clock', 'randomness'], // Web Crypto, for hashes and signatures of the record
    rooms: [
      ...interfaceRooms,
      'ui/style',
      'engine/model',
      'engine/policy', // who must be a second person
      'engine/record', // the record is verified in the browser
    ],
    packages: [...interfacePackages, '@tanstack/react-virtual', 'cytoscape', 'cytoscape-fcose'],
  },
  'ui/style': { ...pure, rooms: [], packages: ['@mantine/core'] },
  'ui/theme': { ...pure, rooms: [], packages: ['@mantine/core'] },
  'ui/routes': {
    ...pure,
    rooms: ['ui/entrance', 'ui/shell', 'ui/screens', 'ui/session', 'ui/outbox'],
    packages: interfacePackages,
  },
  'ui/main': {
    reads: ['machine'],
    rooms: ['ui/routes', 'ui/queries', 'ui/keys', 'ui/language', 'ui/theme', 'ui/style'],
    packages: [...interfacePackages, 'react-dom', 'virtual:theme.css'],
  },
};

/** What is started, as a process or a thread; everything else is reached from there. */
export const starts = [
  'packages/ui/src/main.tsx',
  'packages/client/src/client.ts',
  'packages/server/src/cli/main.ts',
  'packages/server/src/threads/searching-thread.ts',
  'packages/sources/src/readers/pdf-worker.ts',
  'packages/sources/src/readers/workbook-worker.ts',
];

/** The only files that read variables of the environment. */
export const environmentReaders = ['packages/server/src/cli/main.ts', 'packages/server/src/settings.ts'];

/** Folders and files are named for what they hold; these names hold anything. */
export const wordlessNames = /(^|[/._-])(utils?|utilities|helpers?|common|misc|shared|stuff|lib)([/._-]|$)/i;

/** What a test may import besides its room's: the packages that its package may. */
export const packagesBelow: Readonly<Record<string, readonly string[]>> = {
  client: ['client'],
  engine: ['engine'],
  sources: ['sources', 'engine'],
  server: ['server', 'sources', 'engine'],
  ui: ['ui', 'engine'],
};

/** The room of a file below `packages/`. */
export function roomOf(file: string): string | undefined {
  const [, workspace, place = ''] = /^packages\/([^/]+)\/src\/([^/]+)/.exec(file) ?? [];
  return workspace && `${workspace}/${place.replace(/(\.test)?\.tsx?$/, '')}`;
}
