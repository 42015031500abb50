// A value of a field of an entry in, a text of it out: its words first, then what tells it from another of the same words.

export function shownValue(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'object') return typeof value === 'string' ? value : JSON.stringify(value);
  if (Array.isArray(value)) return value.map(shownValue).filter(Boolean).join(' · ');
  const { text, full, value: number, toName, toId, ...rest } = value as Readonly<Record<string, unknown>>;
  const words = [text, full, number, toName, toId].find((part) => typeof part === 'string');
  return [words, ...Object.values(rest).map(shownValue)]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ');
}
