import { z } from 'zod';

export const PushKeyView = z.object({
  /** The society's public key, for the browser's `applicationServerKey`. */
  publicKey: z.string(),
  /** Whether this device is told now. */
  isSubscribed: z.boolean(),
});
/** What the browser's `PushSubscription.toJSON()` says, without the rest. */
export const SubscribePushBody = z
  .strictObject({
    endpoint: z.url().max(1_000),
    keys: z.strictObject({
      p256dh: z.string().regex(/^[\w-]{86,88}$/),
      auth: z.string().regex(/^[\w-]{22,24}$/),
    }),
  })
  .meta({
    examples: [
      {
        endpoint: 'https://push.example.net/send/7KQ2M9XHTB',
        keys: {
          p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
          auth: 'BTBZMqHH6r4Tts7J_aSIgg',
        },
      },
    ],
  });
