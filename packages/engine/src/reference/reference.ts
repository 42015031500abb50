// The files below `data/` in, everything the engine knows of the world out: checked and frozen.
import { buildNameReference, type NameReference } from './name-reference.ts';
import type { ReferenceFiles } from './reference-files.ts';
import { buildSignalReference, type SignalReference } from './signal-reference.ts';
import { buildTerritories, type Territories } from './territories.ts';

export interface Reference {
  readonly names: NameReference;
  readonly signals: SignalReference;
  readonly territories: Territories;
}

/** @throws Problem `reference.invalid`, with the file and the place in it. */
export function buildReference(files: ReferenceFiles): Reference {
  return Object.freeze({
    names: buildNameReference(files),
    signals: buildSignalReference(files),
    territories: buildTerritories(files),
  });
}
