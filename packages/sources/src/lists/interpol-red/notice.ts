// The shape of a Red Notice as INTERPOL's public interface gives it: in the list of results, and in full.
import Type from 'typebox';

const closed = { additionalProperties: false };
const text = Type.String({ minLength: 1, maxLength: 20_000 });
const nullable = <T extends Type.TSchema>(shape: T) => Type.Union([shape, Type.Null()]);
const link = Type.Object({ href: text }, closed);
const links = Type.Object({ self: link, images: Type.Optional(link), thumbnail: Type.Optional(link) }, closed);
const ignored = Type.Optional(Type.Unknown());

const inBoth = {
  entity_id: Type.String({ pattern: '^\\d{4}[/-]\\d+$' }),
  name: nullable(text),
  forename: nullable(text),
  date_of_birth: nullable(text),
  nationalities: nullable(Type.Array(text)),
  _links: links,
};

/** As in the pages of a query's results. */
const ListedNoticeShape = Type.Object(inBoth, closed);

/** As the notice's own page gives it. */
const FullNoticeShape = Type.Object(
  {
    ...inBoth,
    sex_id: nullable(text),
    place_of_birth: nullable(text),
    country_of_birth_id: nullable(text),
    arrest_warrants: nullable(
      Type.Array(
        Type.Object(
          { issuing_country_id: nullable(text), charge: nullable(text), charge_translation: nullable(text) },
          closed,
        ),
      ),
    ),
    /** Other notices that INTERPOL shows beside this one. */
    _embedded: Type.Object(
      {
        links: Type.Array(
          Type.Object(
            { entity_id: text, name: nullable(text), forename: nullable(text), color: text, _links: links },
            closed,
          ),
        ),
      },
      closed,
    ),
    languages_spoken_ids: ignored,
    distinguishing_marks: ignored,
    eyes_colors_id: ignored,
    hairs_id: ignored,
    height: ignored,
    weight: ignored,
  },
  closed,
);

/** A page of results as the interface sends it. */
export const PageShape = Type.Object(
  {
    total: ignored,
    query: ignored,
    _links: ignored,
    _embedded: Type.Object({ notices: Type.Array(Type.Unknown()) }, closed),
  },
  closed,
);

export type ListedNotice = Type.Static<typeof ListedNoticeShape>;
export type FullNotice = Type.Static<typeof FullNoticeShape>;
export type Notice = ListedNotice | FullNotice;

/** Which of the two a value is meant to be; its shape is still to be checked. */
export function shapeOfNotice(value: unknown): typeof ListedNoticeShape | typeof FullNoticeShape {
  const isFull = typeof value === 'object' && value !== null && 'arrest_warrants' in value;
  return isFull ? FullNoticeShape : ListedNoticeShape;
}

export function isFull(notice: Notice): notice is FullNotice {
  return 'arrest_warrants' in notice;
}
