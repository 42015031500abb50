// A process that works until it is told to stop in, the moment it is told out.

/** The first signal stops in order; a second one ends the process at once, as it would have. */
export async function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}
