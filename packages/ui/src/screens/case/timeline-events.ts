// Notes, steps and alerts of a case in, one row of events out, the newest first.
import type { CaseNote } from '@sekisho/engine/model/case-note.ts';
import type { Alert, CaseStep } from '@sekisho/engine/model/decision.ts';
import type { CaseFile } from '../../answers.ts';

export type CaseEvent =
  | { readonly at: string; readonly what: 'note'; readonly note: CaseNote }
  | { readonly at: string; readonly what: 'step'; readonly step: CaseStep }
  | { readonly at: string; readonly what: 'alert'; readonly alert: Alert };

export function timelineEvents({ notes, steps, alerts }: CaseFile): readonly CaseEvent[] {
  const events: CaseEvent[] = [
    ...notes.map((note) => ({ at: note.at, what: 'note' as const, note })),
    ...steps.map((step) => ({ at: step.at, what: 'step' as const, step })),
    ...alerts.map((alert) => ({ at: alert.raisedAt, what: 'alert' as const, alert })),
  ];
  return events.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}
