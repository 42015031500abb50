// An address behind the # in, its screen out; what is not needed first is loaded when somebody goes there.
import { createHashRouter, Outlet, type RouteObject } from 'react-router';
import { OutboxProvider } from './outbox.tsx';
import { QueueScreen } from './screens/queue/queue-screen.tsx';
import { Welcome } from './entrance/welcome.tsx';
import { Broken } from './shell/broken.tsx';
import { Shell } from './shell/shell.tsx';
import { SignedIn } from './session.tsx';

const screens: RouteObject[] = [
  { index: true, element: <QueueScreen /> },
  {
    path: 'cases/:caseId',
    lazy: { Component: async () => (await import('./screens/case/case-screen.tsx')).CaseScreen },
  },
  { path: 'screen', lazy: { Component: async () => (await import('./screens/screening-screen.tsx')).ScreeningScreen } },
  { path: 'orders', lazy: { Component: async () => (await import('./screens/orders-screen.tsx')).OrdersScreen } },
  {
    path: 'orders/:orderId',
    lazy: { Component: async () => (await import('./screens/orders-screen.tsx')).OrdersScreen },
  },
  {
    path: 'batches',
    lazy: { Component: async () => (await import('./screens/batch/batches-screen.tsx')).BatchesScreen },
  },
  {
    path: 'batches/:batchId',
    lazy: { Component: async () => (await import('./screens/batch/batch-screen.tsx')).BatchScreen },
  },
  { path: 'apply', lazy: { Component: async () => (await import('./screens/apply/apply-screen.tsx')).ApplyScreen } },
  {
    path: 'sources',
    lazy: { Component: async () => (await import('./screens/sources/sources-screen.tsx')).SourcesScreen },
  },
  { path: 'alerts', lazy: { Component: async () => (await import('./screens/alerts-screen.tsx')).AlertsScreen } },
  {
    path: 'incidents',
    lazy: { Component: async () => (await import('./screens/incidents/incidents-screen.tsx')).IncidentsScreen },
  },
  {
    path: 'incidents/:incidentId',
    lazy: { Component: async () => (await import('./screens/incidents/incident-screen.tsx')).IncidentScreen },
  },
  {
    path: 'policies',
    lazy: { Component: async () => (await import('./screens/policies/policies-screen.tsx')).PoliciesScreen },
  },
  {
    path: 'policies/:policyId',
    lazy: { Component: async () => (await import('./screens/policies/policies-screen.tsx')).PoliciesScreen },
  },
  {
    path: 'record',
    lazy: { Component: async () => (await import('./screens/record/record-screen.tsx')).RecordScreen },
  },
  {
    path: 'retention',
    lazy: { Component: async () => (await import('./screens/retention/retention-screen.tsx')).RetentionScreen },
  },
  { path: 'account', lazy: { Component: async () => (await import('./screens/account-screen.tsx')).AccountScreen } },
  { path: 'webhooks', lazy: { Component: async () => (await import('./screens/webhooks-screen.tsx')).WebhooksScreen } },
  { path: 'settings', lazy: { Component: async () => (await import('./screens/settings-screen.tsx')).SettingsScreen } },
  { path: 'people', lazy: { Component: async () => (await import('./screens/people-screen.tsx')).PeopleScreen } },
];

export const router = createHashRouter([
  { path: '/welcome', element: <Welcome />, errorElement: <Broken /> },
  {
    path: '/',
    element: (
      <OutboxProvider>
        <SignedIn>
          <Shell>
            <Outlet />
          </Shell>
        </SignedIn>
      </OutboxProvider>
    ),
    errorElement: <Broken />,
    children: [{ errorElement: <Broken />, children: screens }],
  },
]);
