// An object of a bundle in, who may see it out, in words.
import { Problem, type ProblemFacts } from '@sekisho/engine/model/problem.ts';
import type { StixBundle, StixObject } from './stix-objects.ts';

/** The marking definitions that need not stand in a bundle: TLP 1.0 (STIX 2.1, 7.2.1.4) and TLP 2.0 (OASIS common objects). */
const tlpByUuid: Readonly<Record<string, string>> = {
  '613f2e26-407d-48c7-9eca-b8e91df99dc9': 'TLP:WHITE',
  '34098fce-860f-48ae-8e50-ebd3cc5e41da': 'TLP:GREEN',
  'f88d31f6-486f-44da-b317-01333bde0b82': 'TLP:AMBER',
  '5e57c739-391a-4eb3-b6be-7d15ca92d5ed': 'TLP:RED',
  '94868c89-83c2-464b-929b-a1a8aa3c8487': 'TLP:CLEAR',
  'bab4a63c-aed9-4cf5-a766-dfca5abac2bb': 'TLP:GREEN',
  '55d920b0-5e8b-4f79-9ee9-91f868d9b421': 'TLP:AMBER',
  '939a9414-2ddd-4d32-a0cd-375ea402b003': 'TLP:AMBER+STRICT',
  'e828b379-4e03-4974-9ac4-e53a884c97c1': 'TLP:RED',
};

/**
 * A marking of a part counts for the whole object.
 * @throws Problem `incident.invalid` for a marking that neither the bundle nor STIX defines: whom it may be shown is not known.
 */
export function markingNames(object: StixObject, { objects }: StixBundle, facts: ProblemFacts): readonly string[] {
  const refs = [
    ...(object.object_marking_refs ?? []),
    ...(object.granular_markings ?? []).flatMap(({ marking_ref }) => marking_ref ?? []),
  ];
  return [...new Set(refs)].map((ref) => {
    const definition = objects.get(ref);
    const { tlp, statement } = definition?.definition ?? {};
    const name =
      tlpByUuid[ref.replace('marking-definition--', '').toLowerCase()] ??
      (tlp === undefined ? (statement ?? definition?.name) : `TLP:${tlp.toUpperCase()}`);
    if (name === undefined)
      throw new Problem('incident.invalid', {
        ...facts,
        object: object.id,
        field: '/object_marking_refs',
        reason: `names ${ref}, which is defined nowhere`,
      });
    return name.slice(0, 2000);
  });
}
