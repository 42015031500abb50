// What is done in, spans that tell how long each step took out: to whoever traces. Who does not loads nothing and pays nothing.
import { Problem } from '@sekisho/engine/model/problem.ts';

/** Where spans are sent, and under which name. */
export interface TraceSettings {
  /** `https://collector.example/v1/traces`: takes OTLP as JSON. */
  readonly url: string;
  readonly serviceName: string;
  /** How long one batch may take, all tries together, milliseconds; absent: 5,000. */
  readonly sendMs?: number;
}

/**
 * All that a span may say beside its name and times. No name, number or address of a person, a company or an order has a
 * place here, and no message of an error.
 */
export interface SpanFacts {
  readonly 'http.request.method'?: string;
  /** With the names of parameters, never their values: `/v1/cases/:id`. */
  readonly 'http.route'?: string;
  readonly 'http.response.status_code'?: number;
  /** Names of all entities that were searched. */
  readonly 'sekisho.search.names'?: number;
  readonly 'sekisho.search.hits'?: number;
  /** A source, like `jp-nta`. */
  readonly 'sekisho.register'?: string;
  readonly 'sekisho.job.kind'?: string;
}

export interface Span {
  /** Spans that begin in `work`, and in what it waits for, are below this one. */
  around<T>(work: () => T): T;
  /** @param failure a code of a problem, or a status; absent: it went well. */
  end(facts?: SpanFacts, failure?: string): void;
}

export interface Tracer {
  /** What this process is asked: below the span that the asker's `traceparent` names, if any. */
  request(method: string, traceparent: string | undefined): Span & { named(route: string): void };
  /** What this process does by itself. */
  job(kind: string): Span;
  /** A step of what is under way; undefined where nothing is: then it is not told. */
  step(name: 'search' | 'store write' | 'register look-up', facts?: SpanFacts): Span | undefined;
  /** Sends what is left, as long as it may take. Never throws. */
  close(): Promise<void>;
}

/** `work` within a span, which ends with it and has the code of its problem. */
export async function inSpan<T>(
  span: Span | undefined,
  work: () => Promise<T>,
  factsOf?: (result: T) => SpanFacts,
): Promise<T> {
  if (!span) return work();
  try {
    const result = await span.around(work);
    span.end(factsOf?.(result));
    return result;
  } catch (error) {
    span.end({}, error instanceof Problem ? error.code : 'internal');
    throw error;
  }
}
