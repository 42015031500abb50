// The YAML mapping of an own register in, checked; what each column goes to, out.
import Type from 'typebox';
import { identifierTypes, type IdentifierType } from '@sekisho/engine/model/identifier.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { parseShape } from '@sekisho/engine/model/shape.ts';
import { encodings, type Encoding } from '../../readers/encodings.ts';
import { closed, columnFields, country, headFields, placeFields, text, word } from '../../readers/mapping-shape.ts';
import { readMappingText } from '../../readers/mapping-text.ts';

/** What a column can go to. */
export const targets = [
  'number',
  'name',
  'kana',
  'english-name',
  'former-name',
  'trading-name',
  'short-name',
  'foreign-name', // in another language or script
  'kind',
  'status', // with `values`
  'address', // as one line
  'country', // of the seat
  'region', // prefecture, state, province
  'city',
  'street',
  'postal-code',
  'english-address',
  'founded-on',
  'assigned-on',
  'updated-on',
  'changed-on',
  'closed-on',
  'close-cause',
  'successor-number',
  'identifier', // with `type`
  'email',
  'phone',
  'website',
] as const;
export type Target = (typeof targets)[number];

export const standings = ['OPEN', 'CLOSING', 'CLOSED'] as const;
export type Standing = (typeof standings)[number];

/** How a column writes days. */
export const dateForms = ['YYYY-MM-DD', 'YYYY/MM/DD', 'YYYYMMDD', 'DD/MM/YYYY', 'MM/DD/YYYY'] as const;
export type DateForm = (typeof dateForms)[number];

export const OWN_REGISTER_PREFIX = 'own-register-';

const ColumnShape = Type.Object(
  {
    to: word<Target>(targets),
    ...columnFields,
    /** Of a day; YYYY-MM-DD without it. */
    form: Type.Optional(word<DateForm>(dateForms)),
    /** Of the status: the register's own words for ours; no other is accepted. */
    values: Type.Optional(Type.Record(Type.String(), word<Standing>(standings))),
    /** Texts that mean "no value" beside the empty one. */
    nulls: Type.Optional(Type.Array(text)),
  },
  closed,
);

const MappingShape = Type.Object(
  {
    id: Type.String({ pattern: `^${OWN_REGISTER_PREFIX}[a-z0-9][a-z0-9-]{0,49}$` }),
    ...headFields,
    /** What the numbers are. */
    numbers: word<IdentifierType>(identifierTypes),
    /** Whose companies it has; of the seat where a row names none. */
    country: Type.Optional(country),
    /** True when every company of the country is in it: then absence means that there is none. */
    isExhaustive: Type.Optional(Type.Boolean()),
    encoding: Type.Optional(word<Encoding>(encodings)),
    ...placeFields,
    columns: Type.Record(Type.String(), ColumnShape),
  },
  closed,
);

export type OwnRegisterMapping = Type.Static<typeof MappingShape>;
export type MappedColumn = Type.Static<typeof ColumnShape> & { readonly name: string };

/** Several columns, or several values in one, may go to these. */
const many: readonly Target[] = [
  'former-name',
  'trading-name',
  'short-name',
  'foreign-name',
  'identifier',
  'email',
  'phone',
  'website',
];
const named: readonly Target[] = ['former-name', 'trading-name', 'short-name', 'foreign-name'];
const dated: readonly Target[] = ['founded-on', 'assigned-on', 'updated-on', 'changed-on', 'closed-on'];

/**
 * The mapping in `mappingText`. A column may be given by its target alone: `商号: name` for `商号: { to: name }`.
 * @param file its name, for problems.
 * @throws Problem `mapping.invalid` with file, line, field (JSON pointer) and reason.
 */
export function parseRegisterMapping(mappingText: string, file: string): OwnRegisterMapping {
  return readMappingText(mappingText, file, (value) => {
    const mapping = parseShape(MappingShape, value, 'mapping.invalid', { file });
    checkColumns(mapping, file);
    return mapping;
  });
}

function checkColumns({ columns, ignored = {} }: OwnRegisterMapping, file: string): void {
  const fail = (field: string, reason: string): never => {
    throw new Problem('mapping.invalid', { file, field, reason });
  };
  const seen = new Set<Target>();
  for (const [name, { to, type, country: issuer, language, separator, form, values }] of Object.entries(columns)) {
    const at = `/columns/${name}`;
    if (!many.includes(to) && seen.has(to)) fail(at, `another column goes to "${to}" too`);
    if (!many.includes(to) && separator !== undefined) fail(at, `"${to}" is one value: it has no "separator"`);
    if ((to === 'identifier') !== (type !== undefined)) fail(at, 'an identifier, and nothing else, has a "type"');
    if (to !== 'identifier' && issuer !== undefined) fail(at, 'only an identifier has a "country"');
    if (!named.includes(to) && language !== undefined) fail(at, 'only other names have a "language"');
    if (!dated.includes(to) && form !== undefined) fail(at, 'only days have a "form"');
    if ((to === 'status') !== (values !== undefined)) fail(at, 'a status, and nothing else, has "values"');
    if (name in ignored) fail(`/ignored/${name}`, 'the column is taken already');
    seen.add(to);
  }
  if (!seen.has('number')) fail('/columns', 'no column goes to "number"');
  if (!seen.has('name')) fail('/columns', 'no column goes to "name"');
}
