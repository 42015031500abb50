// For tests: ids of lists in, each as a required source that was renewed today out.
import type { SourceState } from '../src/model/edition.ts';

export function freshSources(sources: readonly string[]): readonly SourceState[] {
  return sources.map((source) => ({
    source,
    kind: 'list',
    state: 'FRESH',
    required: true,
    editionId: `e-${source}`,
    publishedOn: '2026-11-01',
    confirmedCurrentOn: '2026-11-02',
    ageDays: 0,
    maxAgeDays: 7,
    complete: true,
  }));
}
