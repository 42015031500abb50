// Two policies in, what one says otherwise than the other out, part by part.
import type { Policy } from '@sekisho/engine/model/policy.ts';
import { canonicalJson } from '@sekisho/engine/record/canonical-json.ts';

export interface PolicyDifference {
  /** `rules/<id>`, `sources/<id>`, `parameters/<name>`, … */
  readonly part: string;
  readonly change: 'added' | 'removed' | 'changed';
  /** Canonical JSON. */
  readonly before?: string;
  readonly after?: string;
}

/** By part; that a rule stands in another place is a difference too, as what it finds is told in another order. */
export function diffPolicies(before: Policy, after: Policy): readonly PolicyDifference[] {
  const [one, other] = [partsOf(before), partsOf(after)];
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((part): PolicyDifference[] => {
    const [was, is] = [one.get(part), other.get(part)];
    if (was === is) return [];
    if (was === undefined) return is === undefined ? [] : [{ part, change: 'added', after: is }];
    return is === undefined
      ? [{ part, change: 'removed', before: was }]
      : [{ part, change: 'changed', before: was, after: is }];
  });
}

function partsOf({
  rules,
  sources,
  registers,
  parameters,
  requiredAnswers,
  sha256: _,
  ...rest
}: Policy): Map<string, string> {
  const parts = new Map<string, string>();
  for (const [name, value] of Object.entries(rest)) parts.set(name, canonicalJson(value));
  for (const source of sources) parts.set(`sources/${source.source}`, canonicalJson(source));
  for (const register of registers)
    parts.set(`registers/${register.source}/${register.country}`, canonicalJson(register));
  for (const [name, parameter] of Object.entries(parameters)) parts.set(`parameters/${name}`, canonicalJson(parameter));
  for (const question of requiredAnswers) parts.set(`requiredAnswers/${question}`, 'true');
  rules.forEach((rule) => parts.set(`rules/${rule.id}`, canonicalJson(rule)));
  parts.set('rules', canonicalJson(rules.map(({ id }) => id)));
  return parts;
}
