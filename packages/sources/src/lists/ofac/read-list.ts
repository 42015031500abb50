// The files of one of OFAC's lists in any of its three layouts in, its entities out.
import type { ImportContext, ListReading, SourceFile } from '../../importer.ts';
import type { CheckedDescription } from '../../readers/source-description.ts';
import { filesOfEdition, requiredFile } from '../list-files.ts';
import { ReadingInProgress } from '../list-reading.ts';
import { readAdvancedXml } from './advanced-xml.ts';
import { readClassicXml, type ReadForm } from './classic-xml.ts';
import { readCsvForm } from './csv-form.ts';
import { linkedEntities } from './links.ts';
import { entityOfParty, type EffectsOf, type OfacParty } from './party.ts';

/** @throws Problem as the readers of the layouts, and as `effectsOf`. */
export async function readOfacList(
  files: readonly SourceFile[],
  context: ImportContext,
  description: CheckedDescription,
  effectsOf: EffectsOf,
): Promise<ListReading> {
  const { form, byRole } = filesOfEdition(files, description);
  const list = description.id;
  const reading = new ReadingInProgress('aliases', 'addresses', ...(form === 'csv' ? ['comments'] : []));
  const reader = { territories: context.territories, reading };
  const onProgress = context.onProgress ?? (() => undefined);
  const read = async (): Promise<Partial<ReadForm> & { readonly parties: readonly OfacParty[] }> => {
    if (form === 'xml') return readClassicXml(requiredFile(byRole, 'xml', list), list, reader, onProgress);
    if (form === 'advanced-xml')
      return readAdvancedXml(requiredFile(byRole, 'advanced', list), description, reader, onProgress);
    const [role = ''] = description.forms.find((known) => known.form === form)?.files.map((file) => file.role) ?? [];
    return { parties: await readCsvForm(role, byRole, list, reader, onProgress) };
  };
  const { parties, statedOn } = await read();
  const entities = linkedEntities(parties.map((party) => entityOfParty(party, description, effectsOf, reader)));
  entities.forEach((entity, index) => reading.add(entity, parties[index]?.where ?? { list }));
  onProgress(1);
  return reading.finish(statedOn);
}
