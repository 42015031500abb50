// What we know of the world, as handed to the engine: the texts below `data/`, by path with forward slashes.

export type ReferenceFiles = ReadonlyMap<string, string>;
