// A view's name and the address's search in, what the server is asked for out.
import { outcomes } from '@sekisho/engine/model/decision.ts';
import type { CaseFilter } from '../../answers.ts';
import type { TextId } from '../../language/languages.ts';

export interface QueueView {
  readonly id: string;
  readonly text: TextId;
  readonly filter: (person: string) => CaseFilter;
}

/** In the order of a morning: what somebody has to look at, what waits for a second person, what is late. */
export const queueViews: readonly QueueView[] = [
  { id: 'hold', text: 'ui.queue.view.hold', filter: () => ({ state: 'HOLD' }) },
  { id: 'mine', text: 'ui.queue.view.mine', filter: (person) => ({ assignee: person }) },
  { id: 'second', text: 'ui.queue.view.second', filter: () => ({ waiting: true }) },
  { id: 'overdue', text: 'ui.queue.view.overdue', filter: () => ({ overdue: true }) },
  { id: 'asked', text: 'ui.queue.view.asked', filter: () => ({ state: 'NEED_INFORMATION' }) },
  { id: 'all', text: 'ui.queue.view.all', filter: () => ({}) },
];

export function filterOf(search: URLSearchParams, person: string): CaseFilter {
  const view = queueViews.find(({ id }) => id === search.get('view')) ?? queueViews[0];
  const given = (name: string) => search.get(name) ?? undefined;
  const [text, policy] = [given('q'), given('policy')];
  const proposed = outcomes.find((outcome) => outcome === given('proposed'));
  return {
    ...view?.filter(person),
    ...(text !== undefined && { text }),
    ...(policy !== undefined && { policy }),
    ...(proposed !== undefined && { proposed }),
  };
}
