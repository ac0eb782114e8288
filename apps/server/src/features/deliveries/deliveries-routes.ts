import {
  ChooseNotificationsBody,
  DeliveriesQuery,
  DeliveryList,
  DeliveryOverview,
  Done,
  IdParams,
  NotificationChoices,
} from '@kafal/contract';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { chooseNotifications, notificationChoices } from './choose-notifications.ts';
import { deliverer } from './deliver.ts';
import { deliveryOverview, listDeliveries, retryDelivery } from './list-deliveries.ts';
import { mailChannel } from './mail-channel.ts';
import { smsChannel } from './sms-channel.ts';
import { smsRoutes } from './sms-routes.ts';

const tags = ['notifications'];
const reads = { permission: 'system.read', audience: 'staff' } as const;

export async function deliveriesRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;
  const response = { 200: NotificationChoices };

  app.get(
    '/api/notification-choices',
    {
      config: { permission: 'signed-in' },
      schema: { tags, summary: 'What I am told by which way, and when not', response },
    },
    ({ actor }) => notificationChoices(platform, platform.database, actor),
  );
  app.put(
    '/api/notification-choices',
    {
      config: { permission: 'signed-in' },
      schema: {
        tags,
        summary: 'Choose what I am told by which way, my quiet hours, and the language of letters',
        body: ChooseNotificationsBody,
        response,
      },
    },
    ({ actor, body }) => chooseNotifications(platform, actor, body),
  );

  app.get(
    '/api/deliveries/overview',
    {
      config: reads,
      schema: {
        tags,
        summary: 'How e-mail and SMS fare, and what this month went out',
        response: { 200: DeliveryOverview },
      },
    },
    ({ actor }) => deliveryOverview(platform, actor),
  );
  app.get(
    '/api/deliveries',
    {
      config: reads,
      schema: {
        tags,
        summary: 'What went out by e-mail and SMS, or did not, newest first',
        querystring: DeliveriesQuery,
        response: { 200: DeliveryList },
      },
    },
    ({ actor, query }) => listDeliveries(platform, actor, query),
  );
  app.post(
    '/api/deliveries/:id/retry',
    {
      config: { permission: 'notice.write', audience: 'staff' },
      schema: { tags, summary: 'Try a message again that did not go out', params: IdParams, response: { 200: Done } },
    },
    async ({ actor, params: { id } }) => {
      await retryDelivery(platform, actor, id);
      return { done: true as const };
    },
  );
  await smsRoutes(app);
}

/** What hands over beside the answers of the server, on every channel that is set up. */
export async function deliverersRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;
  const { mail } = platform.config;
  const deliverers = [
    ...(mail === null ? [] : [deliverer(platform, mailChannel(platform, mail))]),
    deliverer(platform, smsChannel(platform)),
  ];
  app.addHook('onReady', async () => {
    for (const one of deliverers) one.start();
  });
  app.addHook('onClose', async () => {
    await Promise.all(deliverers.map((one) => one.stop()));
  });
}
