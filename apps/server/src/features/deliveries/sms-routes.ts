import {
  Done,
  NoQuery,
  PreviewQuery,
  RuleChange,
  SetSmsProviderBody,
  SetSmsTemplateBody,
  SmsTemplateParams,
  SmsView,
} from '@kafal/contract';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { endSmsProvider, setSmsProvider } from './sms-provider.ts';
import { endSmsTemplate, setSmsTemplate, smsView } from './sms-templates.ts';

const tags = ['notifications'];
const change = { permission: 'settings.change', audience: 'staff' } as const;
const response = { 200: RuleChange, 202: RuleChange };

export async function smsRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;
  app.get(
    '/api/sms',
    {
      config: { permission: 'settings.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'Through whom SMS go, and their texts',
        querystring: NoQuery,
        response: { 200: SmsView },
      },
    },
    ({ actor }) => smsView(platform, actor),
  );
  app.put(
    '/api/sms/provider',
    {
      config: change,
      schema: {
        tags,
        summary: 'Name the provider of SMS; a second person agrees (202)',
        querystring: PreviewQuery,
        body: SetSmsProviderBody,
        response,
      },
    },
    async (request, reply) => {
      const answer = await setSmsProvider(platform, request.actor, request.body, request.query.preview === true);
      return reply.code(answer.approvalId === null ? 200 : 202).send(answer);
    },
  );
  app.delete(
    '/api/sms/provider',
    {
      config: change,
      schema: { tags, summary: 'Send no SMS any more', querystring: NoQuery, response: { 200: Done } },
    },
    async ({ actor }) => {
      await endSmsProvider(platform, actor);
      return { done: true as const };
    },
  );
  app.put(
    '/api/sms/templates',
    {
      config: change,
      schema: {
        tags,
        summary: 'A new version of the text for an event in a language; a second person agrees (202)',
        querystring: PreviewQuery,
        body: SetSmsTemplateBody,
        response,
      },
    },
    async (request, reply) => {
      const answer = await setSmsTemplate(platform, request.actor, request.body, request.query.preview === true);
      return reply.code(answer.approvalId === null ? 200 : 202).send(answer);
    },
  );
  app.delete(
    '/api/sms/templates/:id',
    {
      config: change,
      schema: {
        tags,
        summary: 'Text this event no longer; what was said stays to be read',
        params: SmsTemplateParams,
        response: { 200: Done },
      },
    },
    async ({ actor, params: { id } }) => {
      await endSmsTemplate(platform, actor, id);
      return { done: true as const };
    },
  );
}
