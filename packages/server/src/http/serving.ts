// What every route works with: the parts of whoever asks, and how the product is served.
import type { Person } from '@sekisho/engine/model/person.ts';
import type { ProblemFacts } from '@sekisho/engine/model/problem.ts';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { RecordPlaces } from '../flows/checkpoint.ts';
import type { AnswerShapes } from './description.ts';
import type { DeliverySettings } from '../download/post-body.ts';
import type { Parts } from '../flows/parts.ts';
import type { ProviderSettings } from '../flows/people/provider-sign-in.ts';
import type { Tracer } from '../telemetry/tracer.ts';

/** A setting of the start, for whoever wants to know what is set. */
export interface ToldSetting {
  readonly name:
    | 'address'
    | 'data-folder'
    | 'database'
    | 'keys-folder'
    | 'witnesses'
    | 'sign-in-provider'
    | 'mail-server'
    | 'trusted-proxies'
    | 'requests-per-minute'
    | 'yente-at-root'
    | 'assistants'
    | 'update-token'
    | 'private-downloads'
    | 'private-webhooks'
    | 'outgoing-proxy'
    | 'traces';
  /** Empty: not set. Of a secret only whether it is. */
  readonly value: string;
  readonly from: 'option' | 'environment' | 'default';
  /** The option or the variable. */
  readonly by?: string;
}

export interface ServingSettings {
  /** The address that people and programs use, without a path: `https://sekisho.example`. */
  readonly publicUrl: string;
  /** Whom people may sign in by; absent: by passphrase alone. */
  readonly provider?: ProviderSettings;
  /** Whether people can get mail; absent: none is sent. */
  readonly sendsMail?: boolean;
  /** Proxies whose word on who asks is believed (`X-Forwarded-For`); absent: none. */
  readonly trustedProxies?: readonly string[];
  /** Requests of one key, person or address a minute. */
  readonly requestsPerMinute: number;
  /** Bytes of all files that are sent at once; absent: as many as the largest register has. */
  readonly largestUpload?: number;
  /** The built interface; absent: none is served. */
  readonly interfaceFolder?: string;
  /** What `/yente/…` answers stands at the root as well. */
  readonly yenteAtRoot: boolean;
  /** Whether assistants may ask (`POST /mcp`), and whether what they ask may be kept; absent: they may not. */
  readonly mcp?: 'read' | 'write';
  /** What is given with `POST /updatez`; absent: it is refused. */
  readonly updateToken?: string;
  /** What the server was started with; absent: nobody is told. */
  readonly toldSettings?: readonly ToldSetting[];
}

export interface Served {
  /** Of nobody: they may do nothing. A request's are in `request.acting`. */
  readonly parts: Parts;
  readonly settings: ServingSettings;
  readonly recordPlaces: RecordPlaces;
  /** Of the description of the API; those that are kept when not given. */
  readonly answerShapes?: AnswerShapes;
  /** How webhooks are told. */
  readonly delivery: DeliverySettings;
  /** A code and its facts as a sentence. */
  readonly say: (code: string, facts: ProblemFacts) => string;
  /** Absent: requests are not traced. */
  readonly tracer?: Tracer;
}

/** A server whose routes have the types of their schemas. */
export type Server = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

declare module 'fastify' {
  interface FastifyRequest {
    /** The parts of whoever asks. */
    acting: Parts;
    /** Who is signed in, with the token of the cookie; absent for a key. */
    session?: { readonly person: Person; readonly csrf: string; readonly token: string };
  }
  interface FastifyContextConfig {
    /** Its body may take as long as files do. */
    takesFiles?: true;
  }
}
