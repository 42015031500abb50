// For tests of signing in: a small OpenID provider over real HTTP that signs real tokens, and lies where a test asks it to.
import { createHash, createSign, generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TestProvider {
  readonly issuer: string;
  /** Who says yes at the provider. */
  subject: string;
  /** Claims that are said in place of the right ones. */
  lies: Readonly<Record<string, unknown>>;
  /** Signs with a key that it does not publish. */
  usesOtherKey: boolean;
  close(): void;
}

export const CLIENT = { clientId: 'sekisho', clientSecret: 'a secret of the client' };
const KEY_ID = 'k1';

export async function openIdentityProvider(): Promise<TestProvider> {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const codes = new Map<string, URLSearchParams>();
  const state = { subject: 's-1', lies: {}, usesOtherKey: false };
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '', issuer);
    const json = (status: number, value: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    if (url.pathname === '/.well-known/openid-configuration')
      json(200, {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        code_challenge_methods_supported: ['S256'],
      });
    else if (url.pathname === '/keys')
      json(200, { keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: KEY_ID, alg: 'RS256', use: 'sig' }] });
    else if (url.pathname === '/authorize') {
      const code = randomUUID();
      codes.set(code, url.searchParams);
      const back = new URL(url.searchParams.get('redirect_uri') ?? '');
      back.searchParams.set('code', code);
      back.searchParams.set('state', url.searchParams.get('state') ?? '');
      response.writeHead(302, { location: back.href }).end();
    } else if (url.pathname === '/token') {
      const chunks = await Array.fromAsync(request);
      const form = new URLSearchParams(Buffer.concat(chunks as Buffer[]).toString());
      const asked = codes.get(form.get('code') ?? '');
      codes.delete(form.get('code') ?? ''); // a code works once
      const challenge = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url');
      if (!asked || asked.get('code_challenge') !== challenge || form.get('client_secret') !== CLIENT.clientSecret)
        return void json(400, { error: 'invalid_grant' });
      const now = Math.floor(Date.now() / 1000);
      const claims = {
        iss: issuer,
        aud: CLIENT.clientId,
        sub: state.subject,
        nonce: asked.get('nonce'),
        iat: now,
        exp: now + 60,
        ...state.lies,
      };
      const key = state.usesOtherKey ? other.privateKey : keys.privateKey;
      json(200, { access_token: 'a', token_type: 'Bearer', expires_in: 60, id_token: signedToken(claims, key) });
    } else json(404, {});
  };
  return Object.assign(state, { issuer, close: () => void server.close() });
}

function signedToken(claims: object, key: KeyObject): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg: 'RS256', kid: KEY_ID, typ: 'JWT' })}.${part(claims)}`;
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key, 'base64url')}`;
}
