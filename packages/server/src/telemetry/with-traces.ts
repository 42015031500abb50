// The parts a process works with in, the same parts that tell their searches, writes and look-ups out, where it is traced.
import type { RegisterFiles } from '../store/registers/register-files.ts';
import type { Store } from '../store/store.ts';
import type { Searcher } from '../threads/searcher.ts';
import type { TracedService } from './otlp-tracer.ts';
import { inSpan, type Tracer, type TraceSettings } from './tracer.ts';

interface TracedParts {
  readonly store: Store;
  readonly searcher: Searcher;
  readonly registerFiles: RegisterFiles;
}

/**
 * Runs `work`, and sends what it left to tell when it has ended.
 * @param settings absent: nothing is traced, and nothing of OpenTelemetry is loaded.
 */
export async function withTraces<P extends TracedParts, T>(
  parts: P,
  settings: TraceSettings | undefined,
  service: TracedService,
  work: (parts: P, tracer?: Tracer) => Promise<T>,
): Promise<T> {
  if (!settings) return work(parts);
  const { otlpTracer } = await import('./otlp-tracer.ts');
  const tracer = otlpTracer(settings, service);
  try {
    return await work(tracedParts(parts, tracer), tracer);
  } finally {
    await tracer.close();
  }
}

function tracedParts<P extends TracedParts>(parts: P, tracer: Tracer): P {
  return {
    ...parts,
    store: tracedStore(parts.store, tracer),
    searcher: tracedSearcher(parts.searcher, tracer),
    registerFiles: tracedRegisters(parts.registerFiles, tracer),
  };
}

/** From when a write is asked for until it is on the disk. */
function tracedStore(store: Store, tracer: Tracer): Store {
  return withMethods<Store>(store, {
    write: (work) => inSpan(tracer.step('store write'), () => store.write(work)),
    heldBy: (lease) => tracedStore(store.heldBy(lease), tracer),
  });
}

function tracedSearcher(searcher: Searcher, tracer: Tracer): Searcher {
  return withMethods<Searcher>(searcher, {
    search: (index, subject, settings) =>
      inSpan(
        tracer.step('search', { 'sekisho.search.names': index.names }),
        () => searcher.search(index, subject, settings),
        ({ hits }) => ({ 'sekisho.search.hits': hits.length }),
      ),
  });
}

/** From when a register is opened until whoever asks has closed it. */
function tracedRegisters(files: RegisterFiles, tracer: Tracer): RegisterFiles {
  return withMethods<RegisterFiles>(files, {
    open: (edition, nameKeysVersion) => {
      const reader = files.open(edition, nameKeysVersion);
      const span = tracer.step('register look-up', { 'sekisho.register': edition.source });
      if (!span) return reader;
      return withMethods(reader, {
        close: () => {
          reader.close();
          span.end();
        },
      });
    },
  });
}

/** An object as it is, but for these of its methods. */
function withMethods<T extends object>(object: T, methods: Partial<T>): T {
  return new Proxy(object, {
    get: (target, name) => {
      if (Object.hasOwn(methods, name)) return methods[name as keyof T];
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
