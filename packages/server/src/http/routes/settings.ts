// What is set and from where; what may change while the server runs, changed and sealed.
import Type from 'typebox';
import { changeableSettings, changeSetting, settingsInForce } from '../../flows/settings/settings-in-force.ts';
import type { Served, Server } from '../serving.ts';
import { closed, reasonText, word } from './shapes.ts';

const ChangeShape = Type.Object(
  { name: word(changeableSettings), value: Type.Union([Type.Number(), Type.Null()]), reason: reasonText },
  closed,
);

export function settingRoutes(server: Server, { settings }: Served): void {
  const tags = ['settings'];
  const { toldSettings: startedWith = [] } = settings;
  server.get(
    '/settings',
    { schema: { tags, summary: 'What is set and from where; what may be changed here. No secrets' } },
    async ({ acting }) => ({ changeable: await settingsInForce(settings, acting), startedWith }),
  );
  server.patch(
    '/settings',
    { schema: { tags, summary: 'Change a setting; null: as it is usual again. It is sealed', body: ChangeShape } },
    async ({ body: { value, ...change }, acting }) => ({
      changeable: await changeSetting({ ...change, ...(value !== null && { value }) }, settings, acting),
      startedWith,
    }),
  );
}
