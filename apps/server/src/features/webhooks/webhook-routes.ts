import {
  AddWebhookBody,
  ChangeWebhookBody,
  Done,
  IdParams,
  NoQuery,
  WEBHOOK_EVENTS,
  WebhookDelivery,
  WebhookDeliveryList,
  WebhookDeliveryParams,
  WebhookDeliveryQuery,
  WebhookList,
  WebhookView,
  WebhookWithSecret,
} from '@kafal/contract';
import type { Config } from '../../platform/config/config.ts';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { type OutsideDoor, publicDoor } from '../../platform/outbound/post-outside.ts';
import { webhookSender } from './send-deliveries.ts';
import { addWebhook, changeWebhook, endWebhook, renewSecret } from './set-webhook.ts';
import { testWebhook, tryAgain } from './try-webhook.ts';
import { deliveryView, listDeliveries, listWebhooks, webhookView } from './webhook-queries.ts';

const tags = ['webhooks'];
const look = { permission: 'settings.read', audience: 'staff' } as const;
const change = { permission: 'settings.change', audience: 'staff' } as const;
const anyDoor: OutsideDoor = { mayName: ({ protocol }) => /^https?:$/.test(protocol), mayCall: () => true };

export async function webhooksRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;
  const door = doorOf(platform.config);
  await routesThrough(app, door);
  const sender = webhookSender(platform, door);
  app.addHook('onReady', async () => sender.start());
  app.addHook('onClose', () => sender.stop());
}

function doorOf({ webhooksTo }: Config): OutsideDoor {
  if (webhooksTo === 'public') return publicDoor;
  if (webhooksTo === 'any') return anyDoor;
  const { origin, hostname } = new URL(webhooksTo.origin);
  return {
    mayName: (url) => url.origin === origin || publicDoor.mayName(url),
    mayCall: (address) => address === hostname || publicDoor.mayCall(address),
  };
}

/** `door` says which machines may be called. */
export async function routesThrough(app: KafalApp, door: OutsideDoor): Promise<void> {
  const { platform } = app;
  const done = { done: true } as const;

  app.get(
    '/api/webhooks',
    {
      config: look,
      schema: {
        tags,
        summary: 'Other systems that are told of what happens',
        querystring: NoQuery,
        response: { 200: WebhookList },
      },
    },
    async () => ({ items: await listWebhooks(platform), offered: [...WEBHOOK_EVENTS] }),
  );

  app.post(
    '/api/webhooks',
    {
      config: change,
      schema: {
        tags,
        summary: 'Tell another system of chosen events; its secret is in the answer, once',
        querystring: NoQuery,
        body: AddWebhookBody,
        response: { 201: WebhookWithSecret },
      },
    },
    async (request, reply) => {
      const { id, secret } = await addWebhook(platform, door, request.actor, request.body);
      return reply.code(201).send({ webhook: await webhookView(platform, id), secret });
    },
  );

  app.put(
    '/api/webhooks/:id',
    {
      config: change,
      schema: {
        tags,
        summary: 'Change what a system is told and where, pause it, or turn it on again',
        params: IdParams,
        querystring: NoQuery,
        body: ChangeWebhookBody,
        response: { 200: WebhookView },
      },
    },
    async (request) => {
      const { id } = request.params;
      await changeWebhook(platform, door, request.actor, { id, ...request.body });
      return webhookView(platform, id);
    },
  );

  app.delete(
    '/api/webhooks/:id',
    {
      config: change,
      schema: {
        tags,
        summary: 'Tell a system nothing more; what waits for it is dropped',
        params: IdParams,
        querystring: NoQuery,
        response: { 200: Done },
      },
    },
    async (request) => {
      await endWebhook(platform, request.actor, request.params.id);
      return done;
    },
  );

  app.post(
    '/api/webhooks/:id/secret',
    {
      config: change,
      schema: {
        tags,
        summary: 'Another secret, in the answer once; that of before signs beside it for a day',
        params: IdParams,
        querystring: NoQuery,
        response: { 200: WebhookWithSecret },
      },
    },
    async (request) => {
      const { id } = request.params;
      const secret = await renewSecret(platform, request.actor, id);
      return { webhook: await webhookView(platform, id), secret };
    },
  );

  app.post(
    '/api/webhooks/:id/test',
    {
      config: change,
      schema: {
        tags,
        summary: 'Send a message that says nothing, to see whether it arrives',
        params: IdParams,
        querystring: NoQuery,
        response: { 200: WebhookDelivery },
      },
    },
    async (request) => deliveryView(platform, await testWebhook(platform, door, request.actor, request.params.id)),
  );

  app.get(
    '/api/webhooks/:id/deliveries',
    {
      config: look,
      schema: {
        tags,
        summary: 'Messages to a system, newest first, and what became of each',
        params: IdParams,
        querystring: WebhookDeliveryQuery,
        response: { 200: WebhookDeliveryList },
      },
    },
    (request) => listDeliveries(platform, request.params.id, request.query),
  );

  app.post(
    '/api/webhooks/:id/deliveries/:deliveryId/retry',
    {
      config: change,
      schema: {
        tags,
        summary: 'Try a message again: what waits is tried now, what has arrived is sent once more under its id',
        params: WebhookDeliveryParams,
        querystring: NoQuery,
        response: { 200: WebhookDelivery },
      },
    },
    async (request) => {
      await tryAgain(platform, door, request.actor, request.params);
      return deliveryView(platform, request.params.deliveryId);
    },
  );
}
