// Where a source's files are fetched in, the files of its newest edition in a folder out; or that nothing changed.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fetchFile, type DownloadSettings, type Fetched, type Validators } from './fetch-file.ts';
import { linkOn, nameIn } from './page-link.ts';

/** As `source.yml` names it. */
export interface Address {
  readonly role: string;
  readonly url: string;
  readonly link?: string;
  readonly name?: string;
}

/** A file that was fetched, with what to ask with the next time. */
export interface FetchedFile extends Validators {
  readonly name: string;
  readonly path: string;
  readonly url: string;
}

/** What is known of the files of the edition in use, by the address they were fetched from. */
export type KnownFiles = Readonly<Record<string, Validators>>;

/** Pages are small. */
const MAX_PAGE_BYTES = 8 << 20;

/**
 * Fetches all files of an edition; files are of one edition only when each of them is fetched, so one that changed has all
 * of them sent.
 * @returns undefined when every file is, by its server's word, what it was.
 * @throws Problem `download.failed`, `download.refused`.
 */
export async function fetchSource(
  addresses: readonly Address[],
  folder: string,
  known: KnownFiles,
  settings: DownloadSettings,
): Promise<readonly FetchedFile[] | undefined> {
  const places: { readonly url: string; readonly name: string }[] = [];
  for (const address of addresses) places.push(await placeOf(address, folder, settings));
  const ask = async (isNewWanted: boolean) => {
    const answers: Fetched[] = [];
    for (const { url, name } of places) {
      const validators = isNewWanted ? {} : (known[url] ?? {});
      answers.push(await fetchFile(url, path.join(folder, name), validators, settings));
    }
    return answers;
  };
  const first = await ask(false);
  const same = first.filter(({ result }) => result === 'unchanged').length;
  if (same === first.length) return undefined;
  const answers = same === 0 ? first : await ask(true);
  return answers.map((answer, place): FetchedFile => {
    const { url = '', name = '' } = places[place] ?? {};
    const { etag, lastModified } = answer.result === 'fetched' ? answer : {};
    return {
      name,
      path: path.join(folder, name),
      url,
      ...(etag !== undefined && { etag }),
      ...(lastModified !== undefined && { lastModified }),
    };
  });
}

/** The address of the file itself: for a page, of the newest file it links to. */
async function placeOf(
  { url, link, name, role }: Address,
  folder: string,
  settings: DownloadSettings,
): Promise<{ readonly url: string; readonly name: string }> {
  if (link === undefined) return { url, name: plainName(name ?? nameIn(url), role) };
  const page = path.join(folder, `${role}.page`);
  await fetchFile(url, page, {}, { ...settings, maxBytes: MAX_PAGE_BYTES });
  const found = linkOn(await readFile(page, 'latin1'), url, link);
  return { url: found, name: plainName(name ?? nameIn(found), role) };
}

/** A name that cannot lead out of the folder. */
function plainName(name: string, role: string): string {
  const plain = name.replace(/[/\\:*?"<>|\p{Cc}]/gu, '_');
  return plain === '' || /^\.+$/.test(plain) ? role : plain;
}
