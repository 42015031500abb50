import assert from 'node:assert/strict';
import test from 'node:test';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { linkOn, nameIn } from './page-link.ts';

const page = `<p><A HREF='/files/list20260305.xlsx'>List</A> <a class=x href="files/list20260828.xlsx?a=1&amp;b=2">new</a>
<a href=../old/list20220707.xls>old</a> <a href="mailto:list@ministry.example">ask</a> <a href="javascript:list.xlsx">x</a>`;

test('the newest file by its name, wherever it stands and however the page writes it', () => {
  assert.equal(
    linkOn(page, 'https://ministry.example/a/b.html', String.raw`list\d{8}\.xlsx`),
    'https://ministry.example/a/files/list20260828.xlsx?a=1&b=2',
  );
  assert.equal(
    linkOn(page, 'https://ministry.example/a/b.html', String.raw`\.xls$`),
    'https://ministry.example/old/list20220707.xls',
  );
});

test('a page without such a link is refused', () => {
  assert.throws(
    () => linkOn(page, 'https://ministry.example/', String.raw`\.csv$`),
    (error) => error instanceof Problem && error.code === 'download.refused',
  );
});

test('the name in an address', () => {
  assert.equal(nameIn('https://x.example/a/%E8%A1%A8.xlsx?x=1'), '表.xlsx');
});
