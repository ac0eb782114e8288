import { Done, PushKeyView, SubscribePushBody } from '@kafal/contract';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { type OutsideDoor, publicDoor } from '../../platform/outbound/post-outside.ts';
import { onSessionsEnded } from '../identity/index.ts';
import { pushSender } from './send-pushes.ts';
import { dropSubscriptionsOfSessions, isSubscribed, subscribePush, unsubscribePush } from './subscribe-push.ts';

/** Messages to a member's phone while the app is closed. `door` says which push services may be called. */
export async function pushRoutes(app: KafalApp, door: OutsideDoor = publicDoor): Promise<void> {
  const { platform } = app;
  const config = { permission: 'signed-in', audience: 'member' } as const;
  const tags = ['notifications'];
  const done = { done: true } as const;

  app.get(
    '/api/push/subscription',
    {
      config,
      schema: {
        tags,
        summary: 'Whether this device is told of news, and the key with which it may ask to be',
        response: { 200: PushKeyView },
      },
    },
    async ({ actor }) => ({
      publicKey: platform.keys.pushIdentity.publicKey,
      isSubscribed: await isSubscribed(platform, actor),
    }),
  );

  app.put(
    '/api/push/subscription',
    {
      config,
      schema: {
        tags,
        summary: 'Tell this device of news until its session ends',
        body: SubscribePushBody,
        response: { 200: Done },
      },
    },
    async (request) => {
      await subscribePush(platform, door, request.actor, request.body);
      return done;
    },
  );

  app.delete(
    '/api/push/subscription',
    { config, schema: { tags, summary: 'Tell this device nothing more', response: { 200: Done } } },
    async (request) => {
      await unsubscribePush(platform, request.actor);
      return done;
    },
  );

  const sender = pushSender(platform, door);
  const forgetListener = onSessionsEnded((sessionIds) => {
    dropSubscriptionsOfSessions(platform, sessionIds).catch((error: unknown) =>
      platform.log.warn({ err: error }, 'a device of an ended session is still written down; the sweep takes it'),
    );
  });
  app.addHook('onReady', async () => sender.start());
  app.addHook('onClose', async () => {
    forgetListener();
    await sender.stop();
  });
}
