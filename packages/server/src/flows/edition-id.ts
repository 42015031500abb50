// What makes an edition in, its id out.
import { createHash } from 'node:crypto';
import type { Edition } from '@sekisho/engine/model/edition.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';

export type EditionOrigin = Pick<
  Edition,
  'source' | 'kind' | 'publishedOn' | 'complete' | 'basedOn' | 'importerVersion' | 'files' | 'contentSha256'
>;

/** The files' roles are no part of it, and neither is what was counted. */
export function editionIdOf(origin: EditionOrigin): string {
  const { source, kind, publishedOn, complete, basedOn, importerVersion, contentSha256 } = origin;
  const files = origin.files.map(({ name, sha256, bytes }) => ({ name, sha256, bytes }));
  const made = { source, kind, publishedOn, complete, basedOn, importerVersion, files, contentSha256 };
  return createHash('sha256').update(canonicalJson(made)).digest('hex');
}
