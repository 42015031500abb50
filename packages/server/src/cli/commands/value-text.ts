// A value of an entity's field in, a short text for people out.

/** A name, an address, a number with its kind in brackets; anything else as JSON. */
export function valueText(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'string') return `“${value}”`;
  if (typeof value !== 'object' || Array.isArray(value)) return JSON.stringify(value);
  const { text, full, value: number, toName, toId, status, ...rest } = value as Readonly<Record<string, unknown>>;
  const told = [text, full, number, toName, toId, status].find((part) => typeof part === 'string');
  if (told === undefined) return JSON.stringify(value);
  const besides = besidesOf(rest);
  return `“${told}”${besides === '' ? '' : ` (${besides})`}`;
}

/** What tells two values of one text apart. */
const shownBesides = ['kind', 'type', 'language', 'country', 'date', 'authority', 'offence', 'detail', 'note', 'circa'];

function besidesOf(rest: Readonly<Record<string, unknown>>): string {
  return shownBesides
    .flatMap((field) => {
      const value = rest[field];
      if (typeof value === 'string') return [value];
      return value === true ? [field] : [];
    })
    .join(', ');
}
