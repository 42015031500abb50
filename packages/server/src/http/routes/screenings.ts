// One name against the lists in use; nothing of it is kept.
import Type from 'typebox';
import { parseDateRange } from '@sekisho/engine/model/calendar.ts';
import { schemata } from '@sekisho/engine/model/entity.ts';
import { identifierTypes } from '@sekisho/engine/model/identifier.ts';
import type { Subject } from '@sekisho/engine/model/subject.ts';
import { lowestThreshold } from '../../flows/lowest-threshold.ts';
import { noteEntriesView } from '../../flows/note-view.ts';
import { screenHistory } from '../../flows/screen-history.ts';
import { screenSubject } from '../../flows/screen-name.ts';
import { screenedEntities, withheldFromScreening } from '../../flows/withheld.ts';
import type { Served, Server } from '../serving.ts';
import { closed, day, text, word } from './shapes.ts';

const country = Type.String({ pattern: '^[a-z]{2}$' });
const ScreeningShape = Type.Object(
  {
    name: text(1000),
    schema: Type.Optional(word(schemata)),
    countries: Type.Optional(Type.Array(country, { maxItems: 20 })),
    nationalities: Type.Optional(Type.Array(country, { maxItems: 20 })),
    birthDate: Type.Optional(Type.String({ format: 'partial-date' })),
    identifiers: Type.Optional(
      Type.Array(Type.Object({ type: word(identifierTypes), value: text(200) }, closed), { maxItems: 50 }),
    ),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
    minScore: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
    /** Why specially protected data of entries is to be seen: it is told then, and that it was seen is sealed. */
    viewFor: Type.Optional(text(1000)),
    /** What left a list is searched too, for information. */
    history: Type.Optional(Type.Boolean()),
    filters: Type.Optional(
      Type.Object(
        {
          lists: Type.Optional(Type.Array(text(100), { maxItems: 100 })),
          topics: Type.Optional(Type.Array(text(100), { maxItems: 100 })),
          schemata: Type.Optional(Type.Array(word(schemata), { maxItems: schemata.length })),
          countries: Type.Optional(Type.Array(country, { maxItems: 100 })),
          changedSince: Type.Optional(day),
        },
        closed,
      ),
    ),
  },
  closed,
);

const USUAL_HITS = 10;

export function screeningRoutes(server: Server, _served: Served): void {
  server.post(
    '/screenings',
    { schema: { tags: ['screening'], summary: 'Compare one name with the lists in use', body: ScreeningShape } },
    async ({ body, acting }) => {
      const { limit = USUAL_HITS, minScore = lowestThreshold(acting), filters, history = false } = body;
      const settings = { limit, minScore, ...(filters && { filters }) };
      const birthDate = body.birthDate === undefined ? undefined : parseDateRange(body.birthDate);
      const subject: Subject = {
        schema: body.schema ?? 'LegalEntity',
        names: [{ text: body.name, kind: 'primary' }],
        birthDates: birthDate ? [birthDate] : [],
        genders: [],
        nationalities: body.nationalities ?? [],
        countries: body.countries ?? [],
        identifiers: body.identifiers ?? [],
        addresses: [],
      };
      const screening = await screenSubject(subject, settings, acting);
      const answer = {
        ...screening,
        minScore,
        ...(history && { history: await screenHistory(subject, settings, acting) }),
      };
      const { viewFor } = body;
      if (viewFor === undefined) return withheldFromScreening(answer, acting.reference);
      await noteEntriesView({ by: acting.actor.name, reason: viewFor }, screenedEntities(answer), acting);
      return { ...answer, withheld: [] };
    },
  );
}
