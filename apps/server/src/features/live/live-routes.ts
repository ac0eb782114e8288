import { LiveEvents, LiveEventsQuery } from '@kafal/contract';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { missedEvents } from './catch-up.ts';
import { outboxRelay } from './relay-outbox.ts';
import { socketServer } from './socket-server.ts';

const EVENTS_PER_ANSWER = 100;

export async function liveRoutes(app: KafalApp): Promise<void> {
  app.get(
    '/api/live/events',
    {
      config: { permission: 'signed-in' },
      schema: {
        tags: ['live'],
        summary: 'What was missed since the last seen sequence number, in order, once each',
        querystring: LiveEventsQuery,
        response: { 200: LiveEvents },
      },
    },
    async (request) =>
      missedEvents(app.platform, request.actor, request.query.after, request.query.limit ?? EVENTS_PER_ANSWER),
  );

  const sockets = await socketServer(app);
  const relay = outboxRelay(app.platform, (rows) => sockets.tell(rows));
  app.serveSockets(sockets);
  app.addHook('onReady', async () => {
    relay.start();
    sockets.startHeartbeat();
  });
  app.addHook('onClose', async () => {
    await relay.stop();
  });
}
