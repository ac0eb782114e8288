import { ChangeSettingBody, FeeList, SettingHistory, SettingParams, SettingsList, SettingView } from '@kafal/contract';
import { LIST_MS, rememberUntilWritten } from '../../platform/cache/remember-until-written.ts';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { changeSetting } from './change-setting.ts';
import { feeList, settingHistory, settingsList, settingView } from './setting-queries.ts';

const tags = ['society'];

export async function societyRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;

  app.get(
    '/api/settings',
    {
      config: { permission: 'settings.read', audience: 'staff' },
      schema: { tags, summary: "The society's own rules as they stand today", response: { 200: SettingsList } },
    },
    async (request) => ({ items: await settingsList(platform, request.actor.language) }),
  );

  app.get(
    '/api/settings/:name/history',
    {
      config: { permission: 'settings.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'What one rule was, and will be, from which day',
        params: SettingParams,
        response: { 200: SettingHistory },
      },
    },
    async (request) => ({ items: await settingHistory(platform, request.params.name) }),
  );

  app.put(
    '/api/settings/:name',
    {
      config: { permission: 'settings.change', audience: 'staff' },
      schema: {
        tags,
        summary: 'Sets a rule from a day on',
        params: SettingParams,
        body: ChangeSettingBody,
        response: { 200: SettingView },
      },
    },
    async (request) => {
      await changeSetting(platform, request.actor, { name: request.params.name, ...request.body });
      return settingView(platform, request.params.name, request.actor.language);
    },
  );

  app.get(
    '/api/fees',
    {
      config: { permission: 'settings.read', audience: 'staff' },
      schema: { tags, summary: 'The fees and contributions in force', response: { 200: FeeList } },
    },
    ({ actor: { language } }) =>
      rememberUntilWritten(platform, `fees:${language}`, LIST_MS, async () => ({
        items: await feeList(platform, language),
      })),
  );
}
