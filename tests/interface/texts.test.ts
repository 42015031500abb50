// The interface's sources in, texts that are missing, unused, put together from pieces or written into the code out.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import ts from 'typescript';
import { lineOf, root, sourceFiles, walk } from '../house/source-file.ts';

const files = sourceFiles('packages/ui/src/**/*.{ts,tsx}').filter(({ isTest }) => !isTest);

const english = JSON.parse(readFileSync(path.join(root, 'data/messages/ui/en.json'), 'utf8')) as Record<string, string>;

test('every text is used', () => {
  const whole = new Set<string>();
  const beginnings: string[] = [];
  for (const { tree } of files)
    walk(tree, (node) => {
      if (ts.isStringLiteralLike(node) && node.text.startsWith('ui.')) whole.add(node.text);
      if (ts.isTemplateExpression(node) && node.head.text.startsWith('ui.')) beginnings.push(node.head.text);
    });
  const unused = Object.keys(english).filter(
    (id) => !whole.has(id) && !beginnings.some((beginning) => id.startsWith(beginning)),
  );
  assert.deepEqual(unused, []);
  const missing = [...whole].filter((id) => !Object.hasOwn(english, id));
  assert.deepEqual(missing, []);
});

test('no sentence is put together from pieces, and none stands in the code', () => {
  const found: string[] = [];
  for (const { file, tree } of files)
    walk(tree, (node) => {
      const told = (what: string) => found.push(`${file}:${lineOf(tree, node)} ${what}`);
      if (ts.isJsxText(node) && /\p{L}{2}/u.test(node.text)) told(node.text.trim());
      if (ts.isJsxAttribute(node) && isSpoken(node.name.getText(tree)) && isWritten(node.initializer))
        told(node.getText(tree));
      if (isJoined(node) && node.getChildren(tree).some((part) => isText(part, tree))) told(node.getText(tree));
    });
  assert.deepEqual(found, []);
});

function isSpoken(attribute: string): boolean {
  return ['label', 'title', 'placeholder', 'description', 'aria-label', 'alt'].includes(attribute);
}

function isWritten(initializer: ts.JsxAttributeValue | undefined): boolean {
  return initializer !== undefined && ts.isStringLiteral(initializer) && /\p{L}/u.test(initializer.text);
}

function isJoined(node: ts.Node): boolean {
  return (
    (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) || ts.isTemplateSpan(node)
  );
}

/** A call of `t` or `say`, whose answer is a sentence of its own. */
function isText(node: ts.Node, tree: ts.SourceFile): boolean {
  return ts.isCallExpression(node) && ['t', 'say'].includes(node.expression.getText(tree));
}
