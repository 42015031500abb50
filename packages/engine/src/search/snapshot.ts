// The bytes of a saved index in, the index out; or why it may not be searched.
import { Problem } from '../model/problem.ts';
import type { NameReference } from '../reference/name-reference.ts';
import { EntityIndex } from './entity-index.ts';
import { isWhole, readBlock, type IndexHeader } from './index-format.ts';

/** What a saved index must have been made of to answer for lists in use. */
export type SnapshotBasis = Pick<IndexHeader, 'madeWith' | 'editions'>;

/**
 * Reads all of it once, for the checksum. That finds what disks and copying do, not what somebody does on purpose: who can
 * write the bytes can write a checksum too.
 * @param basis editions in the order of their lists.
 * @throws Problem `index.damaged`, or `index.outdated` when it is whole and of another format or basis.
 */
export function openSnapshot(bytes: SharedArrayBuffer, reference: NameReference, basis: SnapshotBasis): EntityIndex {
  const block = readBlock(bytes);
  if ('refused' in block) throw new Problem(`index.${block.refused}`, { reason: block.reason });
  if (!isWhole(bytes)) throw new Problem('index.damaged', { reason: 'its checksum does not match' });
  const reason = otherBasis(block.header, basis);
  if (reason !== undefined) throw new Problem('index.outdated', { reason });
  return new EntityIndex(bytes, block.header, block.parts, reference);
}

function otherBasis(found: SnapshotBasis, wanted: SnapshotBasis): string | undefined {
  if (found.madeWith !== wanted.madeWith)
    return `it was made with ${found.madeWith || 'something unnamed'}, not with ${wanted.madeWith || 'something unnamed'}`;
  for (let place = 0; place < Math.max(found.editions.length, wanted.editions.length); place++) {
    const [has, wants] = [editionName(found, place), editionName(wanted, place)];
    if (has !== wants) return `it holds ${has} where ${wants} is in use`;
  }
  return undefined;
}

function editionName({ editions }: SnapshotBasis, place: number): string {
  const edition = editions[place];
  return edition ? `${edition.source} ${edition.editionId}` : 'no list';
}
