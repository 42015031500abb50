// The files handed over for an edition and what the source says they are called in, its form and the files by role out.
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { SourceDescription, SourceFile, SourceForm } from '../importer.ts';
import { nameWithoutPacking } from '../readers/unpack-packed.ts';

/** The files of an edition, and the layout that their names tell. */
export interface FilesOfEdition {
  readonly form: string;
  /** Roles without a file are absent. */
  readonly byRole: ReadonlyMap<string, readonly SourceFile[]>;
}

/**
 * The files by role, in the first form that has a role for each and a file for each role that must be there.
 * @throws Problem `file.unexpected` for a name that fits no role of the form that fits best, `file.not-found` for a
 *   required role without a file.
 */
export function filesOfEdition(files: readonly SourceFile[], description: SourceDescription): FilesOfEdition {
  const tried = description.forms.map((form) => ({ form, roles: files.map((file) => roleOf(file, form)) }));
  const fitting = tried.filter(({ roles }) => !roles.includes(undefined));
  const lacking = ({ form, roles }: (typeof tried)[number]) =>
    form.files.find(({ role, required }) => required && !roles.includes(role))?.role;
  const found = fitting.find((candidate) => lacking(candidate) === undefined);
  if (!found) throw problemOf(files, description, fitting[0] && lacking(fitting[0]));
  const byRole = Map.groupBy(files, (file) => roleOf(file, found.form) ?? '');
  return { form: found.form.form, byRole };
}

/** As `filesOfEdition`, of a source that has one form. */
export function filesByRole(
  files: readonly SourceFile[],
  description: SourceDescription,
): ReadonlyMap<string, readonly SourceFile[]> {
  return filesOfEdition(files, description).byRole;
}

/** Held against the name as it is, and without the ending of a packing. */
function roleOf({ name }: SourceFile, form: SourceForm): string | undefined {
  const names = [name, nameWithoutPacking(name)];
  return form.files.find(({ pattern }) => names.some((one) => new RegExp(pattern, 'iu').test(one)))?.role;
}

/** @param role the required one that has no file, in a form that all files fit. */
function problemOf(files: readonly SourceFile[], { id, forms }: SourceDescription, role: string | undefined): Problem {
  if (role !== undefined) return new Problem('file.not-found', { list: id, role });
  const patterns = forms.flatMap((form) => form.files.map(({ pattern }) => pattern));
  const unknown = files.find((file) => forms.every((form) => roleOf(file, form) === undefined));
  if (unknown)
    return new Problem('file.unexpected', {
      list: id,
      file: unknown.name,
      reason: `its name is none of ${[...new Set(patterns)].join(', ')}`,
    });
  return new Problem('file.unexpected', {
    list: id,
    file: files.at(-1)?.name,
    reason: `it is of another layout than the other files: ${forms.map(({ form }) => form).join(', ')}`,
  });
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
