// A browser that comes back from an identity provider in, whoever an administrator bound to its word out, signed in.
import { Problem } from '@sekisho/engine/model/problem.ts';
import * as oidc from 'openid-client';
import type { RecordPlaces } from '../checkpoint.ts';
import type { Parts } from '../parts.ts';
import { permit } from '../permit.ts';
import { secretBox } from '../secrets-kept.ts';
import { openSession, type OpenSession } from './sign-in.ts';

export interface ProviderSettings {
  /** The address that the provider's description stands below. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What the browser keeps until it comes back, so that it is the same one: sealed, and of no use to anybody else. */
interface Begun {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly until: string;
}

const OWNER = 'provider-sign-in';
/** To type a passphrase at the provider. */
const BEGUN_MS = 10 * 60_000;
const ANSWER_SECONDS = 10;

/** One provider, whose description is fetched at the first use. */
export class IdentityProvider {
  readonly settings: ProviderSettings;
  readonly #returnUrl: string;
  #described: Promise<oidc.Configuration> | undefined;

  /** @param returnUrl where the provider sends browsers back to, as it is registered there. */
  constructor(settings: ProviderSettings, returnUrl: string) {
    this.settings = settings;
    this.#returnUrl = returnUrl;
  }

  /** Where the browser is sent, and what it keeps. @throws Problem `access.provider` when the provider does not answer. */
  async begin(parts: Parts, places: RecordPlaces): Promise<{ readonly url: string; readonly kept: string }> {
    const description = await this.#description();
    const verifier = oidc.randomPKCECodeVerifier();
    const until = new Date(Date.parse(parts.clock()) + BEGUN_MS).toISOString();
    const begun: Begun = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier, until };
    const url = oidc.buildAuthorizationUrl(description, {
      redirect_uri: this.#returnUrl,
      scope: 'openid',
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state: begun.state,
      nonce: begun.nonce,
    });
    return { url: url.href, kept: (await secretBox(parts, places)).seal(JSON.stringify(begun), OWNER) };
  }

  /**
   * @param query of the address that the browser came back to, as it stands there.
   * @throws Problem `access.provider` with the reason: another browser, too late, a word that is not the provider's; `access.unbound`
   *   for somebody who was not bound by an administrator, or may not work any more.
   */
  async end(query: string, kept: string, parts: Parts, places: RecordPlaces): Promise<OpenSession> {
    const { issuer } = this.settings;
    const begun = await begunIn(kept, parts, places);
    const description = await this.#description();
    const subject = await this.#subject(new URL(`${this.#returnUrl}?${query}`), begun, description);
    return parts.store.write(async (writer) => {
      const bound = await writer.secondFactors.boundSubject(issuer, subject);
      const person = bound && (await writer.accounts.person(bound.personId));
      if (!person || person.isDisabled) throw new Problem('access.unbound', { subject });
      return openSession(person, parts.clock(), writer);
    });
  }

  async #subject(url: URL, begun: Begun, description: oidc.Configuration): Promise<string> {
    try {
      const answer = await oidc.authorizationCodeGrant(description, url, {
        pkceCodeVerifier: begun.verifier,
        expectedState: begun.state,
        expectedNonce: begun.nonce,
        idTokenExpected: true,
      });
      const claims = answer.claims();
      if (claims) return claims.sub;
    } catch (error) {
      throw notProven((error as Error).message, error);
    }
    throw notProven('it says nothing of who it is');
  }

  async #description(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.settings;
    const url = new URL(issuer);
    this.#described ??= oidc.discovery(url, clientId, clientSecret, undefined, {
      timeout: ANSWER_SECONDS,
      // http is a provider on this machine: the settings refuse it elsewhere; the token's signature is held against the provider's keys, beside what TLS says of who sent it
      execute: [oidc.enableNonRepudiationChecks, ...(url.protocol === 'http:' ? [oidc.allowInsecureRequests] : [])],
    });
    try {
      return await this.#described;
    } catch (error) {
      this.#described = undefined; // asked again the next time
      throw notProven((error as Error).message, error);
    }
  }
}

/**
 * The provider's word for somebody; an earlier one for them ends.
 * @throws Problem `person.not-found`, `person.invalid` when the subject is somebody else's.
 */
export async function bindSubject(
  id: string,
  subject: string,
  { issuer }: ProviderSettings,
  parts: Parts,
): Promise<void> {
  permit(parts, 'person.manage');
  await parts.store.write(async (writer) => {
    const person = await writer.accounts.person(id);
    if (!person) throw new Problem('person.not-found', { person: id });
    const known = await writer.secondFactors.boundSubject(issuer, subject);
    if (known && known.personId !== id)
      throw new Problem('person.invalid', { person: person.name, reason: 'this subject is bound to somebody else' });
    await writer.secondFactors.bindSubject({ issuer, subject, personId: id });
    await writer.seal('subject-bound', id, { id, issuer, subject, by: parts.actor.name }, parts.clock());
  });
}

async function begunIn(kept: string, parts: Parts, places: RecordPlaces): Promise<Begun> {
  const box = await secretBox(parts, places);
  try {
    const begun = JSON.parse(box.open(kept, OWNER)) as Begun;
    if (parts.clock() <= begun.until) return begun;
  } catch (error) {
    throw notProven('signing in was begun in another browser', error);
  }
  throw notProven('signing in was begun too long ago');
}

function notProven(reason: string, cause?: unknown): Problem {
  return new Problem('access.provider', { reason }, { cause });
}
