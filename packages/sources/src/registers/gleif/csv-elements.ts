// The columns of a CSV file of GLEIF in, the element that the XML file would have had for each of its rows out.
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { CsvRow } from '../../readers/csv.ts';
import type { RawElement } from '../../readers/strict-element.ts';
import type { RecordLayout } from '../../readers/strict-record.ts';

/** A value of a row as an element. */
export type ElementOfRow = (row: CsvRow) => RawElement;

/**
 * `Entity.OtherEntityNames.OtherEntityName.2.type` is the attribute `type` of the second such element; a column that is empty is no
 * element. What is in a file is told from its columns.
 * @throws Problem `file.unexpected` for columns of no file of GLEIF.
 */
export function elementsOfColumns({ columns, where }: RecordLayout): ElementOfRow {
  const name = recordNameOf(columns);
  if (name === undefined)
    throw new Problem('file.unexpected', { ...where, reason: 'its columns are of no file of GLEIF' });
  const places = columns.map((column) => (ignored.has(column) ? undefined : placeOf(column)));
  return ({ line, values }) => {
    const root = new Grown(name);
    values.forEach((value, index) => {
      const place = places[index];
      const text = value.replace(/\s+/g, ' ').trim();
      if (place && text !== '') root.put(place, text);
    });
    return root.element(line);
  };
}

function recordNameOf(columns: readonly string[]): string | undefined {
  if (columns.includes('Relationship.StartNode.NodeID')) return 'RelationshipRecord';
  if (columns.includes('Exception.Category')) return 'Exception';
  return columns.includes('LEI') && columns.includes('Entity.LegalName') ? 'LEIRecord' : undefined;
}

/** What the publisher's check of the record's form said. */
const ignored: ReadonlySet<string> = new Set(['ConformityFlag']);

interface Place {
  readonly steps: readonly { readonly name: string; readonly number: string }[];
  readonly attribute?: string;
}

function placeOf(column: string): Place {
  const parts = renamings.reduce((name, [from, to]) => name.replace(from, to), column).split('.');
  const attribute = attributes.get(parts.at(-1) ?? '');
  const steps: { name: string; number: string }[] = [];
  for (const part of attribute === undefined ? parts : parts.slice(0, -1)) {
    const last = steps.at(-1);
    if (last && /^\d+$/.test(part)) last.number = part;
    else steps.push({ name: part, number: '' });
  }
  return { steps, ...(attribute !== undefined && { attribute }) };
}

/** Columns that are named otherwise than the elements are. */
const renamings: readonly (readonly [from: RegExp, to: string])[] = [
  [/^(Entity\.SuccessorEntity\.\d+)\.SuccessorEntity\.xmllang$/, '$1.SuccessorEntityName.xmllang'],
  [/\.AffectedFields\.(\d+)\.AffectedField$/, '.AffectedFields.AffectedField.$1'],
  [/\.AffectedFields\.(\d+)\.field_xpath$/, '.AffectedFields.AffectedField.$1.field_xpath'],
  [/^Relationship\.Period\.(\d+)\./, 'Relationship.RelationshipPeriods.RelationshipPeriod.$1.'],
  [/(RelationshipPeriod\.\d+)\.startDate$/, '$1.StartDate'],
  [/(RelationshipPeriod\.\d+)\.endDate$/, '$1.EndDate'],
  [/(RelationshipPeriod\.\d+)\.periodType$/, '$1.PeriodType'],
  [/^Relationship\.Qualifiers\./, 'Relationship.RelationshipQualifiers.'],
  [/^Relationship\.Quantifiers\./, 'Relationship.RelationshipQuantifiers.'],
  [/^Exception\.(Category|Reason|Reference)/, 'Exception$1'],
];

const attributes: ReadonlyMap<string, string> = new Map([
  ['xmllang', 'xml:lang'],
  ...['type', 'event_status', 'group_type', 'group_id', 'group_sequence_no', 'field_xpath'].map(
    (name) => [name, name] as const,
  ),
]);

/** An element that grows by the columns of a row. */
class Grown {
  readonly #name: string;
  readonly #children = new Map<string, Grown>();
  readonly #attributes: Record<string, string> = {};
  #text = '';

  constructor(name: string) {
    this.#name = name;
  }

  put({ steps: [step, ...below], attribute }: Place, text: string): void {
    if (step)
      this.#childOf(step.name, step.number).put({ steps: below, ...(attribute !== undefined && { attribute }) }, text);
    else if (attribute === undefined) this.#text = text;
    else this.#attributes[attribute] = text;
  }

  element(line: number): RawElement {
    return {
      name: this.#name,
      line,
      attributes: this.#attributes,
      children: [...this.#children.values()].map((child) => child.element(line)),
      text: this.#text,
    };
  }

  #childOf(name: string, number: string): Grown {
    const key = `${name} ${number}`;
    let child = this.#children.get(key);
    if (!child) this.#children.set(key, (child = new Grown(name)));
    return child;
  }
}
