// What is put into the temporary buckets of a join, and how its lines are written and read.
//
// Parts of a line stand between tabs, as no id has one: what only passes through is never read and written again.
import type { Address, EntityLink, LinkKind } from '@sekisho/engine/model/entity.ts';
import type { BytesOfBlock, TemporaryBuckets } from '../../readers/temporary-buckets.ts';
import type { Edge } from './edge.ts';

/**
 * `joins`: names of all that can be named, addresses, who asks for which address, relations; each where its id is.
 * `messages`: what comes of them, where the one is that it goes to. `records`: entities and what belongs to them.
 */
type Drawer = 'joins' | 'messages' | 'records';

/** What a thing is to those who name it: an entity; a post, which becomes a position; something else. */
export type ThingKind = 'entity' | 'thing' | 'post';

/** What one thing is called. */
export interface NamedThing {
  readonly is: ThingKind;
  readonly name: string;
}

/** The lines of `joins` of a bucket. Names and addresses as they are written, to be read where somebody asks for them. */
export interface Joins {
  readonly namedThings: ReadonlyMap<string, string>;
  readonly addresses: ReadonlyMap<string, string>;
  readonly asked: readonly { readonly address: string; readonly by: string; readonly line: number }[];
  readonly edges: readonly Edge[];
}

/** `missing`: the other end of the relation is not in the file. */
export type Message = { readonly to: string; readonly line: number } & (
  | { readonly link: EntityLink; readonly missing: boolean }
  | { readonly address: Address }
  | { readonly noAddress: string }
  | { readonly position: string }
);

/** `added`, `changed`: an entity; `part`: of the entities it names; `before`: an entity as it stood; `removed`: its id. */
export type RecordKind = 'added' | 'changed' | 'part' | 'before' | 'removed';

export interface RecordLine {
  readonly kind: RecordKind;
  /** Of the file it is from. */
  readonly line: number;
  readonly text: string;
}

const LINE_FEED = 0x0a;

export function putName(buckets: TemporaryBuckets, id: string, { is, name }: NamedThing): void {
  putWrittenName(buckets, id, is, JSON.stringify(name));
}

/** @param name as a text of JSON. */
export function putWrittenName(buckets: TemporaryBuckets, id: string, is: ThingKind, name: string): void {
  buckets.put('joins' satisfies Drawer, buckets.bucketOf(id), `N\t${id}\t${is}\t${name}`);
}

export function putAddress(buckets: TemporaryBuckets, id: string, address: Address): void {
  buckets.put('joins' satisfies Drawer, buckets.bucketOf(id), `A\t${id}\t${JSON.stringify(address)}`);
}

export function putAsked(buckets: TemporaryBuckets, address: string, by: string, line: number): void {
  buckets.put('joins' satisfies Drawer, buckets.bucketOf(address), `Q\t${address}\t${line}\t${by}`);
}

/** A relation stands in the buckets of both of its ends. */
export function putEdge(buckets: TemporaryBuckets, edge: Edge): void {
  const { line, from: fromAll, to: toAll, forward, backward, since, until, isGuess } = edge;
  const ends = [fromAll, toAll, forward.kind, forward.detail, backward.kind, backward.detail];
  const text = `E\t\t${JSON.stringify([line, ...ends, since ?? '', until ?? '', isGuess === true])}`;
  const [[from = '', ...otherFrom], [to = '', ...otherTo]] = [edge.from, edge.to];
  const places =
    otherFrom.length + otherTo.length === 0
      ? distinctPlaces(buckets.bucketOf(from), buckets.bucketOf(to))
      : new Set([...edge.from, ...edge.to].map((id) => buckets.bucketOf(id)));
  for (const place of places) buckets.put('joins' satisfies Drawer, place, text);
}

function distinctPlaces(one: number, other: number): readonly number[] {
  return one === other ? [one] : [one, other];
}

export function takeJoins(buckets: TemporaryBuckets, bucket: number): Joins {
  const namedThings = new Map<string, string>();
  const addresses = new Map<string, string>();
  const asked: { address: string; by: string; line: number }[] = [];
  const edges: Edge[] = [];
  for (const text of linesOf(buckets.take('joins' satisfies Drawer, bucket))) {
    const end = text.indexOf('\t', 2);
    const [kind, id, rest] = [text[0], text.slice(2, end), text.slice(end + 1)];
    if (kind === 'N') namedThings.set(id, rest);
    else if (kind === 'A') addresses.set(id, rest);
    else if (kind === 'Q') {
      const [line = '', by = ''] = rest.split('\t');
      asked.push({ address: id, by, line: Number(line) });
    } else edges.push(edgeFrom(JSON.parse(rest) as EdgeLine));
  }
  return { namedThings, addresses, asked, edges };
}

type EdgeLine = readonly [
  line: number,
  from: readonly string[],
  to: readonly string[],
  forwardKind: LinkKind,
  forwardDetail: string,
  backwardKind: LinkKind,
  backwardDetail: string,
  since: string,
  until: string,
  isGuess: boolean,
];

function edgeFrom([
  line,
  from,
  to,
  forwardKind,
  forwardDetail,
  backwardKind,
  backwardDetail,
  since,
  until,
  isGuess,
]: EdgeLine): Edge {
  return {
    line,
    from,
    to,
    forward: { kind: forwardKind, detail: forwardDetail },
    backward: { kind: backwardKind, detail: backwardDetail },
    ...(since !== '' && { since }),
    ...(until !== '' && { until }),
    ...(isGuess && { isGuess }),
  };
}

/** @param written as a name stands in the `joins`. */
export function namedThing(written: string): NamedThing {
  const tab = written.indexOf('\t');
  return { is: written.slice(0, tab) as ThingKind, name: JSON.parse(written.slice(tab + 1)) as string };
}

/** @param to whom it is for. */
export function putLink(buckets: TemporaryBuckets, to: string, line: number, link: EntityLink, missing: boolean): void {
  put(buckets, to, line, missing ? 'M' : 'L', JSON.stringify(link));
}

/** @param written as an address stands in the `joins`; undefined when none has the id. */
export function putAnswer(
  buckets: TemporaryBuckets,
  to: string,
  line: number,
  address: string,
  written: string | undefined,
): void {
  if (written === undefined) put(buckets, to, line, '-', address);
  else put(buckets, to, line, 'A', written);
}

export function putPosition(buckets: TemporaryBuckets, to: string, line: number, position: string): void {
  put(buckets, to, line, 'P', JSON.stringify(position));
}

function put(buckets: TemporaryBuckets, to: string, line: number, kind: string, text: string): void {
  buckets.put('messages' satisfies Drawer, buckets.bucketOf(to), `${kind}\t${to}\t${line}\t${text}`);
}

export function* takeMessages(buckets: TemporaryBuckets, bucket: number): Generator<Message> {
  for (const text of linesOf(buckets.take('messages' satisfies Drawer, bucket))) {
    const first = text.indexOf('\t', 2);
    const second = text.indexOf('\t', first + 1);
    const [kind, to, rest] = [text[0], text.slice(2, first), text.slice(second + 1)];
    const at = { to, line: Number(text.slice(first + 1, second)) };
    if (kind === '-') yield { ...at, noAddress: rest };
    else if (kind === 'A') yield { ...at, address: JSON.parse(rest) as Address };
    else if (kind === 'P') yield { ...at, position: JSON.parse(rest) as string };
    else yield { ...at, link: JSON.parse(rest) as EntityLink, missing: kind === 'M' };
  }
}

/**
 * @param ids of the entities it belongs to: it stands in the buckets of all.
 * @param json as the file writes it, or as the text to put.
 */
export function putRecord(
  buckets: TemporaryBuckets,
  ids: readonly string[],
  kind: RecordKind,
  line: number,
  json: string | BytesOfBlock,
): void {
  const [id = ''] = ids;
  const places = ids.length === 1 ? [buckets.bucketOf(id)] : new Set(ids.map((one) => buckets.bucketOf(one)));
  for (const place of places)
    if (typeof json === 'string') buckets.put('records' satisfies Drawer, place, `${kind}\t${line}\t${json}`);
    else buckets.put('records' satisfies Drawer, place, `${kind}\t${line}\t`, json);
}

export function* takeRecords(buckets: TemporaryBuckets, bucket: number): Generator<RecordLine> {
  for (const text of linesOf(buckets.take('records' satisfies Drawer, bucket))) {
    const first = text.indexOf('\t');
    const second = text.indexOf('\t', first + 1);
    yield {
      kind: text.slice(0, first) as RecordKind,
      line: Number(text.slice(first + 1, second)),
      text: text.slice(second + 1),
    };
  }
}

function* linesOf(bytes: Buffer): Generator<string> {
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(LINE_FEED, start);
    yield bytes.toString('utf8', start, end);
    start = end + 1;
  }
}
