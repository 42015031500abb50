// The fields of a row in, those that say something out.

/** Fields that may be undefined become fields that may be absent. */
export type WithoutAbsent<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** Undefined fields and empty lists are left out. */
export function withoutAbsent<T extends object>(values: T): WithoutAbsent<T> {
  const present: Record<string, unknown> = {};
  for (const key in values) {
    const value: unknown = values[key];
    if (value !== undefined && !(Array.isArray(value) && value.length === 0)) present[key] = value;
  }
  return present as WithoutAbsent<T>;
}
