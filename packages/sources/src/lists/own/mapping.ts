// The YAML mapping of an own list in, checked; what each column goes to, out.
import Type from 'typebox';
import { effects, linkKinds, schemata, type Effect, type LinkKind, type Schema } from '@sekisho/engine/model/entity.ts';
import { legalStatuses, notIndictedReasons } from '@sekisho/engine/model/legal-status.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { parseShape } from '@sekisho/engine/model/shape.ts';
import { encodings, type Encoding } from '../../readers/encodings.ts';
import { closed, columnFields, country, headFields, placeFields, text, word } from '../../readers/mapping-shape.ts';
import { readMappingText } from '../../readers/mapping-text.ts';
import { FilledShape } from '../../readers/source-description.ts';

/** What a column can go to. */
export const targets = [
  'id',
  'schema',
  'name', // the name to show
  'original-script-name',
  'reading', // in kana
  'romanisation', // in Latin letters
  'alias',
  'former-name',
  'weak-alias', // never makes a hit alone
  'birth-date',
  'birth-place',
  'gender',
  'nationality',
  'country',
  'identifier', // with `type`
  'address',
  'email',
  'phone',
  'website',
  'position',
  'programme',
  'topic',
  'effect',
  'legal-status',
  'status-reason', // with NOT_INDICTED
  'status-date',
  'offence',
  'authority',
  'authority-country',
  'reported-by',
  'source-url',
  'link', // with `kind`
  'listed-on',
  'updated-on',
  'remark',
] as const;
export type Target = (typeof targets)[number];

const ColumnShape = Type.Object(
  {
    to: word<Target>(targets),
    ...columnFields,
    /** Of a link. */
    kind: Type.Optional(word<LinkKind>(linkKinds)),
    /** The list's own words for ours; with it, no other word is accepted. */
    values: Type.Optional(Type.Record(Type.String(), text)),
  },
  closed,
);

const MappingShape = Type.Object(
  {
    id: Type.String({ pattern: '^own-[a-z0-9][a-z0-9-]{0,59}$' }),
    ...headFields,
    topics: Type.Optional(Type.Array(text)),
    effects: Type.Optional(Type.Array(word<Effect>(effects), { minItems: 1 })),
    maxChangedPercent: Type.Optional(Type.Number({ minimum: 0, maximum: 100 })),
    minFilledPercent: Type.Optional(FilledShape),
    encodings: Type.Optional(Type.Array(word<Encoding>(encodings), { minItems: 1 })),
    /** Of a text file; without it, that of which the header row has most columns of the mapping. */
    delimiter: Type.Optional(word([',', '\t', ';', '|'] as const)),
    ...placeFields,
    /** What holds where a row says nothing. */
    defaults: Type.Optional(
      Type.Object(
        {
          schema: Type.Optional(word<Schema>(schemata)),
          authority: Type.Optional(text),
          authorityCountry: Type.Optional(country),
          reportedBy: Type.Optional(text),
        },
        closed,
      ),
    ),
    columns: Type.Record(Type.String(), ColumnShape),
  },
  closed,
);

export type OwnListMapping = Type.Static<typeof MappingShape>;
export type MappedColumn = Type.Static<typeof ColumnShape> & { readonly name: string };

const nameTargets: readonly Target[] = [
  'name',
  'original-script-name',
  'reading',
  'romanisation',
  'alias',
  'former-name',
  'weak-alias',
];
/** The words we have for what a column goes to; without `values` the list must use these. */
export const vocabularies: Partial<Record<Target, readonly string[]>> = {
  schema: schemata,
  gender: ['male', 'female'],
  effect: effects,
  'legal-status': legalStatuses,
  'status-reason': notIndictedReasons,
};

/** At most one column goes to each of these. */
const single: readonly Target[] = [
  'id',
  'schema',
  'gender',
  'legal-status',
  'status-reason',
  'status-date',
  'offence',
  'authority',
  'authority-country',
  'reported-by',
  'source-url',
  'listed-on',
  'updated-on',
];

/**
 * The mapping in `mappingText`. A column may be given by its target alone: `氏名: name` for `氏名: { to: name }`.
 * @param file its name, for problems.
 * @throws Problem `mapping.invalid` with file, line, field (JSON pointer) and reason.
 */
export function parseMapping(mappingText: string, file: string): OwnListMapping {
  return readMappingText(mappingText, file, (value) => {
    const mapping = parseShape(MappingShape, value, 'mapping.invalid', { file });
    checkColumns(mapping, file);
    return mapping;
  });
}

function checkColumns({ columns, ignored = {}, defaults = {} }: OwnListMapping, file: string): void {
  const fail = (field: string, reason: string): never => {
    throw new Problem('mapping.invalid', { file, field, reason });
  };
  const seen = new Set<Target>();
  for (const [name, { to, type, kind, language, values }] of Object.entries(columns)) {
    const at = `/columns/${name}`;
    if (single.includes(to) && seen.has(to)) fail(at, `another column goes to "${to}" too`);
    seen.add(to);
    if ((to === 'identifier') !== (type !== undefined)) fail(at, 'an identifier, and nothing else, has a "type"');
    if ((to === 'link') !== (kind !== undefined)) fail(at, 'a link, and nothing else, has a "kind"');
    if (language !== undefined && !nameTargets.includes(to)) fail(at, 'only names have a "language"');
    const vocabulary = vocabularies[to];
    if (values && !vocabulary) fail(at, `"${to}" has no vocabulary for "values"`);
    for (const [listed, ours] of Object.entries(values ?? {}))
      if (vocabulary && !vocabulary.includes(ours))
        fail(`${at}/values/${listed}`, `"${ours}" is not one of ${vocabulary.join(', ')}`);
    if (name in ignored) fail(`/ignored/${name}`, 'the column is taken already');
  }
  if (!seen.has('id')) fail('/columns', 'no column goes to "id"');
  if (!nameTargets.some((target) => seen.has(target))) fail('/columns', 'no column goes to a name');
  if (!seen.has('schema') && defaults.schema === undefined)
    fail('/columns', 'no column goes to "schema" and "defaults" has none');
  if (seen.has('legal-status') && !seen.has('authority') && defaults.authority === undefined)
    fail('/columns', 'no column goes to "authority" and "defaults" has none');
}
