// The Markdown files in, links that lead nowhere and code without a language out.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { checkoutFiles } from './house/checkout.ts';
import { root } from './house/source-file.ts';

const languages = ['sh', 'ts', 'js', 'json', 'yaml', 'sql', 'csv', 'tsv', 'text', 'mermaid'];

const pages = new Map(
  checkoutFiles('**/*.md').map((file) => [file, readFileSync(path.join(root, file), 'utf8')] as const),
);

for (const page of [
  'ARCHITECTURE.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'GLOSSARY.md',
  'README.md',
  'SECURITY.md',
  'THIRD-PARTY.md',
])
  test(`${page} is there`, () => assert.ok(pages.has(page)));

for (const [file, text] of pages) {
  test(`links of ${file} lead somewhere`, () => {
    assert.deepEqual(
      linksOf(text).filter((link) => !leads(file, link)),
      [],
    );
  });

  test(`code in ${file} says its language`, () => {
    const fences = [...text.matchAll(/^ *(`{3,})(.*)\n[^]*?^ *\1 *$/gm)].map(([, , language = '']) => language.trim());
    assert.deepEqual(
      fences.filter((language) => !languages.includes(language)),
      [],
    );
  });
}

function linksOf(text: string): readonly string[] {
  const prose = text.replaceAll(/^ *(`{3,})[^]*?^ *\1 *$/gm, '').replaceAll(/`[^`\n]*`/g, '');
  const inline = [...prose.matchAll(/\]\(<?([^)\s>]+)>?(?: "[^"]*")?\)/g)].map(([, link = '']) => link);
  const referred = [...prose.matchAll(/^\[[^\]]+\]: *(\S+)/gm)].map(([, link = '']) => link);
  return [...inline, ...referred].filter((link) => !/^(https?|mailto):/.test(link));
}

function leads(from: string, link: string): boolean {
  const [place = '', anchor] = decodeURI(link).split('#');
  const file = place === '' ? from : path.posix.join(path.posix.dirname(from), place);
  if (!existsSync(path.join(root, file))) return false;
  return anchor === undefined || headingsOf(pages.get(file) ?? '').includes(anchor);
}

/** The anchors of a page's headings, as GitHub makes them. */
function headingsOf(text: string): readonly string[] {
  return [...text.matchAll(/^#+ +(.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\p{M}_ -]/gu, '')
      .replaceAll(' ', '-'),
  );
}
