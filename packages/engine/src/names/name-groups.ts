// A word of a name in, the groups of names that it belongs to out.
import type { NameGroup } from '../reference/name-groups.ts';
import type { NameReference } from '../reference/name-reference.ts';

/** By the word as it is written, else by its Latin letters; empty for most words. */
export function groupsOf(text: string, latin: string, { groups }: NameReference): readonly NameGroup[] {
  return groups.get(text) ?? groups.get(latin) ?? NO_GROUPS;
}

const NO_GROUPS: readonly NameGroup[] = [];
