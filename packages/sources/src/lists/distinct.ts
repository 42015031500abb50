// Values in, each one once out, in the order of first mention.

/** More are looked up in a set; fewer are faster gone through. */
const FEW = 8;

/** Without repetitions and gaps. */
export function distinct<T>(values: readonly (T | undefined)[]): T[] {
  const found: T[] = [];
  const seen = values.length > FEW ? new Set<T>() : undefined;
  for (const value of values) {
    if (value === undefined || (seen ? seen.has(value) : found.includes(value))) continue;
    seen?.add(value);
    found.push(value);
  }
  return found;
}

/** The first of those that have the same key. */
export function distinctBy<T>(values: readonly T[], keyOf: (value: T) => string): T[] {
  if (values.length < 2) return [...values];
  const byKey = new Map<string, T>();
  for (const value of values) {
    const key = keyOf(value);
    if (!byKey.has(key)) byKey.set(key, value);
  }
  return [...byKey.values()];
}
