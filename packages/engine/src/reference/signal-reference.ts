// `data/signals.yml` and the tables the signals look things up in, checked and frozen out.
import Type from 'typebox';
import { Check, Errors } from 'typebox/value';
import type { Severity } from '../model/evidence.ts';
import { invalid, readTable, readYaml } from './data-table.ts';
import type { NameReference } from './name-reference.ts';
import type { ReferenceFiles } from './reference-files.ts';

const severities = ['B', 'H', 'M', 'L', 'I'] as const satisfies readonly Severity[];
const signalFamilies = [
  'EXISTENCE',
  'AGE',
  'ADDRESS',
  'CONTACT',
  'PEOPLE',
  'OWNERSHIP',
  'MONEY',
  'PURPOSE',
  'BEHAVIOUR',
  'NETWORK',
  'HOSTING',
] as const;

const closed = { additionalProperties: false };
const word = Type.String({ pattern: '^[a-z][A-Za-z0-9-]*$' });
const text = Type.String({ minLength: 1, pattern: '\\S' });
const SignalShape = Type.Object(
  {
    id: Type.String({ pattern: '^[A-Z]{2}-\\d{1,2}$' }),
    family: Type.Unsafe<(typeof signalFamilies)[number]>(Type.Enum([...signalFamilies])),
    computes: text,
    /** How grave it is, by what exactly was seen. */
    severity: Type.Record(word, Type.Unsafe<Severity>(Type.Enum([...severities])), { minProperties: 1 }),
    /** Numbers and codes it is computed with. */
    settings: Type.Optional(Type.Record(word, Type.Union([Type.Number(), Type.Array(Type.String())]))),
    needs: Type.Array(text, { minItems: 1 }),
    falsePositives: text,
    source: text,
  },
  closed,
);
export type SignalDefinition = Type.Static<typeof SignalShape>;

export interface SignalReference {
  /** By id, in the order of the file. */
  readonly definitions: ReadonlyMap<string, SignalDefinition>;
  /** What is known of a mail domain, lower case. */
  readonly mailDomains: ReadonlyMap<string, 'free' | 'disposable'>;
  /** International calling code, without `+`, to the countries that have it. */
  readonly callingCodes: ReadonlyMap<string, readonly string[]>;
  /** The prefectures of Japan, as the corporate register writes them. */
  readonly prefectures: readonly string[];
  /** How names are folded, and the legal forms in them. */
  readonly spelling: Pick<NameReference, 'characters' | 'legalForms'>;
}

const FILE = 'signals.yml';

/** @throws Problem `reference.invalid`, with the file and the line or entry. */
export function buildSignalReference(files: ReferenceFiles, spelling: SignalReference['spelling']): SignalReference {
  return Object.freeze({
    definitions: readDefinitions(files),
    mailDomains: readMailDomains(files),
    callingCodes: readCallingCodes(files),
    prefectures: readPrefectures(files),
    spelling,
  });
}

function readDefinitions(files: ReferenceFiles): SignalReference['definitions'] {
  const entries = readYaml(files, FILE);
  if (!Array.isArray(entries)) throw invalid(FILE, 1, 'the file is not a list of signals');
  const definitions = new Map<string, SignalDefinition>();
  entries.forEach((entry: unknown, index) => {
    if (!Check(SignalShape, entry)) {
      const [error] = Errors(SignalShape, entry);
      throw invalid(FILE, String(index + 1), `${error?.instancePath || '/'} ${error?.message ?? 'has another shape'}`);
    }
    if (definitions.has(entry.id)) throw invalid(FILE, entry.id, 'the signal has an entry already');
    definitions.set(entry.id, entry);
  });
  return definitions;
}

function readMailDomains(files: ReferenceFiles): SignalReference['mailDomains'] {
  const file = 'contact/mail-domains.tsv';
  const domains = new Map<string, 'free' | 'disposable'>();
  for (const { line, cells } of readTable(files, file, ['domain', 'kind'])) {
    const [domain = '', kind = ''] = cells;
    if (!/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(domain))
      throw invalid(file, line, `"${domain}" is not a domain in lower case`);
    if (kind !== 'free' && kind !== 'disposable') throw invalid(file, line, `"${kind}" is neither free nor disposable`);
    if (domains.has(domain)) throw invalid(file, line, `"${domain}" has a row already`);
    domains.set(domain, kind);
  }
  return domains;
}

function readCallingCodes(files: ReferenceFiles): SignalReference['callingCodes'] {
  const file = 'contact/calling-codes.tsv';
  const codes = new Map<string, readonly string[]>();
  for (const { line, cells } of readTable(files, file, ['code', 'countries'])) {
    const [code = '', countries = ''] = cells;
    if (!/^[1-9]\d{0,3}$/.test(code)) throw invalid(file, line, `"${code}" is not a calling code`);
    if (!/^[a-z]{2}(?: [a-z]{2})*$/.test(countries)) throw invalid(file, line, `"${countries}" are not country codes`);
    if (codes.has(code)) throw invalid(file, line, `"${code}" has a row already`);
    codes.set(code, countries.split(' '));
  }
  return codes;
}

function readPrefectures(files: ReferenceFiles): readonly string[] {
  const rows = readTable(files, 'addresses/jp-municipalities.tsv', [
    'prefecture',
    'municipality',
    'until',
    'successors',
  ]);
  return [...new Set(rows.map(({ cells: [prefecture = ''] }) => prefecture))];
}
