// The two public lists of mail domains and mail-domains-own.tsv in, mail-domains.tsv out; what is written by hand stands over the lists.
// Run: node run.mjs data/contact/generate-mail-domains.ts <disposable_email_blocklist.conf> <free.txt>
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const [disposableFile, freeFile] = process.argv.slice(2);
if (disposableFile === undefined || freeFile === undefined)
  throw new Error('name the list of disposable domains and the list of free ones');

const here = import.meta.dirname;
/** A domain in lower case; the list of free ones has a line of an error page and words without a dot. */
const domainForm = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;

const own = linesOf(path.join(here, 'mail-domains-own.tsv'))
  .slice(1)
  .map((line) => line.split('\t') as [domain: string, kind: string]);
const rows = new Map<string, string>([
  ...domainsIn(freeFile).map((domain) => [domain, 'free'] as const),
  ...domainsIn(disposableFile).map((domain) => [domain, 'disposable'] as const), // the newer list where both have one
  ...own,
]);

const head = `# Made by generate-mail-domains.ts. Do not edit: what is known better goes into mail-domains-own.tsv, which stands over the lists.
# Mail domains under which anybody can have an address; a domain stands for those below it as well. The disposable ones are from
# https://github.com/disposable-email-domains/disposable-email-domains, 2026-08-21 (CC0 1.0).
# The free ones are from https://github.com/willwhite/freemail, 2020-07 (ISC licence, Copyright (c) 2015 Will White).
# Not complete: a domain that is absent is not shown to be a company's.
`;
const body = [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1)).map((row) => `${row.join('\t')}\n`);
writeFileSync(path.join(here, 'mail-domains.tsv'), `${head}domain\tkind\n${body.join('')}`);

function domainsIn(file: string): readonly string[] {
  const lines = linesOf(file);
  const left = lines.filter((line) => !domainForm.test(line));
  if (lines.length < 1000 || lines.length / 1000 < left.length)
    throw new Error(
      `${path.basename(file)} is not the list: ${String(left.length)} of ${String(lines.length)} lines are no domain`,
    );
  if (0 < left.length) process.stderr.write(`${path.basename(file)}, left out: ${left.join(', ')}\n`);
  return lines.filter((line) => domainForm.test(line));
}

function linesOf(file: string): readonly string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}
