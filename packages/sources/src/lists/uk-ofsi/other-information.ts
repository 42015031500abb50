// The "Other Information" text of a target in, the facts behind its labels out; the text itself stays whole in the remarks.
import { readFileSync } from 'node:fs';
import Type from 'typebox';
import type { EntityLink } from '@sekisho/engine/model/entity.ts';
import type { Identifier } from '@sekisho/engine/model/identifier.ts';
import { parseShape } from '@sekisho/engine/model/shape.ts';
import { parse } from 'yaml';
import { emailsIn, phonesIn, websitesIn } from '../contact-details.ts';
import { enumeratedParts } from '../enumerated-parts.ts';

export interface OtherInformation {
  readonly references: readonly Identifier[];
  readonly genders: readonly string[];
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly websites: readonly string[];
  readonly registrationNumbers: readonly string[];
  readonly imoNumbers: readonly string[];
  readonly flags: readonly string[];
  readonly links: readonly EntityLink[];
}

export function readOtherInformation(text: string): OtherInformation {
  const facts = factsIn(text);
  const of = (goesTo: Destination) => facts.flatMap((fact) => (fact.goesTo === goesTo ? [fact.value] : []));
  const contacts = [...of('emails'), ...of('websites'), ...of('phones')].join(' ');
  return {
    references: [
      ...of('sanctions-list-reference').flatMap((value) =>
        referenceOf(/^[A-Z]{3}\d+/, value, 'UK Sanctions List reference'),
      ),
      ...[...of('un-reference'), ...unlabelledUnReference(text)].flatMap((value) =>
        referenceOf(/^[A-Z]{2}[a-z]\.\d+/, value, 'UN reference number'),
      ),
    ],
    genders: of('gender'),
    emails: emailsIn(contacts),
    phones: of('phones').flatMap((value) => phonesIn(value)),
    websites: websitesIn(contacts),
    registrationNumbers: of('registration-numbers'),
    imoNumbers: of('imo-number'),
    flags: of('flag'),
    links: [
      ...of('parents').flatMap((value) => namesIn(value).map((toName) => linkOf('owned-by', toName, 'parent company'))),
      ...of('subsidiaries').flatMap((value) =>
        namesIn(value).map((toName) => linkOf('owner-of', toName, 'subsidiary')),
      ),
      ...of('owners').flatMap((value) => namesIn(value).map((toName) => linkOf('owned-by', toName, 'current owner'))),
    ],
  };
}

const destinations = [
  'sanctions-list-reference',
  'un-reference',
  'gender',
  'phones',
  'websites',
  'emails',
  'parents',
  'subsidiaries',
  'registration-numbers',
  'imo-number',
  'owners',
  'flag',
  'text',
] as const;
type Destination = (typeof destinations)[number];

const FILE = 'other-information.yml';

const TableShape = Type.Object(
  {
    labels: Type.Array(
      Type.Object(
        { label: Type.String({ minLength: 1 }), goesTo: Type.Unsafe<Destination>(Type.Enum([...destinations])) },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);

const destinationByLabel: ReadonlyMap<string, Destination> = new Map(
  parseShape(TableShape, parse(readFileSync(new URL(`./${FILE}`, import.meta.url), 'utf8')), 'reference.invalid', {
    file: FILE,
  }).labels.map(({ label, goesTo }) => [label, goesTo]),
);

const anyLabel = new RegExp(`\\((${[...destinationByLabel.keys()].join('|')})\\)\\s*:`, 'g');

function factsIn(text: string): { readonly goesTo: Destination; readonly value: string }[] {
  const labels = [...text.matchAll(anyLabel)];
  return labels.flatMap((found, index) => {
    const [whole, label = ''] = found;
    const value = text.slice(found.index + whole.length, labels[index + 1]?.index).trim();
    const goesTo = destinationByLabel.get(label);
    return goesTo === undefined || value === '' ? [] : [{ goesTo, value }];
  });
}

/** Editions before 2022 begin with `UN Ref IRi.018.` */
function unlabelledUnReference(text: string): string[] {
  return [...text.matchAll(/(?<![(\w])UN Ref ([A-Z]{2}[a-z]\.\d+)/g)].map(([, value = '']) => value);
}

/** The running text goes on behind a reference without a mark. */
function referenceOf(form: RegExp, value: string, note: string): Identifier[] {
  const reference = form.exec(value)?.[0];
  return reference === undefined ? [] : [{ type: 'other', value: reference, note }];
}

function linkOf(kind: EntityLink['kind'], toName: string, detail: string): EntityLink {
  return { kind, toName, detail };
}

/** `(1) Novin Energy (2) TAMAS`, `Ansar Bank. Mehr Bank`; the full stop of `Co. Ltd` or `P.O. Box` is none between names. */
function namesIn(value: string): string[] {
  return enumeratedParts(value, 'numbers')
    .flatMap((part) => part.split(/(?<!\b(?:Co|Ltd|Corp|Inc|No|St|P\.O|Dr|Mr|[A-Z]))\.\s+(?=[A-Z])/))
    .map((name) => name.trim().replace(/(?<!\b(?:Co|Ltd|Corp|Inc))\.$/, ''))
    .filter((name) => name !== '');
}
