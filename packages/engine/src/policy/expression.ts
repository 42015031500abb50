// The text of an expression (CEL) in, a checked expression that can be asked about evidence out. No eval; bounded.
import { Environment, type ASTNode, type Context } from '@marcbachmann/cel-js';
import type { RuleSubject } from '../model/policy.ts';
import { expressionFunctions, type ExpressionFunction } from './expression-functions.ts';
import { nounFields, subjectNouns, variables, type Noun } from './vocabulary.ts';

export type ParameterType = 'string' | 'double' | 'bool';

export interface Expression {
  /** `bool`, `string`, `int`, `double`, … */
  readonly type: string;
  /** The parts of the evidence that it names, from the root: `['application', 'delivery', 'country']`. */
  readonly paths: readonly (readonly string[])[];
  /** @throws ExpressionError when a field is absent, a list too short, or two values cannot be compared. */
  readonly evaluate: (values: Context) => unknown;
}

/** What is wrong with an expression, in one line. */
export class ExpressionError extends Error {
  override readonly name = 'ExpressionError';
}

const MAX_CHARS = 4000;

/** Two lists inside each other: with `each` that is a list three deep, as much as evidence of ten thousand hits bears. */
const MAX_NESTED_LISTS = 2;

const limits = { maxAstNodes: 500, maxDepth: 24, maxListElements: 200, maxMapEntries: 20, maxCallArguments: 8 };

const listMacros = ['all', 'exists', 'exists_one', 'filter', 'map'];

/**
 * CEL's own functions that a policy may use. Absent on purpose: `matches` (a regular expression can take for ever),
 * time zones and clocks (a decision must come out the same anywhere).
 */
const builtIns = [...listMacros, 'has', 'size', 'contains', 'startsWith', 'endsWith', 'split', 'join', 'string'];

/** Compiles an expression of a rule; with `each`, `item` is one element of that part. @throws ExpressionError */
export type ExpressionCompiler = (text: string, each?: RuleSubject) => Expression;

/**
 * A compiler for the expressions of one policy. It checks every name, field and type against the model, so that a slip of
 * the pen is found when a policy is read and not when it should have stopped a sale.
 *
 * `has(a.b)` asks whether an optional field is there. A field that is absent cannot be compared with anything:
 * asking all the same is an error, and an error never approves.
 */
export function expressionCompiler(parameters: Readonly<Record<string, ParameterType>>): ExpressionCompiler {
  const environments = new Map<RuleSubject | undefined, Environment>();
  return (text, each) => {
    const environment = environments.get(each) ?? checking(parameters, each);
    environments.set(each, environment);
    return compiled(text, environment);
  };
}

function compiled(text: string, environment: Environment): Expression {
  if (MAX_CHARS < text.length) throw new ExpressionError(`is longer than ${MAX_CHARS} characters`);
  const program = attempt(() => evaluating.parse(text));
  refuseUnbounded(program.ast, 0);
  const check = environment.check(text);
  // has() says nothing of whether a field can ever be there: in a second check a function that needs the field stands for it
  const named = environment.check(text.replace(/\bhas\s*\(/g, 'declared('));
  if (!check.valid || !named.valid) throw new ExpressionError(summaryOf(check.error ?? named.error));
  return {
    type: check.type ?? 'dyn',
    paths: pathsIn(program.ast),
    evaluate: (values) => attempt((): unknown => program(values)),
  };
}

function refuseUnbounded(node: ASTNode, depth: number): void {
  const name = node.op === 'call' || node.op === 'rcall' ? node.args[0] : undefined;
  const known = name === undefined || builtIns.includes(name) || expressionFunctions.some((own) => own.name === name);
  if (!known) throw new ExpressionError(`"${name}" is not a function that a policy can use`);
  if (node.op !== 'rcall' || !listMacros.includes(node.args[0])) {
    for (const child of childrenOf(node)) refuseUnbounded(child, depth);
    return;
  }
  if (MAX_NESTED_LISTS <= depth) throw new ExpressionError(`goes through more than ${MAX_NESTED_LISTS} lists at once`);
  const [, list, work] = node.args;
  refuseUnbounded(list, depth);
  for (const child of work) refuseUnbounded(child, depth + 1);
}

function childrenOf(node: ASTNode): readonly ASTNode[] {
  const nodes = (value: unknown): readonly ASTNode[] =>
    Array.isArray(value) ? value.flatMap(nodes) : isNode(value) ? [value] : [];
  return nodes(node.args);
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'op' in value && 'args' in value;
}

/** The longest row of fields from every name that stands for something of the evidence, in the order written. */
function pathsIn(node: ASTNode): readonly (readonly string[])[] {
  const path = pathOf(node);
  return path ? (Object.hasOwn(variables, path[0] ?? '') ? [path] : []) : childrenOf(node).flatMap(pathsIn);
}

function pathOf(node: ASTNode): readonly string[] | undefined {
  if (node.op === 'id') return [node.args];
  if (node.op !== '.') return undefined;
  const path = pathOf(node.args[0]);
  return path && [...path, node.args[1]];
}

/** Runs work of the CEL library; its errors carry a drawing of the source, of which the first line is told on. */
function attempt<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new ExpressionError(summaryOf(error));
  }
}

function summaryOf(error: unknown): string {
  const { summary, message } = error as { summary?: string; message?: string };
  return (summary ?? message ?? String(error)).split('\n')[0] ?? '';
}

/** Where expressions run: on plain JSON values, whose types show when they are used. */
const evaluating = withFunctions(new Environment({ unlistedVariablesAreDyn: false, limits }), ({ plain }) => plain);
for (const name of [...Object.keys(variables), 'item', 'parameters']) evaluating.registerVariable(name, 'dyn');

/** Where expressions are checked: the same names with the types of the model. */
function checking(parameters: Readonly<Record<string, ParameterType>>, each?: RuleSubject): Environment {
  const environment = nouns.clone();
  if (each) environment.registerVariable('item', subjectNouns[each]);
  environment.registerType('PolicyParameters', { fields: parameters });
  return environment.registerVariable('parameters', 'PolicyParameters');
}

const nouns = new Environment({ unlistedVariablesAreDyn: false, limits });
for (const noun of innerFirst(Object.keys(nounFields) as Noun[]))
  nouns.registerType(noun, { fields: nounFields[noun] });
for (const [name, type] of Object.entries(variables)) nouns.registerVariable(name, type);
withFunctions(nouns, ({ typed }) => typed).registerFunction('declared(dyn): bool', () => true);

/** The nouns, each after those that are one of its fields: CEL wants to know a type before it is named. */
function innerFirst(names: readonly Noun[]): ReadonlySet<Noun> {
  const isNoun = (type: string): type is Noun => Object.hasOwn(nounFields, type);
  const ordered = new Set<Noun>();
  for (const name of names) {
    for (const inner of innerFirst(Object.values<string>(nounFields[name]).filter(isNoun))) ordered.add(inner);
    ordered.add(name);
  }
  return ordered;
}

/** Our functions, and arithmetic between 2 and 2.0: the numbers of JSON are doubles, those of an expression may be ints. */
function withFunctions(environment: Environment, signatureOf: (own: ExpressionFunction) => string): Environment {
  for (const own of expressionFunctions) environment.registerFunction(signatureOf(own), own.handler);
  const arithmetic = {
    '+': (a: number, b: number) => a + b,
    '-': (a: number, b: number) => a - b,
    '*': (a: number, b: number) => a * b,
    '/': (a: number, b: number) => a / b,
  };
  for (const [operator, work] of Object.entries(arithmetic))
    for (const [left, right] of [
      ['double', 'int'],
      ['int', 'double'],
    ])
      environment.registerOperator(`${left} ${operator} ${right}: double`, (a: unknown, b: unknown) =>
        work(Number(a), Number(b)),
      );
  return environment.registerOperator('double == int: bool', (a: unknown, b: unknown) => Number(a) === Number(b));
}
