// Every route of the API with every duty: who may not is refused, who may is not; a route that is in no row here fails the test.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { duties, mayAct, type Act } from '@sekisho/engine/model/person.ts';
import { openServedFolder, type ServedFolder } from './testing/served-folder.ts';

/** `open`: for everybody; `signed-in`: for whoever has said who they are. */
type Needs = Act | 'open' | 'signed-in';

const reason = 'a reason of some length';
const order = {
  id: 'A-1',
  policy: 'jp-only-edition',
  receivedOn: '2016-11-14',
  product: { id: 'x' },
  parties: [party()],
};

const matrix: Readonly<Record<string, readonly [Needs, body?: unknown]>> = {
  'POST /v1/session': ['open', { name: 'nobody', passphrase: 'a wrong passphrase' }],
  'GET /v1/session': ['open'],
  'DELETE /v1/session': ['open'],
  'POST /v1/invitations/accept': ['open', { token: 'x', passphrase: 'a passphrase of length' }],
  'GET /v1/session/means': ['open'],
  'GET /v1/session/provider': ['open'],
  'GET /v1/session/provider/return': ['open'],
  'POST /v1/session/second-factor': ['open'],
  'POST /v1/session/second-factor/confirmations': ['open', { code: '123456' }],
  'POST /v1/session/second-factor/removals': ['open', { code: '123456' }],
  'PATCH /v1/session/person': ['open', { language: 'ja' }],
  'POST /v1/applications': ['application.submit', order],
  'GET /v1/applications': ['application.follow'],
  'GET /v1/applications/{id}': ['application.read'],
  'GET /v1/applications/{id}/status': ['application.follow'],
  'GET /v1/applications/{id}/letter': ['application.follow'],
  'POST /v1/applications/{id}/withdrawals': ['case.decide', { reason }],
  'POST /v1/batches': ['name.screen'],
  'GET /v1/batches': ['name.screen'],
  'GET /v1/batches/{id}': ['name.screen'],
  'DELETE /v1/batches/{id}': ['name.screen'],
  'POST /v1/batches/{id}/screenings': ['name.screen', {}],
  'GET /v1/batches/{id}/rows': ['name.screen'],
  'GET /v1/batches/{id}/results': ['name.screen'],
  'GET /v1/batches/{id}/rejected': ['name.screen'],
  'GET /v1/cases': ['case.read'],
  'GET /v1/case-ages': ['case.read'],
  'GET /v1/cases/{id}': ['case.read'],
  'POST /v1/cases/{id}/views': ['case.read', { reason }],
  'POST /v1/cases/assignments': ['case.work', { cases: ['nowhere'], to: '' }],
  'POST /v1/cases/{id}/notes': ['case.work', { kind: 'commented', text: 'a word' }],
  'POST /v1/cases/{id}/dispositions': [
    'case.work',
    { party: 'p', entityId: 'e', verdict: 'false-positive', ground: 'other-name', reason },
  ],
  'GET /v1/cases/{id}/documents': ['case.read'],
  'POST /v1/cases/{id}/documents': ['case.work'],
  'GET /v1/cases/{id}/documents/{sha256}': ['case.read'],
  'POST /v1/cases/{id}/decisions': ['case.decide', { outcome: 'REFUSE', reason }],
  'POST /v1/cases/{id}/confirmations': ['case.confirm', { reason }],
  'POST /v1/cases/{id}/rejections': ['case.decide', { reason }],
  'GET /v1/checks/number': ['register.look-up'],
  'GET /v1/checks/name': ['register.look-up'],
  'GET /v1/companies': ['register.look-up'],
  'GET /v1/companies/at': ['register.look-up'],
  'GET /v1/events': ['case.read'],
  'GET /v1/incidents': ['incident.read'],
  'POST /v1/incidents': ['incident.import'],
  'GET /v1/incidents/{id}': ['incident.read'],
  'POST /v1/incidents/{id}/views': ['incident.read', { reason }],
  'POST /v1/incidents/{id}/claims': [
    'incident.import',
    { name: 'X', status: 'SUSPECTED', authority: 'a', reportedBy: 'b' },
  ],
  'GET /v1/jobs': ['job.read'],
  'GET /v1/jobs/{id}': ['job.read'],
  'GET /v1/jobs/{id}/events': ['job.read'],
  'POST /v1/jobs/{id}/retries': ['job.manage'],
  'GET /v1/keys': ['person.manage'],
  'POST /v1/keys': ['person.manage', { name: 'k', duties: ['service'] }],
  'DELETE /v1/keys/{id}': ['person.manage'],
  'GET /v1/alerts': ['alert.read'],
  'GET /v1/alert-counts': ['alert.read'],
  'GET /v1/look-backs': ['alert.read'],
  'POST /v1/look-backs': ['look-back.run'],
  'GET /v1/people': ['person.read'],
  'POST /v1/people': ['person.manage', { name: 'New', duties: ['analyst'] }],
  'PATCH /v1/people/{id}': ['person.manage', { isDisabled: true }],
  'POST /v1/people/{id}/invitations': ['person.manage'],
  'DELETE /v1/people/{id}/second-factor': ['person.manage'],
  'PUT /v1/people/{id}/subject': ['person.manage', { subject: 's' }],
  'GET /v1/policies': ['policy.list'],
  'GET /v1/policies/{id}': ['policy.read'],
  'POST /v1/policies': ['policy.change', { text: 'x' }],
  'POST /v1/policies/checks': ['policy.read', { text: 'x' }],
  'GET /v1/policies/{id}/versions': ['policy.read'],
  'GET /v1/policies/{id}/versions/{sha256}': ['policy.read'],
  'POST /v1/policies/{id}/activations': ['policy.change', { sha256: '0'.repeat(64), reason }],
  'POST /v1/policies/{id}/diff': ['policy.read', { text: 'x' }],
  'POST /v1/policies/{id}/trial': ['policy.read', { text: 'x' }],
  'POST /v1/cases/{id}/exports': ['record.export', { reason }],
  'GET /v1/record': ['record.read'],
  'GET /v1/record/entries': ['record.read'],
  'GET /v1/record/entries/{sequence}': ['record.read'],
  'POST /v1/record/entries/{sequence}/views': ['record.read', { reason }],
  'GET /v1/record/entries/{sequence}/proof': ['record.read'],
  'GET /v1/record/latest': ['record.read'],
  'GET /v1/record/verification': ['record.read'],
  'POST /v1/record/exports': ['record.export', { reason }],
  'GET /v1/cases/{id}/retention': ['retention.read'],
  'PUT /v1/cases/{id}/restriction': ['case.restrict', { isSet: true, reason }],
  'PUT /v1/cases/{id}/hold': ['case.hold', { isSet: true, reason }],
  'POST /v1/cases/{id}/erasures': ['case.erase', { reason }],
  'GET /v1/retention': ['retention.read'],
  'POST /v1/retention/runs': ['case.erase', { reason }],
  'POST /v1/subject-access/searches': ['person.export', { name: 'Chen' }],
  'POST /v1/subject-access/exports': ['person.export', { name: 'Chen', reason }],
  'GET /v1/report': ['report.read'],
  'POST /v1/screenings': ['name.screen', { name: 'Chen' }],
  'GET /v1/settings': ['settings.read'],
  'PATCH /v1/settings': ['settings.change', { name: 'session.hours', value: 8, reason }],
  'GET /v1/status': ['source.read'],
  'GET /v1/sources/{id}/editions': ['source.read'],
  'GET /v1/sources/{id}/delta': ['source.read'],
  'POST /v1/sources/{id}/imports': ['source.import'],
  'GET /v1/webhooks': ['webhook.manage'],
  'POST /v1/webhooks': [
    'webhook.manage',
    { name: 'shop', url: 'https://hooks.example/sekisho', events: ['case.moved'] },
  ],
  'PATCH /v1/webhooks/{id}': ['webhook.manage', { isDisabled: true }],
  'DELETE /v1/webhooks/{id}': ['webhook.manage'],
  'GET /v1/webhooks/{id}/deliveries': ['webhook.manage'],
  'POST /v1/webhooks/{id}/deliveries/{delivery}/redeliveries': ['webhook.manage'],
};

/** What an address needs to be right. */
const queries: Readonly<Record<string, string>> = {
  '/v1/batches': '?file=names.csv',
  '/v1/checks/number': '?value=1',
  '/v1/checks/name': '?name=Chen',
  '/v1/companies': '?text=Chen',
  '/v1/companies/at': '?phone=%2B81312345678',
  '/v1/sources/{id}/delta': '?from=2016-01-01&to=2016-02-01',
};

let served: ServedFolder;
before(async () => {
  served = await openServedFolder();
});
after(() => served.dispose());

test('the rows are the routes of the API', async () => {
  await served.server.ready();
  const { paths = {} } = served.server.swagger();
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods ?? {}).map((method) => `${method.toUpperCase()} ${path}`),
  );
  assert.deepEqual(routes.toSorted(), Object.keys(matrix).toSorted());
});

for (const [route, [needs, body]] of Object.entries(matrix).filter(([name]) => name !== 'GET /v1/events'))
  test(`${route} needs ${needs}`, async () => {
    const [method = '', path = ''] = route.split(' ');
    const address =
      path
        .replace('{id}', 'nowhere')
        .replace('{sequence}', '1')
        .replace('{delivery}', 'nothing')
        .replace('{sha256}', '0'.repeat(64)) + (queries[path] ?? '');
    if (needs !== 'open') {
      const unknown = await served.ask([], `${method} ${address}`, body);
      assert.equal(unknown.status, 401, unknown.text);
    }
    for (const duty of duties) {
      const answer = await served.ask([duty], `${method} ${address}`, body);
      const may = needs === 'open' || needs === 'signed-in' || mayAct({ duties: [duty] }, needs);
      assert.ok(answer.status < 500, `${duty}: ${answer.text}`);
      if (needs !== 'open')
        assert.equal(answer.status !== 403, may, `${duty}: ${String(answer.status)} ${answer.text}`);
    }
  });

function party() {
  return { id: 'buyer', roles: ['buyer'], schema: 'Company', names: [{ text: 'Sakura' }] };
}
