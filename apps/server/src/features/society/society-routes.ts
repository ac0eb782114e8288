import {
  ChangeFeeBody,
  ChangeSettingBody,
  CodeParams,
  FeeHistory,
  FeeList,
  PreviewQuery,
  RuleChange,
  SettingHistory,
  SettingParams,
  SettingsList,
} from '@kafal/contract';
import { LIST_MS, rememberUntilWritten } from '../../platform/cache/remember-until-written.ts';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { changeFee } from './change-fee.ts';
import { changeSetting } from './change-setting.ts';
import { holidayRoutes } from './holiday-routes.ts';
import { findSettings } from './read-settings.ts';
import { feeHistory, feeList, settingHistory, settingsList } from './setting-queries.ts';

const tags = ['society'];
const look = { permission: 'settings.read', audience: 'staff' } as const;
const change = { permission: 'settings.change', audience: 'staff' } as const;
const changed = { 200: RuleChange, 202: RuleChange };

export async function societyRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;
  app.countMoneyIn(async () => (await findSettings(platform))?.['money.currency']);
  await holidayRoutes(app);

  app.get(
    '/api/settings',
    {
      config: look,
      schema: { tags, summary: "The society's own rules as they stand today", response: { 200: SettingsList } },
    },
    async (request) => ({ items: await settingsList(platform, request.actor.language) }),
  );

  app.get(
    '/api/settings/:name/history',
    {
      config: look,
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
      config: change,
      schema: {
        tags,
        summary: 'Sets a rule from a day on, or asks a second person to (202)',
        params: SettingParams,
        querystring: PreviewQuery,
        body: ChangeSettingBody,
        response: changed,
      },
    },
    async (request, reply) => {
      const command = { name: request.params.name, ...request.body };
      const answer = await changeSetting(platform, request.actor, command, request.query.preview === true);
      return reply.code(answer.approvalId === null ? 200 : 202).send(answer);
    },
  );

  app.get(
    '/api/fees',
    {
      config: look,
      schema: { tags, summary: 'The fees and contributions in force', response: { 200: FeeList } },
    },
    ({ actor: { language } }) =>
      rememberUntilWritten(platform, `fees:${language}`, LIST_MS, async () => ({
        items: await feeList(platform, language),
      })),
  );

  app.get(
    '/api/fees/:code/history',
    {
      config: look,
      schema: {
        tags,
        summary: 'Every version of a fee, newest first',
        params: CodeParams,
        response: { 200: FeeHistory },
      },
    },
    async (request) => ({ items: await feeHistory(platform, request.params.code, request.actor.language) }),
  );

  app.put(
    '/api/fees/:code',
    {
      config: change,
      schema: {
        tags,
        summary: 'Asks for another amount or name of a fee from a day on',
        params: CodeParams,
        querystring: PreviewQuery,
        body: ChangeFeeBody,
        response: changed,
      },
    },
    async (request, reply) => {
      const command = { code: request.params.code, ...request.body };
      const answer = await changeFee(platform, request.actor, command, request.query.preview === true);
      return reply.code(answer.approvalId === null ? 200 : 202).send(answer);
    },
  );
}
