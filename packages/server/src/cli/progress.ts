// A step and how far it is in, a bar on the terminal out: only on a terminal, and only for what lasts over a second.

const BAR_CHARS = 24;
const QUIET_MS = 1000;
const REDRAW_MS = 100;

export interface Progress {
  readonly report: (step: string, share: number) => void;
  /** Takes the bar away. */
  readonly clear: () => void;
}

export function progressOn(stream: NodeJS.WriteStream): Progress {
  let step = '';
  let startedAt = 0;
  let drawnAt = 0;
  const clear = () => {
    if (drawnAt !== 0) stream.write('\r\u001b[K');
    drawnAt = 0;
  };
  const report = (name: string, share: number) => {
    const now = performance.now();
    if (name !== step) {
      clear();
      [step, startedAt] = [name, now];
    }
    if (!stream.isTTY || now - startedAt < QUIET_MS || now - drawnAt < REDRAW_MS) return;
    const done = Math.min(1, Math.max(0, share));
    const seconds = (now - startedAt) / 1000;
    const left = done === 0 ? '' : `${String(Math.ceil(seconds / done - seconds))} s left`;
    const bar = '█'.repeat(Math.round(done * BAR_CHARS)).padEnd(BAR_CHARS, '░');
    stream.write(`\r\u001b[K${bar} ${String(Math.floor(done * 100)).padStart(3)} %  ${name}  ${left}`);
    drawnAt = now;
  };
  return { report, clear };
}
