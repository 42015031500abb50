// Evidence and a policy in, the decision out: what each rule found, what no policy can pass over, the strictest of all.
import { buyerOf } from '../model/application.ts';
import { outcomes, type Decision, type Finding, type Outcome } from '../model/decision.ts';
import type { Evidence } from '../model/evidence.ts';
import type { DatedParameter, Policy } from '../model/policy.ts';
import { compiledRules, orError, type CompiledRule } from './compiled-rules.ts';
import { ExpressionError, type Expression } from './expression.ts';
import { guardFindings } from './guard.ts';
import type { variables } from './vocabulary.ts';

/**
 * Decides an application from its evidence alone; the same evidence and policy give the same decision byte for byte.
 *
 * Rules run in order, over each element of the part they name or once over all of it. A rule that cannot be evaluated is
 * a finding for review. After the rules `guardFindings` adds what no policy can pass over. The outcome is the strictest of
 * the findings; `approve` only when there is none.
 * @throws Problem `application.invalid` when no party is the buyer.
 */
export function decide(evidence: Evidence, policy: Policy): Decision {
  const values = valuesFor(evidence, policy);
  const ruled = compiledRules(policy).flatMap((rule) => findingsOf(rule, evidence, values));
  const findings = [...ruled, ...guardFindings(evidence, policy, ruled)];
  return {
    applicationId: evidence.application.id,
    outcome: strictestOutcome(findings),
    findings,
    policy: { id: policy.id, version: policy.version, sha256: policy.sha256 },
    engineVersion: evidence.engineVersion,
    decidedAt: evidence.gatheredAt,
    simulation: evidence.simulation,
  };
}

/** Whatever was found stands against an approval, also what a rule calls harmless. */
function strictestOutcome(findings: readonly Finding[]): Outcome {
  const found = findings.map(({ outcome }) => outcomes.indexOf(outcome));
  return findings.length === 0 ? 'approve' : (outcomes[Math.max(1, ...found)] ?? 'refuse');
}

type Values = Readonly<Record<string, unknown>>;

/** What expressions see, by name. */
function valuesFor(evidence: Evidence, policy: Policy): Values {
  const { application, gatheredAt, sources, identifiers, confirmations, hits, paths, signals, gaps } = evidence;
  const { documents = [] } = evidence;
  const today = gatheredAt.slice(0, 10);
  return {
    application,
    buyer: buyerOf(application),
    sources,
    identifiers,
    confirmations,
    documents,
    hits,
    paths,
    signals,
    gaps,
    today,
    parameters: parametersOn(application.receivedOn < today ? application.receivedOn : today, policy.parameters),
  } satisfies Record<keyof typeof variables | 'parameters', unknown>;
}

/** The values that hold on a day; a parameter that did not exist yet is absent, and a rule that asks for it is in error. */
function parametersOn(day: string, parameters: Readonly<Record<string, DatedParameter>>): Values {
  return Object.fromEntries(
    Object.entries(parameters).flatMap(([name, { values }]) => {
      const since = Object.keys(values)
        .filter((from) => from <= day)
        .sort()
        .at(-1);
      return since === undefined ? [] : [[name, values[since]?.value]];
    }),
  );
}

function findingsOf(compiled: CompiledRule, evidence: Evidence, values: Values): readonly Finding[] {
  const { each } = compiled.rule;
  if (!each) return findingsOn(compiled, values, pointersOf(compiled.when, evidence));
  return (evidence[each] ?? []).flatMap((item, index) =>
    findingsOn(compiled, { ...values, item }, [`/${each}/${index}`]),
  );
}

function findingsOn({ rule, when, facts }: CompiledRule, values: Values, pointers: readonly string[]): Finding[] {
  const errorFinding = (reason: string): Finding => ({
    rule: rule.id,
    outcome: 'review',
    message: 'rule-error',
    facts: { rule: rule.id, reason },
    evidence: pointers,
  });
  const holds = valueOf(when, values);
  if (holds instanceof ExpressionError) return [errorFinding(holds.message)];
  if (typeof holds !== 'boolean') return [errorFinding('gives neither true nor false')];
  if (!holds) return [];
  const known = facts.map(([name, expression]) => [name, factOf(valueOf(expression, values))] as const);
  const told = known.filter(([, value]) => !(value instanceof ExpressionError));
  const broken = known.flatMap(([name, value]) =>
    value instanceof ExpressionError ? [`${name}: ${value.message}`] : [],
  );
  const { id, outcome, message, reference } = rule;
  const finding: Finding = {
    rule: id,
    outcome,
    message,
    facts: Object.fromEntries(told) as Finding['facts'],
    evidence: pointers,
    ...(reference !== undefined && { reference }),
  };
  return broken.length === 0 ? [finding] : [finding, errorFinding(broken.join('; '))];
}

function valueOf(expression: Expression | ExpressionError, values: Values): unknown {
  return expression instanceof ExpressionError ? expression : orError(() => expression.evaluate(values));
}

/** A value that a finding can carry: whole numbers of expressions are bigints, JSON has none. */
function factOf(value: unknown): string | number | boolean | ExpressionError {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'string' || typeof value === 'boolean' || value instanceof ExpressionError) return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  return new ExpressionError('is neither a text nor a number');
}

/** JSON pointers to the parts of the evidence that an expression names, as far down as they exist. */
function pointersOf(expression: Expression | ExpressionError, evidence: Evidence): readonly string[] {
  if (expression instanceof ExpressionError) return [];
  return [...new Set(expression.paths.map((path) => pointerTo(path, evidence)))];
}

function pointerTo([root = '', ...fields]: readonly string[], evidence: Evidence): string {
  if (root === 'today') return '/gatheredAt';
  const { parties } = evidence.application;
  const start =
    root === 'buyer' ? ['application', 'parties', String(parties.indexOf(buyerOf(evidence.application)))] : [root];
  let pointer = '';
  let value: unknown = evidence;
  for (const field of [...start, ...fields]) {
    const next: unknown = isRecord(value) && Object.hasOwn(value, field) ? value[field] : undefined;
    if (next === undefined) break;
    pointer += `/${field}`;
    value = next;
  }
  return pointer;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
