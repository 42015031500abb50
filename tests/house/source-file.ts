// A TypeScript file in, its syntax tree and what it imports out.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Import {
  /** As written: `./calendar.ts`, `@sekisho/engine/model/entity.ts`, `node:fs`, `yaml`. */
  readonly specifier: string;
  /** The file below the root, for one of our own: `packages/engine/src/model/calendar.ts`. */
  readonly file?: string;
  /** Gone when the file runs. */
  readonly isType: boolean;
  readonly line: number;
}

export interface SourceFile {
  /** Below the root, with forward slashes. */
  readonly file: string;
  /** A test, or what only tests use: below a folder `testing`, or cases that several tests run. */
  readonly isTest: boolean;
  readonly text: string;
  readonly tree: ts.SourceFile;
  readonly imports: readonly Import[];
}

/** The TypeScript files that match the patterns, parsed. */
export function sourceFiles(...patterns: readonly string[]): readonly SourceFile[] {
  return globSync(patterns, { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !file.includes('node_modules/'))
    .sort()
    .map((file) => parseSource(file, readFileSync(path.join(root, file), 'utf8')));
}

export function parseSource(file: string, text: string): SourceFile {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true);
  const imports: Import[] = [];
  walk(tree, (node) => {
    const specifier = importedBy(node);
    if (specifier === undefined) return;
    imports.push({ ...ownFile(file, specifier), specifier, isType: isTypeImport(node), line: lineOf(tree, node) });
  });
  return { file, isTest: /(\.test|-cases)\.ts$|\/testing\//.test(file), text, tree, imports };
}

export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

export function lineOf(tree: ts.SourceFile, node: ts.Node): number {
  return tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
}

/** What the node brings in: by `import` and `export … from`, `import(…)`, `import('…')` types, and `new URL('….ts', …)` of a worker. */
function importedBy(node: ts.Node): string | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return literal(node.moduleSpecifier);
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return literal(node.arguments[0]) ?? node.arguments[0]?.getText();
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return literal(node.argument.literal);
  if (ts.isNewExpression(node) && node.expression.getText() === 'URL') {
    const place = literal(node.arguments?.[0]);
    return place?.endsWith('.ts') ? place.replace(/^(?!\.)/, './') : undefined;
  }
  return undefined;
}

function isTypeImport(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node)) return node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
  return ts.isImportTypeNode(node) || (ts.isExportDeclaration(node) && node.isTypeOnly);
}

function literal(node: ts.Node | undefined): string | undefined {
  return node && ts.isStringLiteralLike(node) ? node.text : undefined;
}

function ownFile(importer: string, specifier: string): { file: string } | undefined {
  if (specifier.startsWith('.')) return { file: path.posix.join(path.posix.dirname(importer), specifier) };
  const [, workspace, rest = ''] = /^@sekisho\/([^/]+)\/(.+)$/.exec(specifier) ?? [];
  if (workspace === undefined) return undefined;
  return { file: `packages/${workspace}/${rest.startsWith('testing/') ? '' : 'src/'}${rest}` };
}
