// For tests and benches: the files below `data/`, read from the disk (the engine itself reads none).
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../data/', import.meta.url));

export const referenceFiles: ReadonlyMap<string, string> = new Map(
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/').replaceAll('//', '/');
      return [path.slice(root.length), readFileSync(path, 'utf8')] as const;
    }),
);
