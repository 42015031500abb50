// The version of what decides, as every decision names it.
import { readFileSync } from 'node:fs';
import { enginePackageFile } from './shipped-folders.ts';

/** From the package that holds the engine. */
export const ENGINE_VERSION = (JSON.parse(readFileSync(enginePackageFile, 'utf8')) as { version: string }).version;
