// For tests: what `customer-screening` is to make of evidence.
import type { SourceState } from '../model/edition.ts';
import type { Evidence } from '../model/evidence.ts';
import { sampleApplication } from '../../testing/sample-evidence.ts';
import { hit, path, raised, reported, type DecisionCase } from './decision-cases.ts';
import { freshSources } from '../../testing/fresh-sources.ts';

const lists = ['eu-fsf', 'jp-meti-eul', 'jp-mof', 'ofac-nonsdn', 'ofac-sdn', 'uk-sanctions', 'un-sc'];
const sources: readonly SourceState[] = freshSources(lists);
const customer: Partial<Evidence> = {
  application: { ...sampleApplication, policy: 'customer-screening' },
  confirmations: [],
  identifiers: [],
  sources,
};

export const customerCases: readonly DecisionCase[] = [
  { name: 'a customer like any other', changes: customer, expected: 'approve' },
  {
    name: 'a list that was not renewed',
    changes: {
      ...customer,
      sources: sources.map((source, place) => (place === 0 ? { ...source, state: 'STALE' } : source)),
    },
    expected: 'review source-not-fresh',
  },
  { name: 'a hit', changes: { ...customer, ...hit({}) }, expected: 'review hit-listed' },
  { name: 'a hit on a report', changes: { ...customer, ...hit(reported) }, expected: 'review hit-reported' },
  {
    name: 'a hit on an own list',
    changes: { ...customer, ...hit({ effects: ['internal-watch'] }) },
    expected: 'review hit-watched',
  },
  { name: 'a path', changes: { ...customer, paths: [path] }, expected: 'review path-to-listed' },
  { name: 'a high signal', changes: { ...customer, ...raised('CO-2 CONTACT H') }, expected: 'review signal-raised' },
  { name: 'a medium signal', changes: { ...customer, ...raised('CO-5 CONTACT M') }, expected: 'approve' },
];
