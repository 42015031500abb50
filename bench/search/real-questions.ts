// The real lists in, their names one by one as entries to be asked for out.
import path from 'node:path';
import { readRows } from '@sekisho/engine/testing/name-cases.ts';
import type { MadeEntity } from './entities.ts';
import { foldedName } from './folded-names.ts';
import type { Listed } from './queries.ts';
import type { RealList } from './real-lists.ts';

/** Pairs that other lists give of the same names; translations of names of companies are among them, persons alone are taken. */
const PAIRS = ['watchlist_cross_script', 'fullname_hebrew', 'fullname_korean'];

/** Weak aliases are not asked for, as they make no hit. A name gets another script that its entity does not have itself. */
export function listedInReality(lists: readonly RealList[], folder: string, seed: number): Listed {
  const others = otherScripts(folder);
  const entries = lists.flatMap(({ entities }) =>
    entities.flatMap((entity) =>
      entity.names
        .filter(({ kind }) => kind !== 'weak')
        .map(({ text }): MadeEntity => {
          const other = entity.schema === 'Person' ? others.get(foldedName(text)) : undefined;
          const isNew =
            other !== undefined && entity.names.every((name) => foldedName(name.text) !== foldedName(other));
          return { entity, listedName: text, ...(isNew ? { otherScript: other } : {}) };
        }),
    ),
  );
  const entry = (number: number): MadeEntity => {
    const found = entries[number];
    if (!found) throw new Error(`there are ${entries.length} names`);
    return found;
  };
  return { count: entries.length, seed, entry };
}

function otherScripts(folder: string): ReadonlyMap<string, string> {
  const others = new Map<string, string>();
  for (const set of PAIRS)
    for (const { name1 = '', name2 = '', is_match: isMatch, schema } of readRows(
      path.join(folder, `names/dev/${set}.csv`),
    )) {
      if (isMatch !== 'true' || schema !== 'Person') continue;
      others.set(foldedName(name1), name2);
      others.set(foldedName(name2), name1);
    }
  return others;
}
