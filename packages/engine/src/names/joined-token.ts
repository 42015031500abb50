// Neighbouring words of a name in, the one word that they may be as well out.
import type { NameReference } from '../reference/name-reference.ts';
import { groupsOf } from './name-groups.ts';
import { joinedCodes } from './letter-codes.ts';
import { letterSkeleton } from './letter-skeleton.ts';
import type { NameToken } from './name.ts';
import { soundOf, traditionsOf } from './sound-collection.ts';
import { joinedSounds, soundsOf } from './sounds.ts';

/**
 * Joined neighbours as one word (Guo Qiang as Guoqiang), with the sounds of the given traditions (`zh:`, `ja:`).
 * Characters are looked up anew: they may be a name that the table of Japanese names knows.
 */
export function joinedToken(
  parts: readonly NameToken[],
  ofOrganisation: boolean,
  traditions: readonly string[],
  reference: NameReference,
): NameToken {
  const script = parts[0]?.script ?? 'other';
  const text = parts.map((part) => part.text).join('');
  const latin = parts.map((part) => part.latin).join('');
  const family = {
    han: reference.surnames.chinese.has(text),
    spelled: reference.surnames.chineseBySpelling.get(latin) ?? [],
  };
  const own =
    script === 'han'
      ? soundsOf({ text, script, latin, canBeFamily: family.han, ofOrganisation }, reference)
      : family.spelled.map((name) =>
          soundOf(`zh-name:${name}`, reference.weights.surnameSpellingQuality, 'family-name-spelling'),
        );
  const sounds = joinedSounds(
    parts.map((part) => part.sounds),
    own,
    traditions,
  );
  return {
    text,
    script,
    kind: 'word',
    latin,
    letters: letterSkeleton(latin),
    classes: parts.reduce((all, { classes }) => all | classes, 0),
    codes: joinedCodes(parts.map(({ codes }) => codes)),
    sounds,
    traditions: traditionsOf(sounds),
    groups: groupsOf(text, latin, reference),
    isPatronymic: false,
    rarity: reference.wordRarity(latin),
  };
}
