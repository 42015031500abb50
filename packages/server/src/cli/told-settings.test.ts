// Where each setting comes from, and that no secret is among what is told.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSettings } from '../settings.ts';
import { toldSettings } from './told-settings.ts';

test('a setting says whether it comes from an option, the environment or neither, and tells no secret', () => {
  const environment = {
    DATABASE_URL: 'postgres://sekisho:open-sesame@db.example:5432/vetting',
    HTTPS_PROXY: 'http://somebody:open-sesame@proxy.example:3128',
    SEKISHO_UPDATE_TOKEN: 'open-sesame',
    OTEL_EXPORTER_OTLP_ENDPOINT: 'https://somebody:open-sesame@collector.example/otlp/',
    SEKISHO_SMTP_URL: 'smtps://somebody:open-sesame@mail.example',
    SEKISHO_MAIL_FROM: 'sekisho@office.example',
  };
  const serving = {
    publicUrl: 'https://sekisho.example',
    requestsPerMinute: 6000,
    yenteAtRoot: false,
    updateToken: 'open-sesame',
  };
  const given = new Set(['url']);
  const told = toldSettings(serving, readSettings({}, environment), environment, {
    getOptionValueSourceWithGlobals: (option: string) => (given.has(option) ? 'cli' : 'default'),
  });
  const settingOf = (wanted: string) => told.find(({ name }) => name === wanted);
  assert.deepEqual(settingOf('address'), {
    name: 'address',
    value: 'https://sekisho.example',
    from: 'option',
    by: '--url',
  });
  assert.deepEqual(settingOf('database'), {
    name: 'database',
    value: 'PostgreSQL, db.example:5432/vetting',
    from: 'environment',
    by: 'DATABASE_URL',
  });
  assert.deepEqual(settingOf('traces'), {
    name: 'traces',
    value: 'https://collector.example',
    from: 'environment',
    by: 'OTEL_EXPORTER_OTLP_ENDPOINT',
  });
  assert.deepEqual(settingOf('mail-server'), {
    name: 'mail-server',
    value: 'mail.example:465',
    from: 'environment',
    by: 'SEKISHO_SMTP_URL',
  });
  assert.deepEqual(settingOf('requests-per-minute'), { name: 'requests-per-minute', value: '6000', from: 'default' });
  assert.deepEqual(settingOf('witnesses'), { name: 'witnesses', value: '', from: 'default' });
  assert.doesNotMatch(JSON.stringify(told), /open-sesame|somebody/);
});
