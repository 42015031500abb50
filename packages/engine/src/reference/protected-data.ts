// `data/protected-data.yml` in, the topics of entries that a view of is sealed out: checked and frozen.
import Type from 'typebox';
import { Check, Errors } from 'typebox/value';
import { invalid, readYaml } from './data-table.ts';
import type { ReferenceFiles } from './reference-files.ts';

const FILE = 'protected-data.yml';

const text = Type.String({ minLength: 1, pattern: '\\S' });
const FileShape = Type.Array(
  Type.Object(
    { topic: Type.String({ pattern: '^[a-z]+(\\.[a-z]+)*$' }), covers: text, source: text },
    { additionalProperties: false },
  ),
  { minItems: 1 },
);

/** @throws Problem `reference.invalid`: another shape, a topic twice. */
export function buildProtectedTopics(files: ReferenceFiles): ReadonlySet<string> {
  const content = readYaml(files, FILE);
  if (!Check(FileShape, content)) {
    const [error] = Errors(FileShape, content);
    throw invalid(FILE, error?.instancePath ?? '/', error?.message ?? 'has another shape');
  }
  const topics = new Set(content.map(({ topic }) => topic));
  if (topics.size < content.length) throw invalid(FILE, 'topic', 'a topic has an entry already');
  return topics;
}
