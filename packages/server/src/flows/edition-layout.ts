// An edition and the description of its source in, its layout out: its form, what its files are, what it lacks.
import type { Edition } from '@sekisho/engine/model/edition.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { SourceDescription, SourceField, SourceFileRole, SourceForm } from '@sekisho/sources/importer.ts';
import { filesOfEdition } from '@sekisho/sources/lists/list-files.ts';

export interface EditionLayout {
  readonly form: SourceForm;
  /** Of its files. */
  readonly roles: readonly string[];
}

/**
 * As it was noted with the import; of an edition without that note, as the names of its files tell. Undefined when the
 * source has no such form (any more).
 */
export function layoutOf(
  edition: Pick<Edition, 'form' | 'files'>,
  description: SourceDescription,
): EditionLayout | undefined {
  const noted = description.forms.find(({ form }) => form === edition.form);
  if (noted) return { form: noted, roles: edition.files.flatMap(({ role }) => role ?? []) };
  try {
    const files = edition.files.map(({ name }) => ({ name, path: name }));
    const { form: told, byRole } = filesOfEdition(files, description);
    const form = description.forms.find((known) => known.form === told);
    return form && { form, roles: [...byRole.keys()] };
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

/** The fields that files it does not have would have a part in. */
export function lackedFields({ form, roles }: EditionLayout): readonly SourceField[] {
  return fieldsOf(form.files.filter(({ role }) => !roles.includes(role)));
}

/**
 * The fields in which two editions cannot be compared: one of them lacks a file that has a part in them. Two of one form
 * that both lack a file are alike in that.
 */
export function fieldsLeftOut(from: EditionLayout | undefined, to: EditionLayout | undefined): readonly SourceField[] {
  if (!from || !to) return [];
  if (from.form.form !== to.form.form) return [...new Set([...lackedFields(from), ...lackedFields(to)])].sort();
  return fieldsOf(to.form.files.filter(({ role }) => from.roles.includes(role) !== to.roles.includes(role)));
}

function fieldsOf(files: readonly SourceFileRole[]): readonly SourceField[] {
  return [...new Set(files.flatMap(({ gives = [] }) => gives))].sort();
}

/**
 * A file that the edition before had and this one lacks would look like the removal of all that stood in it. An edition of
 * another form lacks a file when it lacks what the one before had.
 */
export function missingFiles(from: EditionLayout | undefined, to: EditionLayout | undefined): readonly string[] {
  if (!from || !to) return [];
  const absent = to.form.files.filter(({ role }) => !to.roles.includes(role));
  if (from.form.form === to.form.form)
    return absent
      .filter(({ role }) => from.roles.includes(role))
      .map(({ role }) => `lacks its ${role} file, which the edition before it had`);
  const before = lackedFields(from);
  const lost = lackedFields(to).filter((field) => !before.includes(field));
  return absent.flatMap(({ role, gives = [] }) => {
    const fields = gives.filter((field) => lost.includes(field));
    return fields.length === 0
      ? []
      : [`lacks its ${role} file, so it has no ${fields.join(', ')}, which the edition before it had`];
  });
}
