// One name against the lists in use; nothing of it is kept.
import Type from 'typebox';
import { schemata } from '@sekisho/engine/model/entity.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { noteEntriesView } from '../../flows/note-view.ts';
import { screenHistory } from '../../flows/screen-history.ts';
import { screenSubject } from '../../flows/screen-name.ts';
import { usualMinScore } from '../../flows/settings/settings-in-force.ts';
import { asksForCrimes, screenedEntities, withheldFromScreening } from '../../flows/withheld.ts';
import type { Served, Server } from '../serving.ts';
import { country, subjectFields, subjectIn } from './asked-subject.ts';
import { closed, day, text, word } from './shapes.ts';

const ScreeningShape = Type.Object(
  {
    ...subjectFields,
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
      const { limit = USUAL_HITS, filters, history = false } = body;
      const minScore = body.minScore ?? (await usualMinScore(acting));
      const settings = { limit, minScore, ...(filters && { filters }) };
      const { viewFor } = body;
      if (viewFor === undefined && asksForCrimes(filters, acting.reference))
        throw new Problem('request.invalid', {
          place: 'body',
          field: '/filters/topics',
          reason: 'asks who is on a list for a crime: give viewFor',
        });
      const subject = subjectIn(body);
      const screening = await screenSubject(subject, settings, acting);
      const answer = {
        ...screening,
        minScore,
        ...(history && { history: await screenHistory(subject, settings, acting) }),
      };
      if (viewFor === undefined) return withheldFromScreening(answer, acting.reference);
      await noteEntriesView({ by: acting.actor.name, reason: viewFor }, screenedEntities(answer), acting);
      return { ...answer, withheld: [] };
    },
  );
}
