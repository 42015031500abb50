// A FollowTheMoney record that relates two others in, the relation as it stands in the links of both out.

import type { LinkKind } from '@sekisho/engine/model/entity.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { sorted } from '../sorted.ts';
import { isDate } from './dates.ts';
import { edgeProperties, ignoredProperties, references, schemaRules, type EdgeRule } from './model.ts';
import { keysIn, type FtmPlace, type FtmRecord } from './record.ts';

/** A relation between each of `from` and each of `to`, ids both. */
export interface Edge {
  readonly line: number;
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Kind and detail of the link that `from` has to `to`, and of the one back. */
  readonly forward: LinkSide;
  readonly backward: LinkSide;
  readonly since?: string;
  readonly until?: string;
  /** True where it is a guess that these are ids: nothing is said of one that is not there. */
  readonly isGuess?: true;
}

export interface LinkSide {
  readonly kind: LinkKind;
  readonly detail: string;
}

const ignoredOfEdges = new Set(Object.keys(edgeProperties.ignored));

const said = new Set([
  ...edgeProperties.said,
  ...edgeProperties.since,
  ...edgeProperties.until,
  ...edgeProperties.dates,
]);

/** @throws Problem `list.unknown-column` for a property that relations of this schema do not have. */
export function edgeOf(record: FtmRecord, rule: EdgeRule, where: FtmPlace): Edge {
  const { properties, id, schema } = record;
  const details: string[] = [];
  const add = (text: string) => {
    if (!details.includes(text)) details.push(text);
  };
  for (const name of edgeProperties.said) for (const value of valuesOf(properties, name)) add(shown(name, value));
  for (const name of sorted(Object.keys(properties))) {
    if (name === rule.from || name === rule.to || ignoredProperties.has(name) || ignoredOfEdges.has(name)) continue;
    if (rule.open === true && !said.has(name)) for (const value of valuesOf(properties, name)) add(`${name}: ${value}`);
    else if (!said.has(name))
      throw new Problem('list.unknown-column', { ...where, record: id, field: name, reason: schema });
  }
  for (const name of edgeProperties.dates) for (const value of valuesOf(properties, name)) add(`${name}: ${value}`);
  const dates = (names: readonly string[]) => sorted(names.flatMap((name) => valuesOf(properties, name)));
  const [since, ...laterSince] = dates(edgeProperties.since);
  const [until, ...earlierUntil] = dates(edgeProperties.until).toReversed();
  for (const other of laterSince) add(`from ${other}`);
  for (const other of earlierUntil) add(`until ${other}`);
  const between = { ...dated('since', since, add), ...dated('until', until, add) };
  const [forward = '', backward = ''] = rule.said ?? [];
  const side = (kind: LinkKind, saidFirst: string): LinkSide => ({
    kind,
    detail: [kind === 'linked-to' || details.length > 0 ? saidFirst : '', ...details]
      .filter((part) => part !== '')
      .join('; '),
  });
  return {
    line: where.line,
    from: keysIn(record, rule.from, where),
    to: keysIn(record, rule.to, where),
    forward: side(rule.forward, forward),
    backward: side(rule.backward, backward),
    ...between,
  };
}

/** The relations that an entity states by naming others in properties of its own. */
export function referencesOf(record: FtmRecord, where: FtmPlace): readonly Edge[] {
  const edges: Edge[] = [];
  for (const [property, { forward, backward, said: details }] of references) {
    const others = keysIn(record, property, where);
    if (others.length === 0) continue;
    edges.push({
      line: where.line,
      from: [record.id],
      to: others,
      forward: { kind: forward, detail: details[0] },
      backward: { kind: backward, detail: details[1] },
    });
  }
  return edges;
}

/**
 * What may be relations of a record whose schema nobody knows: each of its values that could be an id with each other.
 * One that is the id of nothing is passed over.
 */
export function guessedEdgesOf(record: FtmRecord, where: FtmPlace): readonly Edge[] {
  const ends = Object.entries(record.properties)
    .filter(([name]) => !ignoredProperties.has(name))
    .flatMap(([name, values]) => values.filter(isLikeAnId).map((value) => ({ name, value })))
    .slice(0, MAX_GUESSED_ENDS);
  return ends.flatMap((from, place) =>
    ends.slice(place + 1).map((to): Edge => ({
      line: where.line,
      from: [from.value],
      to: [to.value],
      forward: { kind: 'linked-to', detail: `${record.schema}: ${to.name}` },
      backward: { kind: 'linked-to', detail: `${record.schema}: ${from.name}` },
      isGuess: true,
    })),
  );
}

/** Pairs grow with the square. */
const MAX_GUESSED_ENDS = 8;

function isLikeAnId(value: string): boolean {
  return /^[\w.:-]{3,255}$/.test(value) && !isDate(value) && !schemaRules.has(value);
}

/** A date that is none stays in words. */
function dated(
  field: 'since' | 'until',
  text: string | undefined,
  add: (text: string) => void,
): { since?: string; until?: string } {
  if (text === undefined) return {};
  const day = text.slice(0, 10);
  if (isDate(day)) return { [field]: day };
  add(`${field} ${text}`);
  return {};
}

function shown(name: string, value: string): string {
  return name === 'percentage' && /^\d+(?:[.,]\d+)?$/.test(value) ? `${value} %` : value;
}

function valuesOf(properties: FtmRecord['properties'], name: string): readonly string[] {
  const values = properties[name] ?? [];
  return values.length < 2 ? values : [...new Set(values)].toSorted();
}
