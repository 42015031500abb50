// A policy in, its rules out with every expression compiled, or with what is wrong with it.
import type { DatedParameter, Policy, PolicyRule } from '../model/policy.ts';
import { expressionCompiler, ExpressionError, type Expression, type ParameterType } from './expression.ts';

export interface CompiledRule {
  readonly rule: PolicyRule;
  readonly when: Expression | ExpressionError;
  readonly facts: readonly (readonly [name: string, value: Expression | ExpressionError])[];
}

const compiledByPolicy = new WeakMap<Policy, readonly CompiledRule[]>();

/** The rules in their order. Compiled once and kept with the policy, which never changes. Throws nothing. */
export function compiledRules(policy: Policy): readonly CompiledRule[] {
  const known = compiledByPolicy.get(policy);
  if (known) return known;
  const compile = expressionCompiler(parameterTypes(policy.parameters));
  const compiled = policy.rules.map((rule): CompiledRule => {
    const attempt = (text: string) => orError(() => compile(text, rule.each));
    return {
      rule,
      when: attempt(rule.when),
      facts: Object.entries(rule.facts).map(([name, text]) => [name, attempt(text)]),
    };
  });
  compiledByPolicy.set(policy, compiled);
  return compiled;
}

/** What `work` gives, or the error it throws: a rule that fails must not keep the others from being asked. */
export function orError<T>(work: () => T): T | ExpressionError {
  try {
    return work();
  } catch (error) {
    return error instanceof ExpressionError ? error : new ExpressionError(String(error));
  }
}

/** The CEL type of every parameter, by its values. */
function parameterTypes(parameters: Readonly<Record<string, DatedParameter>>): Record<string, ParameterType> {
  const celTypes = { string: 'string', number: 'double', boolean: 'bool' } as const;
  return Object.fromEntries(
    Object.entries(parameters).map(([parameter, { values }]) => {
      const [first] = Object.values(values);
      return [parameter, celTypes[typeof first?.value as keyof typeof celTypes]];
    }),
  );
}
