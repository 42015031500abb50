// `data/chain.yml` in, how far and how strongly parties are joined out: checked and frozen.
import Type from 'typebox';
import { Check, Errors } from 'typebox/value';
import { linkKinds } from '../model/entity.ts';
import { partyLinkKinds } from '../model/application.ts';
import { actingRoles, joiningKinds } from '../model/chain.ts';
import { invalid, readYaml } from './data-table.ts';
import type { ReferenceFiles } from './reference-files.ts';

const FILE = 'chain.yml';

const closed = { additionalProperties: false };
const count = Type.Integer({ minimum: 1 });
const ChainShape = Type.Object(
  {
    most: Type.Object({ hops: count, chains: count, applications: count, companies: count, sharing: count }, closed),
    massAddress: Type.Object(
      { parties: count, percentile: Type.Number({ minimum: 0, maximum: 100 }), companies: count },
      closed,
    ),
    strengths: Type.Record(Type.String(), Type.Number({ exclusiveMinimum: 0, maximum: 1 })),
  },
  closed,
);

export type ChainReference = Type.Static<typeof ChainShape>;

/** @throws Problem `reference.invalid`: another shape, a kind of link without a strength, a strength of no kind of link. */
export function buildChainReference(files: ReferenceFiles): ChainReference {
  const content = readYaml(files, FILE);
  if (!Check(ChainShape, content)) {
    const [error] = Errors(ChainShape, content);
    throw invalid(FILE, error?.instancePath ?? '/', error?.message ?? 'has another shape');
  }
  const kinds = new Set<string>([...partyLinkKinds, ...linkKinds, ...actingRoles, ...joiningKinds]);
  for (const kind of kinds) if (content.strengths[kind] === undefined) throw invalid(FILE, kind, 'lacks a strength');
  for (const kind of Object.keys(content.strengths))
    if (!kinds.has(kind)) throw invalid(FILE, kind, 'is no kind of link');
  return Object.freeze(content);
}
