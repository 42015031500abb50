// What makes tables of files in, the same out that makes them once for the same files: they take half a second.
import type { ReferenceFiles } from './reference-files.ts';

export function onceForFiles<Tables extends object>(
  build: (files: ReferenceFiles) => Tables,
): (files: ReferenceFiles) => Tables {
  const built = new WeakMap<ReferenceFiles, Tables>();
  return (files) => {
    const tables = built.get(files) ?? build(files);
    built.set(files, tables);
    return tables;
  };
}
