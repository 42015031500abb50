// `data/addresses/virtual-offices.yml` in, checked: addresses at which companies have a seat and nobody of theirs sits.
import Type from 'typebox';
import { Check, Errors } from 'typebox/value';
import { invalid, readYaml } from './data-table.ts';
import type { ReferenceFiles } from './reference-files.ts';

const FILE = 'addresses/virtual-offices.yml';

const text = Type.String({ minLength: 1, pattern: '\\S' });
const OfficeShape = Type.Object(
  {
    /** Up to the house number, as it is written in Japan. */
    address: text,
    kind: Type.Unsafe<'virtual-office' | 'mail-forwarding' | 'formation-agent'>(
      Type.Enum(['virtual-office', 'mail-forwarding', 'formation-agent']),
    ),
    operator: Type.Optional(text),
    /** Who says so, and when it was seen. */
    source: text,
  },
  { additionalProperties: false },
);
export type VirtualOffice = Type.Static<typeof OfficeShape>;

/** @throws Problem `reference.invalid`, with the entry. */
export function buildVirtualOffices(files: ReferenceFiles): readonly VirtualOffice[] {
  const value = readYaml(files, FILE);
  if (!Array.isArray(value)) throw invalid(FILE, 1, 'the file is not a list of addresses');
  return value.map((entry: unknown, index) => {
    if (Check(OfficeShape, entry)) return entry;
    const [error] = Errors(OfficeShape, entry);
    throw invalid(FILE, String(index + 1), `${error?.instancePath || '/'} ${error?.message ?? 'has another shape'}`);
  });
}
