// The names, addresses and relations of a bucket in, messages to the entities that they are for out.
import type { EntityLink } from '@sekisho/engine/model/entity.ts';
import type { TemporaryBuckets } from '../../readers/temporary-buckets.ts';
import { namedThing, putAnswer, putLink, putPosition, takeJoins } from './drawers.ts';
import type { Edge, LinkSide } from './edge.ts';

/**
 * What stands in this bucket is told to those who name it: an address to whom it is of, an entity's name to the other
 * end of each relation.
 * @param source the source's id, with which ids of its entities begin.
 */
export function sendMessages(buckets: TemporaryBuckets, bucket: number, source: string): void {
  const { namedThings, addresses, asked, edges } = takeJoins(buckets, bucket);
  for (const { address, by, line } of asked) putAnswer(buckets, by, line, address, addresses.get(address));
  for (const edge of edges)
    for (const from of edge.from)
      for (const to of edge.to) {
        if (buckets.bucketOf(to) === bucket) tell(buckets, from, to, edge.forward, edge, namedThings.get(to), source);
        if (buckets.bucketOf(from) === bucket)
          tell(buckets, to, from, edge.backward, edge, namedThings.get(from), source);
      }
}

/** @param written of the other, as it stands in the bucket; undefined when nothing has its id. */
function tell(
  buckets: TemporaryBuckets,
  to: string,
  other: string,
  { kind, detail }: LinkSide,
  { line, since, until, isGuess }: Edge,
  written: string | undefined,
  source: string,
): void {
  const thing = written === undefined ? undefined : namedThing(written);
  if (thing?.is === 'post') putPosition(buckets, to, line, positionOf(thing.name, since, until));
  if (thing?.is === 'post' || (!thing && isGuess)) return;
  const link: EntityLink = {
    kind,
    ...(thing?.is !== 'thing' && { toId: `${source}:${other}` }),
    ...(thing && { toName: thing.name }),
    ...(detail !== '' && { detail }),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
  };
  putLink(buckets, to, line, link, !thing);
}

/** `Member of Parliament (2010–2014)`. */
function positionOf(name: string, since: string | undefined, until: string | undefined): string {
  return since === undefined && until === undefined ? name : `${name} (${since ?? ''}–${until ?? ''})`;
}
