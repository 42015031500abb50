// Figures of the product on this machine, as one JSON object: `npm run bench -- lists`.
//
//   lists   importing, indexing and searching the lists that SEKISHO_DEV_DATA holds (without it: the samples we ship)
//   search  asking made lists of millions of entities, or the real ones, with manipulated and clean names (search/search-bench.ts)
//   look-back  screening parties of the past against what changed in a list (look-back.ts: --parties, --changed)
//   editions  storing a million made entries as a stream, comparing two editions of them, indexing them (editions.ts)
//   ftm     streaming a FollowTheMoney file of any size (ftm/ftm-bench.ts)
//   register  importing a made national register of companies, applying a day's diff, looking companies up (register/register-bench.ts)
//   chain   asking a store of a million links for the chains that lead from an order (chain/chain-bench.ts)
//   match   asking the server's /match, one query a request (match/match-bench.ts)
//   serve   orders that come to a serving process at a steady rate (serve/serve-bench.ts)
//   interface  what the interface costs in a browser: clearances by keys, a throttled visit, ten thousand rows (interface/interface-bench.ts)
//   names   reading names and comparing them, by script: our cases, and the sets that SEKISHO_DEV_DATA holds
import { execFileSync } from 'node:child_process';
import { chainBench } from './chain/chain-bench.ts';
import { editionsBench } from './editions.ts';
import { ftmBench } from './ftm/ftm-bench.ts';
import { interfaceBench } from './interface/interface-bench.ts';
import { listsBench } from './lists.ts';
import { matchBench } from './match/match-bench.ts';
import { lookBackBench } from './look-back.ts';
import { namesBench } from './names.ts';
import { registerBench } from './register/register-bench.ts';
import { serveBench } from './serve/serve-bench.ts';
import { searchBench } from './search/search-bench.ts';

const benches: Readonly<Record<string, () => Promise<object>>> = {
  lists: listsBench,
  ftm: ftmBench,
  search: searchBench,
  'look-back': lookBackBench,
  editions: editionsBench,
  chain: chainBench,
  interface: interfaceBench,
  match: matchBench,
  names: namesBench,
  register: registerBench,
  serve: serveBench,
};

const [name = 'lists'] = process.argv.slice(2);
const bench = benches[name];
if (!bench) {
  console.error(`no bench is called ${name}; there are: ${Object.keys(benches).join(', ')}`);
  process.exit(2);
}
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
console.log(JSON.stringify({ bench: name, commit, node: process.version, ...(await bench()) }, undefined, 2));
