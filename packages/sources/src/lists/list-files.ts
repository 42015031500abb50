// The files handed over for an edition and what the source says they are called in, the files by role out.
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { SourceDescription, SourceFile } from '../importer.ts';

/**
 * Names are compared without case. Roles without a file are absent.
 * @throws Problem `file.unexpected` for a name that fits no role, `file.not-found` for a required role without a file.
 */
export function filesByRole(
  files: readonly SourceFile[],
  description: SourceDescription,
): ReadonlyMap<string, readonly SourceFile[]> {
  const byRole = new Map<string, SourceFile[]>();
  for (const file of files) {
    const role = description.files.find(({ pattern }) => new RegExp(pattern, 'iu').test(file.name))?.role;
    if (role === undefined)
      throw new Problem('file.unexpected', {
        list: description.id,
        file: file.name,
        reason: `its name is none of ${description.files.map(({ pattern }) => pattern).join(', ')}`,
      });
    byRole.set(role, [...(byRole.get(role) ?? []), file]);
  }
  for (const { role, required } of description.files)
    if (required && !byRole.has(role)) throw new Problem('file.not-found', { list: description.id, role });
  return byRole;
}

/** The one file of a role that must be there. @throws Problem `file.not-found`, or `file.unexpected` for several. */
export function requiredFile(
  byRole: ReadonlyMap<string, readonly SourceFile[]>,
  role: string,
  list: string,
): SourceFile {
  const file = optionalFile(byRole, role, list);
  if (!file) throw new Problem('file.not-found', { list, role });
  return file;
}

/** The one file of a role, or undefined. @throws Problem `file.unexpected` for several. */
export function optionalFile(
  byRole: ReadonlyMap<string, readonly SourceFile[]>,
  role: string,
  list: string,
): SourceFile | undefined {
  const [file, second] = byRole.get(role) ?? [];
  if (second)
    throw new Problem('file.unexpected', { list, file: second.name, reason: `there is a ${role} file already` });
  return file;
}
