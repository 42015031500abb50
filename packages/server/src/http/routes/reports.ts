// The measures of the work over a period.
import Type from 'typebox';
import { addDays } from '@sekisho/engine/model/calendar.ts';
import { report, USUAL_DAYS } from '../../flows/report/report.ts';
import type { Served, Server } from '../serving.ts';
import { closed, day } from './shapes.ts';

const PeriodShape = Type.Object({ from: Type.Optional(day), to: Type.Optional(day) }, closed);

export function reportRoutes(server: Server, _served: Served): void {
  server.get(
    '/report',
    {
      schema: {
        tags: ['report'],
        summary:
          'How long, how much by itself, how much for nothing, how much is left; thirty days where none are named',
        querystring: PeriodShape,
      },
    },
    async ({ query, acting }) => {
      const { to = acting.clock().slice(0, 10) } = query;
      return report({ from: query.from ?? addDays(to, 1 - USUAL_DAYS), to }, acting);
    },
  );
}
