// The syntax tree of a file in, the places out where it reads something other than its arguments.
import ts from 'typescript';
import { lineOf, walk } from './source-file.ts';

export const outsides = [
  'clock', // the time of day
  'randomness',
  'environment', // variables, arguments and folder of the process
  'network',
  'timers', // time-outs and elapsed time
  'machine', // anything else of the process; the place of the file itself
  'node', // what Node has and a browser has not
  'locale', // the language and time zone of the machine
] as const;
/** Where a value comes from that is no argument. */
export type Outside = (typeof outsides)[number];

export interface OutsideRead {
  readonly outside: Outside;
  /** As written. */
  readonly text: string;
  readonly line: number;
}

const outsideByGlobal: Readonly<Record<string, Outside>> = {
  Buffer: 'node',
  Function: 'machine',
  WebSocket: 'network',
  Worker: 'node',
  XMLHttpRequest: 'network',
  clearInterval: 'timers',
  clearTimeout: 'timers',
  console: 'machine',
  crypto: 'randomness',
  document: 'machine',
  eval: 'machine',
  fetch: 'network',
  globalThis: 'machine',
  navigator: 'machine',
  performance: 'timers',
  process: 'machine',
  queueMicrotask: 'timers',
  require: 'node',
  setImmediate: 'timers',
  setInterval: 'timers',
  setTimeout: 'timers',
  window: 'machine',
};

const outsideByMember: Readonly<Record<string, Outside>> = {
  'Date.now': 'clock',
  'Math.random': 'randomness',
  'process.argv': 'environment',
  'process.cwd': 'environment',
  'process.env': 'environment',
  'process.hrtime': 'clock',
  'process.uptime': 'clock',
};

/** Methods of Date that answer in the time zone of the machine. */
const localDateMethods =
  /^(get|set)(Date|Day|FullYear|Hours|Minutes|Month|Seconds|Milliseconds|Year)$|^getTimezoneOffset$|^to(Date|Time)String$/;

export function outsideReads(tree: ts.SourceFile): readonly OutsideRead[] {
  const reads: OutsideRead[] = [];
  const bindings = bindingScopes(tree);
  walk(tree, (node) => {
    const outside = readBy(node, bindings);
    if (outside) reads.push({ outside, text: node.getText(tree).slice(0, 80), line: lineOf(tree, node) });
  });
  return reads;
}

function readBy(node: ts.Node, bindings: ReadonlyMap<string, readonly ts.Node[]>): Outside | undefined {
  if (ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword) return 'machine';
  if (ts.isPropertyAccessExpression(node)) return memberRead(node);
  if (ts.isIdentifier(node)) return globalRead(node, bindings);
  if (ts.isNewExpression(node)) return constructionRead(node);
  if (ts.isCallExpression(node)) return callRead(node);
  return undefined;
}

function memberRead(node: ts.PropertyAccessExpression): Outside | undefined {
  const member = outsideByMember[node.getText()];
  return member ?? (localDateMethods.test(node.name.text) ? 'locale' : undefined);
}

function globalRead(node: ts.Identifier, bindings: ReadonlyMap<string, readonly ts.Node[]>): Outside | undefined {
  const outside = Object.hasOwn(outsideByGlobal, node.text) ? outsideByGlobal[node.text] : undefined;
  if (!outside || isOnlyAName(node)) return undefined;
  if (bindings.get(node.text)?.some((scope) => scope.pos <= node.pos && node.end <= scope.end)) return undefined;
  const { parent } = node;
  return ts.isPropertyAccessExpression(parent) && outsideByMember[parent.getText()] ? undefined : outside;
}

function constructionRead(node: ts.NewExpression): Outside | undefined {
  const given = node.arguments ?? [];
  const made = node.expression.getText();
  if (made === 'Date' && given.length === 0) return 'clock';
  if (made === 'Date' && 1 < given.length) return 'locale';
  return made.startsWith('Intl.') && isUnsaid(given[0]) ? 'locale' : undefined;
}

function callRead(node: ts.CallExpression): Outside | undefined {
  if (node.expression.getText() === 'Date') return 'clock';
  if (!ts.isPropertyAccessExpression(node.expression)) return undefined;
  const method = node.expression.name.text;
  if (method === 'localeCompare' && isUnsaid(node.arguments[1])) return 'locale';
  return /^toLocale/.test(method) && isUnsaid(node.arguments[0]) ? 'locale' : undefined;
}

function isUnsaid(argument: ts.Expression | undefined): boolean {
  return argument === undefined || argument.getText() === 'undefined';
}

/** True where the identifier names a member or a declaration instead of reading a variable. */
function isOnlyAName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) || ts.isQualifiedName(parent)) return parent.getChildAt(0) !== node;
  if (ts.isBindingElement(parent) || ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent))
    return parent.propertyName === node || parent.name === node;
  if (ts.isShorthandPropertyAssignment(parent)) return false;
  return 'name' in parent && parent.name === node;
}

/** The names that a file declares, each with the stretches of code in which it has that meaning. */
function bindingScopes(tree: ts.SourceFile): ReadonlyMap<string, readonly ts.Node[]> {
  const scopes = new Map<string, ts.Node[]>();
  walk(tree, (node) => {
    const isBinding =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isImportSpecifier(node) ||
      ts.isImportClause(node) ||
      ts.isNamespaceImport(node);
    if (!isBinding || !node.name || !ts.isIdentifier(node.name)) return;
    const scope = ts.findAncestor(node.parent, (at) => ts.isFunctionLike(at) || ts.isBlock(at) || ts.isSourceFile(at));
    scopes.set(node.name.text, [...(scopes.get(node.name.text) ?? []), scope ?? tree]);
  });
  return scopes;
}
