import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseApplication } from '@sekisho/engine/model/application.ts';
import { applicationOf, contentKey, emptyOrder, emptyParty } from './order-form.ts';

const order = {
  ...emptyOrder('W-1', '2016-11-14'),
  policy: 'jp-only-edition',
  product: 'Kabura Endpoint Security, Japan edition',
  parties: [
    { ...emptyParty('buyer', 'Company'), name: ' 株式会社日和見 ', number: '5900007000030', country: 'jp' },
    { ...emptyParty('instructing-person', 'Person'), name: 'リュウ ガキン', birthDate: '1980-01-02', number: '1' },
  ],
};

test('a filled form is an application that the engine takes, without empty fields', () => {
  const application = applicationOf({ ...order, answers: { resale: 'no', owners: ' ' } });
  assert.deepEqual(parseApplication(application), application);
  assert.deepEqual(
    application.parties.map(({ names, identifiers }) => [names[0]?.text, identifiers?.[0]]),
    [
      ['株式会社日和見', { type: 'jp-corporate-number', value: '5900007000030' }],
      ['リュウ ガキン', undefined], // a person has no company number
    ],
  );
  assert.deepEqual(application.answers, [{ question: 'resale', answer: 'no' }]);
  assert.equal(application.payment, undefined);
});

test('a quantity that is no number is not sent as one', () => {
  assert.equal(applicationOf({ ...order, quantity: 'two' }).product.quantity, undefined);
  assert.equal(applicationOf({ ...order, quantity: '2' }).product.quantity, 2);
});

test('an order that is changed is another request, also one of the same length', () => {
  assert.equal(contentKey({ ...order }), contentKey(order));
  assert.notEqual(contentKey({ ...order, quantity: '2' }), contentKey({ ...order, quantity: '3' }));
});
