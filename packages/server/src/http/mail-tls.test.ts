// Mails over TLS, from the first byte and from STARTTLS on: taken with a login nobody else saw; nothing is told to a server that cannot be trusted.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { sendMail } from '../download/send-mail.ts';
import { madeCertificate } from './testing/made-certificate.ts';
import { openSmtpListener, type SmtpListener, type SmtpTerms } from './testing/smtp-listener.ts';

/** Leads to the listener and is none of those that count as this machine. */
const ELSEWHERE = '0.0.0.0';
const mail = { id: 'job-1', to: 'abe@office.example', subject: 'one alert', text: 'one alert was raised\n' };
const login = { user: 'sekisho', pass: 'p@ss' };
const trusted = madeCertificate({ addresses: [ELSEWHERE, '127.0.0.1'] });
const ofAnotherName = madeCertificate({ addresses: ['192.0.2.1'] });
const ended = madeCertificate({ addresses: [ELSEWHERE], until: new Date(Date.now() - 3_600_000) });
const ofNobody = madeCertificate({ addresses: [ELSEWHERE] });
// as NODE_EXTRA_CA_CERTS does for a process that starts
setDefaultCACertificates([...getCACertificates('default'), ...[trusted, ofAnotherName, ended].map(({ cert }) => cert)]);

async function onListener(terms: SmtpTerms, run: (listener: SmtpListener) => Promise<void>): Promise<void> {
  const listener = await openSmtpListener(terms);
  try {
    await run(listener);
  } finally {
    await listener.stop();
  }
}

const send = ({ port }: SmtpListener, isTls: boolean) =>
  sendMail(mail, { host: ELSEWHERE, port, isTls, login, from: 'sekisho@office.example' });

for (const way of ['tls', 'starttls'] as const) {
  test(`${way}: a mail is taken with its login, and nothing of it stood on the wire before`, async () => {
    await onListener({ way, ...trusted }, async (listener) => {
      await send(listener, way === 'tls');
      const [taken, ...others] = listener.mails;
      assert.deepEqual([taken?.to, taken?.login, taken?.isEncrypted, others], [[mail.to], 'sekisho p@ss', true, []]);
      assert.match(taken?.text ?? '', /one alert was raised/);
    });
  });

  for (const [what, certificate, reason] of [
    ['that nobody vouches for', ofNobody, /SELF_SIGNED_CERT$/],
    ['of another name', ofAnotherName, /ERR_TLS_CERT_ALTNAME_INVALID$/],
    ['that has ended', ended, /CERT_HAS_EXPIRED$/],
  ] as const)
    test(`${way}: a server with a certificate ${what} is told nothing`, async () => {
      await onListener({ way, ...certificate }, async (listener) => {
        await assert.rejects(send(listener, way === 'tls'), failed(reason));
        assert.deepEqual(listener.mails, []);
        assert.deepEqual(
          listener.said.filter((line) => !/^(EHLO|STARTTLS|QUIT)/.test(line)),
          [],
        );
      });
    });

  test(`${way}: a login that is not taken is told by its code`, async () => {
    await onListener({ way, ...trusted, passphrase: 'another' }, async (listener) => {
      await assert.rejects(send(listener, way === 'tls'), failed(/^EAUTH 535$/));
      assert.deepEqual(listener.mails, []);
    });
  });
}

test('TLS from the first byte asked of a server that speaks none fails, and nothing is told', async () => {
  await onListener({}, async (listener) => {
    await assert.rejects(send(listener, true), failed(/ESOCKET|ETLS|ECONNECTION|ETIMEDOUT/));
    assert.deepEqual(listener.mails, []);
  });
});

const failed = (reason: RegExp) => (error: unknown) =>
  error instanceof Problem && error.code === 'mail.failed' && reason.test(String(error.facts['reason']));
