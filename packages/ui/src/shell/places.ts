// The screens in the order of a day's work: address, name, drawing, what somebody must be allowed to do there.
import type { Act } from '@sekisho/engine/model/person.ts';
import type { TextId } from '../language/languages.ts';

export interface Place {
  readonly path: string;
  readonly text: TextId;
  readonly icon:
    | 'queue'
    | 'screen'
    | 'table'
    | 'orders'
    | 'plus'
    | 'alert'
    | 'incident'
    | 'lists'
    | 'policy'
    | 'record'
    | 'keep'
    | 'people'
    | 'send'
    | 'settings';
  readonly act: Act;
}

export const places: readonly Place[] = [
  { path: '/', text: 'ui.place.queue', icon: 'queue', act: 'case.read' },
  { path: '/apply', text: 'ui.place.apply', icon: 'plus', act: 'application.submit' },
  { path: '/orders', text: 'ui.place.orders', icon: 'orders', act: 'application.follow' },
  { path: '/screen', text: 'ui.place.screen', icon: 'screen', act: 'name.screen' },
  { path: '/batches', text: 'ui.place.batches', icon: 'table', act: 'name.screen' },
  { path: '/alerts', text: 'ui.place.alerts', icon: 'alert', act: 'alert.read' },
  { path: '/incidents', text: 'ui.place.incidents', icon: 'incident', act: 'incident.read' },
  { path: '/sources', text: 'ui.place.sources', icon: 'lists', act: 'source.read' },
  { path: '/policies', text: 'ui.place.policies', icon: 'policy', act: 'policy.read' },
  { path: '/record', text: 'ui.place.record', icon: 'record', act: 'record.read' },
  { path: '/retention', text: 'ui.place.retention', icon: 'keep', act: 'retention.read' },
  { path: '/people', text: 'ui.place.people', icon: 'people', act: 'person.manage' },
  { path: '/webhooks', text: 'ui.place.webhooks', icon: 'send', act: 'webhook.manage' },
  { path: '/settings', text: 'ui.place.settings', icon: 'settings', act: 'settings.read' },
];
