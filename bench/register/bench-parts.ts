// A data folder in, the parts of the product over it out, as the command line opens them.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openParts, type OpenParts } from '@sekisho/server/open-parts.ts';

export function openBenchParts(folder: string): Promise<OpenParts> {
  return openParts(
    {
      folderPath: path.join(folder, 'data'),
      keysPath: path.join(folder, 'keys'),
      witnesses: [],
      referencePath: fileURLToPath(new URL('../../data/', import.meta.url)),
      userName: 'bench',
      simulation: false,
    },
    { makesFolder: true },
  );
}
