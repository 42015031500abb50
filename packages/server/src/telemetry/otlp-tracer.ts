// Spans in, sent to an OpenTelemetry collector in batches out; while it does not answer, spans are dropped and nothing waits.
import { AsyncLocalStorage } from 'node:async_hooks';
import {
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  isSpanContextValid,
  trace,
  type Context,
  type Span as SentSpan,
  type SpanOptions,
  type Tracer as SendingTracer,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { defaultResource, resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor, type SpanExporter } from '@opentelemetry/sdk-trace-base';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { Span, SpanFacts, Tracer, TraceSettings } from './tracer.ts';

export interface TracedService {
  readonly version: string;
  /** Is told when the collector does not answer, and again only after it has answered. */
  readonly onWarning?: ((problem: Problem) => void) | undefined;
}

/** A batch that has not been taken by then is dropped. */
const SEND_MS = 5000;
/** Of an export, as the SDK numbers outcomes. */
const SUCCESS = 0;

export function otlpTracer(settings: TraceSettings, service: TracedService): Tracer {
  const { url, serviceName, sendMs = SEND_MS } = settings;
  const exporter = telling(new OTLPTraceExporter({ url, timeoutMillis: sendMs }), url, service);
  const provider = new BasicTracerProvider({
    resource: defaultResource().merge(
      resourceFromAttributes({ 'service.name': serviceName, 'service.version': service.version }),
    ),
    spanProcessors: [new BatchSpanProcessor(exporter, { exportTimeoutMillis: sendMs })], // its queue is bounded
  });
  return new OtlpTracer(provider.getTracer('sekisho'), () => provider.shutdown());
}

class OtlpTracer implements Tracer {
  readonly #sending: SendingTracer;
  readonly #shutdown: () => Promise<void>;
  readonly #underWay = new AsyncLocalStorage<Context>();

  constructor(sending: SendingTracer, shutdown: () => Promise<void>) {
    this.#sending = sending;
    this.#shutdown = shutdown;
  }

  request(method: string, traceparent: string | undefined): Span & { named(route: string): void } {
    const told = { kind: SpanKind.SERVER, attributes: { 'http.request.method': method } };
    const { span, sent } = this.#begin(method, told, askersContext(traceparent));
    return { ...span, named: (route) => void sent.updateName(`${method} ${route}`) };
  }

  job(kind: string): Span {
    const told = { kind: SpanKind.CONSUMER, attributes: { 'sekisho.job.kind': kind } };
    return this.#begin(`job ${kind}`, told, ROOT_CONTEXT).span;
  }

  step(name: string, facts: SpanFacts = {}): Span | undefined {
    const above = this.#underWay.getStore();
    return above && this.#begin(name, { attributes: { ...facts } }, above).span;
  }

  async close(): Promise<void> {
    await this.#shutdown().catch(() => undefined); // whoever listens was told why
  }

  #begin(name: string, options: SpanOptions, above: Context): { readonly span: Span; readonly sent: SentSpan } {
    const sent = this.#sending.startSpan(name, options, above);
    const here = trace.setSpan(above, sent);
    const end = (facts: SpanFacts = {}, failure?: string) => {
      sent.setAttributes({ ...facts });
      if (failure !== undefined) sent.setAttribute('error.type', failure).setStatus({ code: SpanStatusCode.ERROR });
      sent.end();
    };
    return { sent, span: { end, around: (work) => this.#underWay.run(here, work) } };
  }
}

/** https://www.w3.org/TR/trace-context/#traceparent-header: later versions may add fields, `ff` is none. */
const TRACEPARENT = /^(?!ff)[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(?:$|-)/;

function askersContext(traceparent = ''): Context {
  const [, traceId = '', spanId = '', flags = ''] = TRACEPARENT.exec(traceparent) ?? [];
  const asker = { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1, isRemote: true };
  return isSpanContextValid(asker) ? trace.setSpanContext(ROOT_CONTEXT, asker) : ROOT_CONTEXT;
}

/** Tells, once, that batches are not taken. */
function telling(exporter: SpanExporter, url: string, { onWarning }: TracedService): SpanExporter {
  let isTold = false;
  return {
    export: (spans, whenDone) => {
      exporter.export(spans, (result) => {
        const { code, error } = result;
        const isTaken = Number(code) === SUCCESS;
        if (!isTaken && !isTold)
          onWarning?.(
            new Problem(
              'trace.unreachable',
              { url: new URL(url).origin, reason: error?.message ?? '' },
              { cause: error },
            ),
          );
        isTold = !isTaken;
        whenDone(result);
      });
    },
    forceFlush: async () => exporter.forceFlush?.(),
    shutdown: () => exporter.shutdown(),
  };
}
