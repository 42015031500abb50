// A page of a publisher in, the address of the file it links to out.
import { Problem } from '@sekisho/engine/model/problem.ts';

/**
 * Where pages name their files by date, the newest is the last by the file's name.
 * @param link a regular expression for the address as the page writes it, without case.
 * @throws Problem `download.refused` when nothing on the page is like it.
 */
export function linkOn(page: string, pageUrl: string, link: string): string {
  const wanted = new RegExp(link, 'iu');
  const found = [...page.matchAll(/\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi)]
    .map(([, double, single, bare]) => (double ?? single ?? bare ?? '').replaceAll('&amp;', '&').trim())
    .filter((address) => wanted.test(address) && URL.canParse(address, pageUrl))
    .map((address) => new URL(address, pageUrl).href);
  const newest = found.toSorted((a, b) => compareText(nameIn(a), nameIn(b))).at(-1);
  if (newest === undefined)
    throw new Problem('download.refused', { url: pageUrl, reason: `the page has no link like ${link}` });
  return newest;
}

/** The last part of an address. */
export function nameIn(url: string): string {
  return decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? '');
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
