import { Done, MarkReadBody, NotificationList, NotificationQuery } from '@kafal/contract';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { listNotifications, markRead } from './notification-queries.ts';

export async function notificationsRoutes(app: KafalApp): Promise<void> {
  app.get(
    '/api/notifications',
    {
      config: { permission: 'signed-in' },
      schema: {
        tags: ['notifications'],
        summary: 'My notifications, newest first',
        querystring: NotificationQuery,
        response: { 200: NotificationList },
      },
    },
    (request) => listNotifications(app.platform, request.actor, request.query),
  );
  app.post(
    '/api/notifications/read',
    {
      config: { permission: 'signed-in' },
      schema: {
        tags: ['notifications'],
        summary: 'Mark notifications of mine as read',
        body: MarkReadBody,
        response: { 200: Done },
      },
    },
    async (request) => {
      await markRead(app.platform, request.actor, request.body.all ? 'all' : (request.body.ids ?? []));
      return { done: true as const };
    },
  );
}
