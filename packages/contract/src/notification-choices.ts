import { z } from 'zod';
import { MESSAGE_LANGUAGES, NOTIFICATION_CHANNELS, NOTIFICATION_KINDS } from './notification-kinds.ts';

/** `22:00`, by the clock of the society. */
const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'CLOCK_TIME_MALFORMED');

export const NotificationChoices = z.object({
  kinds: z.array(
    z.object({
      kind: z.enum(NOTIFICATION_KINDS),
      /** Comes always, also in quiet hours. */
      mustCome: z.boolean(),
      push: z.boolean(),
      email: z.boolean(),
      sms: z.boolean(),
    }),
  ),
  /** Whether there is such a way to this reader, and where it leads; the address is shown in part. */
  channels: z.object({
    push: z.object({ isThere: z.boolean(), address: z.string().nullable() }),
    email: z.object({ isThere: z.boolean(), address: z.string().nullable() }),
    sms: z.object({ isThere: z.boolean(), address: z.string().nullable() }),
  }),
  quiet: z.object({
    /** `society`: the hours the society has; `own`: the reader's; `none`: no quiet at all. */
    whose: z.enum(['society', 'own', 'none']),
    from: z.string(),
    to: z.string(),
    societyFrom: z.string(),
    societyTo: z.string(),
  }),
  /** In which letters and SMS are written. */
  language: z.enum(MESSAGE_LANGUAGES),
});

export const ChooseNotificationsBody = z
  .strictObject({
    choices: z
      .array(
        z.strictObject({
          kind: z.enum(NOTIFICATION_KINDS),
          channel: z.enum(NOTIFICATION_CHANNELS),
          isOn: z.boolean(),
        }),
      )
      .max(NOTIFICATION_KINDS.length * NOTIFICATION_CHANNELS.length),
    quiet: z.discriminatedUnion('whose', [
      z.strictObject({ whose: z.literal('society') }),
      z.strictObject({ whose: z.literal('none') }),
      z.strictObject({ whose: z.literal('own'), from: ClockTime, to: ClockTime }),
    ]),
    language: z.enum(MESSAGE_LANGUAGES),
  })
  .meta({
    examples: [
      {
        choices: [{ kind: 'money', channel: 'sms', isOn: false }],
        quiet: { whose: 'own', from: '21:30', to: '07:00' },
        language: 'hi',
      },
    ],
  });
