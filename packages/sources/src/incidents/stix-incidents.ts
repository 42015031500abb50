// A STIX 2.1 bundle and what is kept already in, incidents with what belongs to them out, and what of it links to nothing.
import { whyNot, type Incident, type Indicator } from '@sekisho/engine/model/incident.ts';
import { Problem, type ProblemFacts, type RecordProblem } from '@sekisho/engine/model/problem.ts';
import { markingNames } from './stix-markings.ts';
import { instant, readBundle, type StixBundle, type StixObject } from './stix-objects.ts';
import { patternValues } from './stix-pattern.ts';

export interface StixSettings {
  /** Whose it is, where no object says who made it. */
  readonly publisher?: string;
  /** By id: what a bundle adds to or takes back of is changed there. */
  readonly kept: ReadonlyMap<string, Incident>;
  readonly retrievedOn: string;
}

export interface IncidentReading {
  readonly incidents: readonly Incident[];
  /** What is kept and links to nothing, what is passed over; each with its object. */
  readonly problems: readonly RecordProblem[];
}

/** @throws Problem `incident.invalid` with file, object and field. */
export function readStix(value: unknown, settings: StixSettings, facts: ProblemFacts): IncidentReading {
  return new BundleReading(readBundle(value, facts), settings, facts).read();
}

const containerTypes: ReadonlySet<string> = new Set([
  'incident',
  'campaign',
  'intrusion-set',
  'threat-actor',
  'report',
]);
/** From an incident on these are gone through to what was observed; malware and tools are of many who know nothing of each other. */
const passedThrough: ReadonlySet<string> = new Set(['infrastructure', 'observed-data', 'sighting']);
/** Who was attacked, who wrote and where somebody is says nothing of who did it. */
const otherRelations: ReadonlySet<string> = new Set([
  'targets',
  'located-at',
  'originates-from',
  'mitigates',
  'remediates',
  'investigates',
  'derived-from',
  'duplicate-of',
  'impersonates',
  'impacts',
]);
const nothingToLink: ReadonlySet<string> = new Set([
  ...containerTypes,
  ...passedThrough,
  'identity',
  'relationship',
  'marking-definition',
]);

class BundleReading {
  readonly #bundle: StixBundle;
  readonly #settings: StixSettings;
  readonly #facts: ProblemFacts;
  readonly #problems: RecordProblem[] = [];
  readonly #near = new Map<string, { readonly id: string; readonly as: string }[]>();
  readonly #indicators = new Map<string, readonly Indicator[]>();

  constructor(bundle: StixBundle, settings: StixSettings, facts: ProblemFacts) {
    this.#bundle = bundle;
    this.#settings = settings;
    this.#facts = facts;
  }

  read(): IncidentReading {
    const { objects } = this.#bundle;
    for (const object of objects.values()) this.#takeEdges(object);
    for (const object of objects.values()) this.#indicators.set(object.id, this.#indicatorsOf(object));
    const containers = [...objects.values()].filter(({ type }) => containerTypes.has(type));
    const reached = new Set<string>();
    const incidents = containers.map((container) => this.#incidentOf(container, reached));
    const changed = this.#changedOfKept(new Set(incidents.map(({ id }) => id)), reached);
    const rest = this.#rest(reached);
    return { incidents: [...incidents, ...changed, ...rest], problems: this.#problems };
  }

  #takeEdges(object: StixObject): void {
    const { type, id, revoked = false } = object;
    if (revoked && type === 'relationship') return;
    if (type === 'relationship') {
      const { source_ref: from = '', target_ref: to = '', relationship_type: as = '' } = object;
      if (!otherRelations.has(as)) this.#join(from, to, as);
      return;
    }
    const refs = [
      ...(type === 'report' || type === 'observed-data' ? (object.object_refs ?? []) : []),
      ...(type === 'sighting' ? [object.sighting_of_ref ?? '', ...(object.observed_data_refs ?? [])] : []),
    ];
    for (const ref of refs) this.#join(id, ref, type === 'report' ? 'reported' : 'observed');
  }

  #join(from: string, to: string, as: string): void {
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      const known = this.#near.get(one);
      if (known) known.push({ id: other, as });
      else this.#near.set(one, [{ id: other, as }]);
    }
  }

  #incidentOf(container: StixObject, reached: Set<string>): Incident {
    const { type, id, name = '', description, first_seen, last_seen, published, modified = '', revoked } = container;
    const markings = new Set(markingNames(container, this.#bundle, this.#facts));
    const indicators = [...namesOf(container)];
    const related: { id: string; as: string }[] = [];
    for (const { object, as } of this.#belongingTo(id)) {
      if (containerTypes.has(object.type)) {
        related.push({ id: object.id, as });
        continue;
      }
      reached.add(object.id);
      for (const marking of markingNames(object, this.#bundle, this.#facts)) markings.add(marking);
      if (object.type === 'identity') {
        if (as === 'attributed-to') indicators.push(...this.#identityNames(object));
      } else indicators.push(...(this.#indicators.get(object.id) ?? []));
    }
    const kind = containerTypes.has(type) ? { kind: type as NonNullable<Incident['kind']> } : {};
    return {
      id,
      ...kind,
      title: name.slice(0, 1000),
      ...(description !== undefined && description.trim() !== '' && { description: description.slice(0, 20_000) }),
      source: this.#sourceOf(container, published),
      ...(first_seen !== undefined && { from: first_seen.slice(0, 10) }),
      ...(last_seen !== undefined && { to: last_seen.slice(0, 10) }),
      modified,
      ...(revoked === true && { revoked }),
      ...(0 < markings.size && { markings: [...markings] }),
      indicators: distinct(indicators),
      ...(0 < related.length && { related }),
    };
  }

  /** What a container leads to, by the way that leads there. */
  *#belongingTo(container: string): Iterable<{ readonly object: StixObject; readonly as: string }> {
    const seen = new Set([container]);
    let edge = [container];
    while (0 < edge.length) {
      const next: string[] = [];
      for (const node of edge)
        for (const { id, as } of this.#near.get(node) ?? []) {
          if (seen.has(id)) continue;
          seen.add(id);
          const object = this.#bundle.objects.get(id);
          if (!object) continue;
          yield { object, as };
          if (passedThrough.has(object.type) || object.type === 'indicator' || isObservable(object)) next.push(id);
        }
      edge = next;
    }
  }

  #identityNames({ id, name = '', identity_class, revoked, modified }: StixObject): readonly Indicator[] {
    if (name.trim() === '') return [];
    const schema =
      identity_class === 'individual' ? 'Person' : identity_class === 'organization' ? 'Organization' : undefined;
    return [
      {
        type: 'name',
        value: name,
        ...(schema && { schema }),
        ...(revoked === true && { revoked }),
        objectId: id,
        ...(modified !== undefined && { modified }),
      },
    ];
  }

  #sourceOf(
    { created_by_ref, external_references, lang, id }: StixObject,
    published: string | undefined,
  ): Incident['source'] {
    const maker = created_by_ref === undefined ? undefined : this.#bundle.objects.get(created_by_ref)?.name;
    const publisher = maker ?? this.#settings.publisher ?? this.#settings.kept.get(id)?.source.publisher;
    if (publisher === undefined || publisher.trim() === '')
      throw new Problem('incident.invalid', {
        ...this.#facts,
        object: id,
        field: '/created_by_ref',
        reason: 'names nobody in this bundle: say whose it is with --source',
      });
    const url = external_references?.find((reference) => reference.url !== undefined)?.url;
    return {
      publisher: publisher.slice(0, 500),
      ...(url !== undefined && { url }),
      ...(lang !== undefined && { language: lang }),
      ...(published !== undefined && { publishedOn: published.slice(0, 10) }),
      retrievedOn: this.#settings.retrievedOn,
    };
  }

  /** Of a pattern or an observable; what says nothing that can be linked is told. */
  #indicatorsOf(object: StixObject): readonly Indicator[] {
    const { type, id } = object;
    if (nothingToLink.has(type)) return [];
    if (type !== 'indicator' && !isObservable(object)) {
      this.#tell(id, `objects of type ${type} are not read`);
      return [];
    }
    const values = type === 'indicator' ? this.#patternOf(object) : observed(object);
    return values.flatMap((value): readonly Indicator[] => {
      const reason = whyNot(value);
      if (reason !== undefined) this.#tell(id, `it ${reason}`, value.value);
      return reason === undefined ? [{ ...value, ...datesOf(object) }] : [];
    });
  }

  #patternOf({ id, pattern = '', pattern_type = '' }: StixObject): readonly Pick<Indicator, 'type' | 'value'>[] {
    if (pattern_type !== 'stix') {
      this.#tell(id, `patterns of ${pattern_type} are not read`, pattern.slice(0, MAX_TOLD));
      return [];
    }
    const values = patternValues(pattern);
    if ('reason' in values) {
      this.#tell(id, values.reason, pattern.slice(0, MAX_TOLD));
      return [];
    }
    return values;
  }

  /** A new version of an indicator that stands in an incident of before, which this bundle does not hold. */
  #changedOfKept(present: ReadonlySet<string>, reached: Set<string>): readonly Incident[] {
    const changed: Incident[] = [];
    for (const kept of this.#settings.kept.values()) {
      if (present.has(kept.id)) continue;
      const renewed = new Map<string, StixObject>();
      for (const { objectId = '', modified } of kept.indicators) {
        const object = this.#bundle.objects.get(objectId);
        if (object && instant(modified) < instant(object.modified)) renewed.set(objectId, object);
      }
      const added = (this.#near.get(kept.id) ?? []).flatMap(({ id, as }) => {
        const object = this.#bundle.objects.get(id);
        if (!object || containerTypes.has(object.type)) return [];
        reached.add(id);
        return object.type === 'identity' && as === 'attributed-to'
          ? this.#identityNames(object)
          : (this.#indicators.get(id) ?? []);
      });
      for (const id of renewed.keys()) reached.add(id);
      if (renewed.size + added.length === 0) continue;
      const unchanged = kept.indicators.filter(({ objectId = '' }) => !renewed.has(objectId));
      const anew = [...renewed.values()].flatMap((object) =>
        object.type === 'identity' ? this.#identityNames(object) : (this.#indicators.get(object.id) ?? []),
      );
      changed.push({ ...kept, indicators: distinct([...unchanged, ...anew, ...added]) });
    }
    return changed;
  }

  /** Indicators that no incident of the bundle leads to are one of their own, under the bundle's id. */
  #rest(reached: ReadonlySet<string>): readonly Incident[] {
    const objects = [...this.#bundle.objects.values()].filter(
      ({ id }) => !reached.has(id) && 0 < (this.#indicators.get(id)?.length ?? 0),
    );
    const [first] = objects;
    if (!first) return [];
    const markings = new Set(objects.flatMap((object) => markingNames(object, this.#bundle, this.#facts)));
    return [
      {
        id: this.#bundle.id,
        title: `Indicators of ${this.#bundle.id}`,
        source: this.#sourceOf(first, undefined),
        ...(0 < markings.size && { markings: [...markings] }),
        indicators: distinct(objects.flatMap(({ id }) => this.#indicators.get(id) ?? [])),
      },
    ];
  }

  #tell(object: string, reason: string, value?: string): void {
    this.#problems.push({
      code: 'incident.not-understood',
      facts: { ...this.#facts, object, reason, ...(value !== undefined && { value }) },
    });
  }
}

const MAX_TOLD = 200;

const observableTypes = {
  'domain-name': 'domain',
  'ipv4-addr': 'ip',
  'ipv6-addr': 'ip',
  'email-addr': 'mail',
  url: 'url',
} as const satisfies Record<string, Indicator['type']>;

function isObservable({ type }: StixObject): boolean {
  return type in observableTypes || type === 'user-account' || type === 'file';
}

function observed({ type, value = '', ...object }: StixObject): readonly Pick<Indicator, 'type' | 'value'>[] {
  if (type in observableTypes) return [{ type: observableTypes[type as keyof typeof observableTypes], value }];
  if (type === 'file') return Object.values(object.hashes ?? {}).map((hash) => ({ type: 'file-hash', value: hash }));
  const account = object.user_id ?? object.account_login ?? object.display_name;
  return account === undefined || account.trim() === '' ? [] : [{ type: 'account', value: account }];
}

/** A threat actor that is one person bears a name; names of groups are words that analysts gave them. */
function namesOf({ type, id, name = '', aliases = [], resource_level, modified }: StixObject): readonly Indicator[] {
  if (type !== 'threat-actor' || resource_level !== 'individual') return [];
  return [name, ...aliases]
    .filter((text) => text.trim() !== '')
    .map((value) => ({
      type: 'name',
      value,
      schema: 'Person',
      objectId: id,
      ...(modified !== undefined && { modified }),
    }));
}

function datesOf({
  id,
  valid_from,
  valid_until,
  revoked,
  modified,
  description,
}: StixObject): Omit<Indicator, 'type' | 'value'> {
  return {
    ...(valid_from !== undefined && { from: valid_from.slice(0, 10) }),
    ...(valid_until !== undefined && { to: valid_until.slice(0, 10) }),
    ...(revoked === true && { revoked }),
    objectId: id,
    ...(modified !== undefined && { modified }),
    ...(description !== undefined && description.trim() !== '' && { note: description.slice(0, 2000) }),
  };
}

/** Of one type and value the first. */
function distinct(indicators: readonly Indicator[]): Indicator[] {
  const byValue = new Map<string, Indicator>();
  for (const indicator of indicators) {
    const key = `${indicator.type} ${indicator.value}`;
    const known = byValue.get(key);
    if (!known || (known.revoked === true && indicator.revoked !== true)) byValue.set(key, indicator);
  }
  return [...byValue.values()];
}
