// An importer of a list in, one that also reads its files packed (.gz, .zst, a .zip of one file) out.
import type { ImportContext, ListImporter, ListReading, ListStream, SourceFile } from '../importer.ts';
import { nameWithoutPacking, unpackPacked } from '../readers/unpack-packed.ts';

/** What the files hold is read under their names without the ending of the packing, and removed afterwards. */
export function unpacking(importer: ListImporter): ListImporter {
  const { description, version } = importer;
  const streams = importer.stream !== undefined;
  return {
    description,
    version,
    read: async (files, context): Promise<ListReading> => {
      const unpacked = await unpackAll(files, importer);
      try {
        return await importer.read(unpacked.files, context);
      } finally {
        await unpacked.remove();
      }
    },
    ...(streams && { stream: (files, context) => unpackedStream(files, context, importer) }),
  };
}

function unpackedStream(files: readonly SourceFile[], context: ImportContext, importer: ListImporter): ListStream {
  let inner: ListStream | undefined;
  return {
    batches: (async function* () {
      const unpacked = await unpackAll(files, importer);
      try {
        inner = importer.stream?.(unpacked.files, context);
        if (inner) yield* inner.batches;
      } finally {
        await unpacked.remove();
      }
    })(),
    summary: () => inner?.summary() ?? { problems: [], counts: {} },
  };
}

/** A file whose name fits the source with the ending of its packing is one that the importer unpacks itself. */
async function unpackAll(
  files: readonly SourceFile[],
  { description: { id, forms } }: ListImporter,
): Promise<{ readonly files: readonly SourceFile[]; readonly remove: () => Promise<void> }> {
  const removals: (() => Promise<void>)[] = [];
  const remove = async () => {
    for (const one of removals) await one();
  };
  const found: SourceFile[] = [];
  const patterns = forms.flatMap((form) => form.files.map(({ pattern }) => new RegExp(pattern, 'iu')));
  try {
    for (const file of files) {
      const isTaken =
        nameWithoutPacking(file.name) !== file.name && patterns.some((pattern) => pattern.test(file.name));
      const unpacked = isTaken ? undefined : await unpackPacked(file, id);
      if (unpacked) removals.push(unpacked.remove);
      found.push(unpacked ?? file);
    }
    return { files: found, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
