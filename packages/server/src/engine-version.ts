// The version of what decides, as every decision names it.
import { readFileSync } from 'node:fs';

/** From the package that holds the engine. */
export const ENGINE_VERSION = (
  JSON.parse(readFileSync(new URL('../../engine/package.json', import.meta.url), 'utf8')) as { version: string }
).version;
