// Two paths in, whether one lies inside the other out: links followed, also for a folder that is not there yet.
import { realpathSync } from 'node:fs';
import path from 'node:path';

/** Whether `inner` is `outer` or lies below it. */
export function liesInside(inner: string, outer: string): boolean {
  const way = path.relative(realPathOf(outer), realPathOf(inner));
  return way === '' || !(way === '..' || way.startsWith(`..${path.sep}`) || path.isAbsolute(way));
}

/** The real path of what exists of it, and the rest as written. */
function realPathOf(place: string): string {
  const absolute = path.resolve(place);
  try {
    return realpathSync.native(absolute);
  } catch {
    const parent = path.dirname(absolute);
    return parent === absolute ? absolute : path.join(realPathOf(parent), path.basename(absolute));
  }
}
