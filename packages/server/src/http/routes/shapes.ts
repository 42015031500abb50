// Pieces that the shapes of requests are made of.
import Type from 'typebox';

export const closed = { additionalProperties: false };

/** A text that says something. */
export const text = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' });

export const day = Type.String({ format: 'calendar-date' });

/** One of these words. */
export const word = <T extends string>(words: readonly T[]) => Type.Unsafe<T>(Type.Enum([...words]));

/** The longest reason. */
const REASON_CHARS = 10_000;

export const reasonText = text(REASON_CHARS);

/** Why, and nothing else. */
export const reasonShape = Type.Object({ reason: reasonText }, closed);

/** An address with the id of something in it. */
export const idParams = Type.Object({ id: text(300) }, closed);

/** The most that one page has. */
export const MAX_PAGE = 500;

/** `limit` and `after` of a page, with what else may be asked. */
export const pageQuery = <Fields extends Parameters<typeof Type.Object>[0]>(fields: Fields) =>
  Type.Object(
    {
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: MAX_PAGE })),
      after: Type.Optional(text(300)),
      ...fields,
    },
    closed,
  );

/** What a page has that no size was asked for. */
export const USUAL_PAGE = 50;

/** A page of things that have an id; a full one may have a next. */
export function withNext<Item extends { readonly id: string }>(items: readonly Item[], limit: number) {
  const last = items.at(-1);
  return { items, ...(last && items.length === limit && { next: last.id }) };
}
