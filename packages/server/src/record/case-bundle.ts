// What one case sealed in, the parts of its bundle out: which files it names, and what is read of it without a program.
import Type, { type Static } from 'typebox';
import { Check } from 'typebox/value';
import type { Edition } from '@sekisho/engine/model/edition.ts';
import type { OpenEntry } from '@sekisho/engine/model/record-entry.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';
import { valueOfLine } from './record-lines.ts';

/** Rises when a reader of the number before would misread a bundle. */
export const BUNDLE_FORMAT = 1;

/** The files of a bundle. */
export const bundleFiles = {
  manifest: 'manifest.json',
  record: 'record.jsonl',
  contents: 'case.json',
  editions: 'editions.json',
  policy: (sha256: string) => `policies/${sha256}.yml`,
  document: (sha256: string) => `documents/${sha256}.document`,
} as const;
export const bundleNames =
  /^(?:manifest\.json|record\.jsonl|case\.json|editions\.json|policies\/[0-9a-f]{64}\.yml|documents\/[0-9a-f]{64}\.document)$/;

const closed = { additionalProperties: false };
const hash = Type.String({ pattern: '^[0-9a-f]{64}$' });

const ManifestShape = Type.Object(
  {
    format: Type.Integer(),
    recordId: Type.String(),
    caseId: Type.String(),
    exportedAt: Type.String(),
    files: Type.Array(Type.Object({ name: Type.String(), bytes: Type.Integer({ minimum: 0 }), sha256: hash }, closed)),
  },
  closed,
);
export type Manifest = Static<typeof ManifestShape>;

/** @throws Problem `record.unreadable` for another text than a manifest's, or a format that is not known. */
export function readManifest(text: string, file: string): Manifest {
  const manifest = valueOfLine(text, ManifestShape, { file });
  if (manifest.format !== BUNDLE_FORMAT)
    throw new Problem('record.unreadable', {
      file,
      reason: `format ${manifest.format} is not known; this program knows ${BUNDLE_FORMAT}`,
    });
  return manifest;
}

const EditionsShape = Type.Array(
  Type.Object({
    id: hash,
    source: Type.String(),
    kind: Type.Unsafe<Edition['kind']>(Type.String()),
    publishedOn: Type.String(),
    complete: Type.Boolean(),
    basedOn: Type.Optional(hash),
    importerVersion: Type.Number(),
    files: Type.Array(Type.Object({ name: Type.String(), sha256: hash, bytes: Type.Number() })),
    contentSha256: hash,
  }),
);

/** @throws Problem `record.unreadable` for a text that describes no editions. */
export function readEditions(text: string, file: string): Static<typeof EditionsShape> {
  return valueOfLine(text, EditionsShape, { file });
}

/** What the open entries of a case say, for people and programs that know nothing of seals. */
export function contentsOf(entries: readonly OpenEntry[]): string {
  const opened = entries.flatMap(({ sequence, at, kind, subject, payload }) =>
    payload === undefined ? [] : [{ sequence, at, kind, subject, content: JSON.parse(payload) as unknown }],
  );
  return canonicalJson({ entries: opened });
}

/** Hashes of the files beside the record that open entries rest on. */
export interface NamedFiles {
  readonly policies: ReadonlySet<string>;
  readonly editions: ReadonlySet<string>;
  readonly documents: ReadonlySet<string>;
}

export function namedFiles(entries: readonly OpenEntry[]): NamedFiles {
  const policies = new Set<string>();
  const editions = new Set<string>();
  const documents = new Set<string>();
  for (const { kind, payload } of entries) {
    if (payload === undefined) continue;
    const content: unknown = JSON.parse(payload);
    if (kind === 'application-received' || kind === 'case-noted') addHashes(content, documents);
    if (kind !== 'decision-made' || !Check(DecidedShape, content)) continue;
    policies.add(content.decision.policy.sha256);
    for (const { editionId } of content.evidence.sources) if (editionId !== undefined) editions.add(editionId);
  }
  return { policies, editions, documents };
}

const DecidedShape = Type.Object({
  decision: Type.Object({ policy: Type.Object({ sha256: hash }) }),
  evidence: Type.Object({ sources: Type.Array(Type.Object({ editionId: Type.Optional(hash) })) }),
});

/** What is called `sha256`, wherever it stands. */
function addHashes(value: unknown, to: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, part] of Object.entries(value))
    if (name === 'sha256' && typeof part === 'string' && /^[0-9a-f]{64}$/.test(part)) to.add(part);
    else addHashes(part, to);
}
