// The ReferenceValueSets of OFAC's advanced XML in, the word that a number of the file stands for out.
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { StrictElement } from '../../readers/strict-element.ts';

interface ReferenceValue {
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The tables of words, each with the attributes of its words that are taken. Others say nothing of a party. */
const takenSets: Readonly<Record<string, readonly string[]>> = {
  AliasType: [],
  AreaCode: ['Description'],
  CalendarType: [],
  Country: [],
  DetailReference: [],
  EntryEventType: [],
  FeatureType: [],
  IDRegDocDateType: [],
  IDRegDocType: [],
  LegalBasis: ['LegalBasisShortRef'],
  List: [],
  LocPartType: [],
  NamePartType: [],
  PartySubType: ['PartyTypeID'],
  PartyType: [],
  RelationType: [],
  SanctionsType: [],
  Script: [],
  SupInfoType: [],
  Validity: [],
};

/** Named in `source.yml` as ignored, with the reason. */
const ignoredSets = [
  'AreaCodeType',
  'CountryRelevance',
  'DecisionMakingBody',
  'DetailType',
  'DocNameStatus',
  'EntryLinkType',
  'ExRefType',
  'FeatureTypeGroup',
  'IdentityFeatureLinkType',
  'LegalBasisType',
  'LocPartValueStatus',
  'LocPartValueType',
  'Organisation',
  'RelationQuality',
  'Reliability',
  'SanctionsProgram',
  'ScriptStatus',
  'SubsidiaryBody',
  'TargetType',
];

const ignoredAttributes = [
  'AreaCodeTypeID',
  'Comment',
  'CountryID',
  'DetailCode',
  'FeatureTypeGroupID',
  'IS03166-3Code',
  'ISO2',
  'ISO3',
  'LegalBasisTypeID',
  'SanctionsProgramID',
  'ScriptCode',
  'Symmetrical',
];

export class AdvancedReferences {
  readonly #sets: ReadonlyMap<string, ReadonlyMap<string, ReferenceValue>>;

  /** @throws Problem `list.unknown-column` for a table or an attribute that the schema does not have. */
  constructor(element: StrictElement) {
    this.#sets = new Map(
      Object.entries(takenSets).map(([name, attributes]) => [name, valuesOf(element, name, attributes)]),
    );
    element.ignore(...ignoredSets.map((name) => `${name}Values`));
    element.done();
  }

  /** The word. @throws Problem `list.unknown-reference`, or `list.missing-field` for one without text. */
  text(set: string, id: string, where: StrictElement['where']): string {
    const { text } = this.#value(set, id, where);
    if (text === '') throw new Problem('list.missing-field', { ...where, field: `${set}/@ID ${id}` });
    return text;
  }

  /** An attribute of the word, undefined when it has none. @throws Problem `list.unknown-reference`. */
  attribute(set: string, id: string, attribute: string, where: StrictElement['where']): string | undefined {
    return this.#value(set, id, where).attributes[attribute];
  }

  /** The word that an attribute of `element` names by its number; undefined when the attribute is not there. */
  wordOf(element: StrictElement, attribute: string, set: string): string | undefined {
    const id = element.takeAttribute(attribute);
    return id === undefined ? undefined : this.text(set, id, element.where);
  }

  /** As `wordOf`, of an attribute that must be there. @throws Problem `list.missing-field`. */
  requiredWordOf(element: StrictElement, attribute: string, set: string): string {
    return this.text(set, element.takeRequiredAttribute(attribute), element.where);
  }

  #value(set: string, id: string, where: StrictElement['where']): ReferenceValue {
    const value = this.#sets.get(set)?.get(id);
    if (!value) throw new Problem('list.unknown-reference', { ...where, field: set, value: id });
    return value;
  }
}

function valuesOf(
  element: StrictElement,
  name: string,
  attributes: readonly string[],
): ReadonlyMap<string, ReferenceValue> {
  const values = element.takeAll(`${name}Values`).flatMap((set) => set.takeAll(name));
  return new Map(
    values.map((value) => {
      value.ignore(...ignoredAttributes.map((attribute) => `@${attribute}`));
      const taken = attributes.flatMap((attribute) => {
        const text = value.takeAttribute(attribute);
        return text === undefined ? [] : [[attribute, text] as const];
      });
      return [value.takeRequiredAttribute('ID'), { text: value.takeText(), attributes: Object.fromEntries(taken) }];
    }),
  );
}
