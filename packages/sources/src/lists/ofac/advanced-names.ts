// The Alias elements of a party of OFAC's advanced XML in, its names with their kinds, parts and scripts out.
import type { EntityName, NameKind } from '@sekisho/engine/model/entity.ts';
import { lookUp } from '../../readers/closed-vocabulary.ts';
import type { StrictElement } from '../../readers/strict-element.ts';
import { periodText } from './advanced-dates.ts';
import type { AdvancedReferences } from './advanced-references.ts';
import { advancedWords } from './advanced-words.ts';
import { nameOfParts } from './names.ts';
import { noteOf } from './party.ts';

export interface AdvancedNames {
  /** The primary name first, weak ones last. */
  readonly names: readonly EntityName[];
  readonly notes: readonly string[];
}

const partTypes = Object.fromEntries(advancedWords.namePartTypes.map((word) => [word, word]));

/** @throws Problem `list.unknown-value` for a kind of name or part that is not known, `list.unknown-column`, `list.unknown-reference`. */
export function namesOf(identity: StrictElement, references: AdvancedReferences): AdvancedNames {
  const typeByGroup = partTypesOf(identity, references);
  const notes: string[] = [];
  const names = identity.takeAll('Alias').flatMap((alias) => {
    const type = references.requiredWordOf(alias, 'AliasTypeID', 'AliasType');
    const known = lookUp(advancedWords.nameTypes, type, { ...alias.where, field: 'AliasType' });
    const isPrimary = alias.takeAttribute('Primary') === 'true';
    const isWeak = alias.takeAttribute('LowQuality') === 'true';
    const kind: NameKind = isWeak ? 'weak' : known === 'primary' && !isPrimary ? 'alias' : known;
    alias.ignore('@FixedRef');
    const found = alias.takeAll('DocumentedName').map((name) => nameOf(name, kind, typeByGroup, references, notes));
    const used = alias.takeAll('DatePeriod').map((period) => periodText(period, references));
    for (const note of [alias.takeOptional('Comment'), ...used])
      if (note !== undefined) notes.push(`Alias ${found[0]?.text ?? ''}: ${note}`);
    return found;
  });
  return { names: names.toSorted((a, b) => rankOf(a) - rankOf(b)), notes };
}

/** A part of a name names its group, and the group its type. */
function partTypesOf(identity: StrictElement, references: AdvancedReferences): ReadonlyMap<string, string> {
  const groups = identity
    .takeAll('NamePartGroups')
    .flatMap((all) => all.takeAll('MasterNamePartGroup'))
    .flatMap((master) => master.takeAll('NamePartGroup'));
  return new Map(
    groups.map((group) => {
      const type = references.requiredWordOf(group, 'NamePartTypeID', 'NamePartType');
      const known = lookUp(partTypes, type, { ...group.where, field: 'NamePartType' });
      return [group.takeRequiredAttribute('ID'), known];
    }),
  );
}

function nameOf(
  element: StrictElement,
  kind: NameKind,
  typeByGroup: ReadonlyMap<string, string>,
  references: AdvancedReferences,
  notes: string[],
): EntityName {
  const parts = element.takeAll('DocumentedNamePart').map((part) => {
    const value = part.takeOnly('NamePartValue');
    value.ignore('@ScriptStatusID', '@Acronym');
    const group = value.takeAttribute('NamePartGroupID');
    return {
      text: `${part.takeAttribute('LeadingChars') ?? ''}${value.takeText()}${part.takeAttribute('TrailingChars') ?? ''}`,
      type: typeByGroup.get(group ?? '') ?? '',
      script: references.wordOf(value, 'ScriptID', 'Script') ?? '',
    };
  });
  const scripts = parts.map(({ script }) => script).filter((script) => script !== '');
  const ownScript = scripts.find((script) => !advancedWords.latinScripts.includes(script));
  const language = ownScript === undefined ? undefined : advancedWords.scriptLanguages[ownScript];
  const isFamily = ({ type }: { readonly type: string }) => advancedWords.familyParts.includes(type);
  const family = parts.filter(isFamily).map(({ text }) => text);
  const given = parts.filter((part) => !isFamily(part)).map(({ text }) => text);
  const countries = element.takeAll('DocumentedNameCountry').map((country) => ({
    name: references.requiredWordOf(country, 'CountryID', 'Country'),
    note: country.takeOptional('Comment'),
  }));
  const comment = element.takeOptional('Comment');
  element.ignore('@ID', '@FixedRef', '@DocNameStatusID', 'IDRegDocumentReference');
  const ordered = parts.map(({ text }) => text).join(language === 'zh' || language === 'ja' ? '' : ' ');
  const name: EntityName =
    ownScript === undefined
      ? latinName(family, given, ordered, kind)
      : {
          text: ordered,
          kind: kind === 'weak' ? 'weak' : 'original-script',
          ...(language !== undefined && { language }),
          ...(family.length > 0 && given.length > 0 && { family: family.join(' '), given: given.join(' ') }),
        };
  const said = [
    comment,
    ...countries.map(({ name: country, note }) => noteOf(`used in ${country}`, note ?? '')?.replace(/: $/, '')),
  ];
  for (const note of said) if (note !== undefined) notes.push(`Alias ${name.text}: ${note}`);
  return name;
}

/** `FAMILY, Given`, as OFAC's other layouts write it; a name of one part is written alone. */
function latinName(family: readonly string[], given: readonly string[], ordered: string, kind: NameKind): EntityName {
  if (family.length === 0) return { text: ordered, kind };
  const givenText = given.join(' ');
  return nameOfParts({ family: family.join(' '), given: givenText === '' ? undefined : givenText }, kind);
}

function rankOf({ kind }: EntityName): number {
  if (kind === 'primary') return 0;
  return kind === 'weak' ? 2 : 1;
}
