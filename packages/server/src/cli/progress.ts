// A step and how far it is in, a bar on the terminal out: only on a terminal, and only for what lasts over a second.

const BAR_CHARS = 24;
const QUIET_MS = 1000;
const REDRAW_MS = 100;

export interface Progress {
  /** `detail`: what else there is to say of it, such as how much a second. */
  readonly report: (step: string, share: number, detail?: string) => void;
  /** Takes the bar away. */
  readonly clear: () => void;
}

export function progressOn(stream: NodeJS.WriteStream): Progress {
  let step = '';
  let startedAt = 0;
  let startShare = 0;
  let drawnAt = 0;
  const clear = () => {
    if (drawnAt !== 0) stream.write('\r\u001b[K');
    drawnAt = 0;
  };
  const report = (name: string, share: number, detail = '') => {
    const now = performance.now();
    if (name !== step) {
      clear();
      [step, startedAt, startShare] = [name, now, share];
    }
    if (!stream.isTTY || now - startedAt < QUIET_MS || now - drawnAt < REDRAW_MS) return;
    const done = Math.min(1, Math.max(0, share));
    const seconds = (now - startedAt) / 1000;
    // work that was gone on with did not begin at nothing
    const left = done <= startShare ? '' : `${String(Math.ceil((seconds / (done - startShare)) * (1 - done)))} s left`;
    const bar = '█'.repeat(Math.round(done * BAR_CHARS)).padEnd(BAR_CHARS, '░');
    stream.write(
      `\r\u001b[K${bar} ${String(Math.floor(done * 100)).padStart(3)} %  ${[name, detail, left].filter((text) => text !== '').join('  ')}`,
    );
    drawnAt = now;
  };
  return { report, clear };
}
