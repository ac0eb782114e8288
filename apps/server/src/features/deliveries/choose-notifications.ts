// What somebody wants to hear by which way, and when not. A choice is kept with its day, so that the society can say who
// had wanted what; what stands in the list of the app is always there.

import {
  type ChooseNotificationsBody,
  type DELIVERY_CHANNELS,
  KINDS_OF_MEMBERS,
  KINDS_OF_STAFF,
  mustCome,
  NOTIFICATION_CHANNELS,
  type NotificationChannel,
  type NotificationChoices,
  type NotificationKind,
} from '@kafal/contract';
import { isEmail } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { readSettings } from '../society/index.ts';
import { channelsInUse } from './channels-in-use.ts';
import { maskEmail, maskPhone } from './mask-address.ts';

type View = z.output<typeof NotificationChoices>;
type Body = z.output<typeof ChooseNotificationsBody>;

const kindsOf = ({ kind }: Pick<Actor, 'kind'>) => (kind === 'member' ? KINDS_OF_MEMBERS : KINDS_OF_STAFF);
/** Staff look at their screens: of the ways out a letter is theirs. */
const channelsOf = ({ kind }: Pick<Actor, 'kind'>): readonly NotificationChannel[] =>
  kind === 'member' ? NOTIFICATION_CHANNELS : ['email'];

export async function notificationChoices(platform: Platform, reader: Reader, actor: Actor): Promise<View> {
  const settings = await readSettings(platform);
  const off = await reader
    .selectFrom('notification_choice')
    .select(['kind', 'channel'])
    .where('userId', '=', actor.userId)
    .where('isOn', '=', 0)
    .execute();
  const manner = await reader
    .selectFrom('notification_manner')
    .selectAll()
    .where('userId', '=', actor.userId)
    .executeTakeFirst();
  const user = await reader
    .selectFrom('user')
    .select(['email', 'phone', 'language'])
    .where('id', '=', actor.userId)
    .executeTakeFirstOrThrow();
  const devices = await reader
    .selectFrom('push_subscription')
    .select('id')
    .where('userId', '=', actor.userId)
    .limit(1)
    .execute();
  const inUse = await channelsInUse(reader, platform);
  const mine = channelsOf(actor);
  const wants = (kind: NotificationKind, channel: NotificationChannel) =>
    mustCome(kind) || !off.some((choice) => choice.kind === kind && choice.channel === channel);
  const way = (channel: (typeof DELIVERY_CHANNELS)[number], address: string | null) => ({
    isThere: mine.includes(channel) && inUse.has(channel) && address !== null,
    address,
  });
  const societyFrom = settings['messages.quietFrom'];
  const societyTo = settings['messages.quietTo'];
  return {
    kinds: kindsOf(actor).map((kind) => ({
      kind,
      mustCome: mustCome(kind),
      push: wants(kind, 'push'),
      email: wants(kind, 'email'),
      sms: wants(kind, 'sms'),
    })),
    channels: {
      push: { isThere: mine.includes('push') && devices.length > 0, address: null },
      email: way('email', user.email !== null && isEmail(user.email) ? maskEmail(user.email) : null),
      sms: way('sms', user.phone === null || user.phone === '' ? null : maskPhone(user.phone)),
    },
    quiet: {
      whose: manner === undefined || manner.quietFrom === '' ? whose(manner) : 'own',
      from: manner?.quietFrom || societyFrom,
      to: manner?.quietTo || societyTo,
      societyFrom,
      societyTo,
    },
    // The check of the table and the type of the row say which.
    language: manner?.language ?? (user.language === 'hi' ? 'hi' : 'en'),
  };
}

const whose = (manner: { readonly isQuiet: number } | undefined) =>
  manner === undefined || manner.isQuiet === 1 ? ('society' as const) : ('none' as const);

export async function chooseNotifications(platform: Platform, actor: Actor, body: Body): Promise<View> {
  const kinds = kindsOf(actor);
  const channels = channelsOf(actor);
  for (const { kind, channel, isOn } of body.choices) {
    if (!kinds.includes(kind) || !channels.includes(channel)) {
      throw new Refusal('rule', 'CHOICE_NOT_YOURS', undefined, 'choices');
    }
    if (!isOn && mustCome(kind)) throw new Refusal('rule', 'CHOICE_MUST_COME', undefined, 'choices');
  }
  await readSettings(platform);
  await platform.transact(async (trx) => {
    const now = platform.clock.now();
    for (const { kind, channel, isOn } of body.choices) {
      const row = { userId: actor.userId, kind, channel, isOn: isOn ? (1 as const) : (0 as const), chosenAt: now };
      await platform.dialect.upsert(trx, 'notification_choice', row, { key: ['userId', 'kind', 'channel'] });
    }
    const { quiet, language } = body;
    const manner = {
      userId: actor.userId,
      isQuiet: quiet.whose === 'none' ? (0 as const) : (1 as const),
      quietFrom: quiet.whose === 'own' ? quiet.from : '',
      quietTo: quiet.whose === 'own' ? quiet.to : '',
      ...{ language, chosenAt: now },
    };
    await platform.dialect.upsert(trx, 'notification_manner', manner, { key: ['userId'] });
    await recordAudit(trx, platform, actor, {
      action: 'notifications.chosen',
      subjectKind: 'user',
      subjectId: actor.userId,
      newValues: { choices: body.choices, quiet, language },
    });
  });
  return notificationChoices(platform, platform.database, actor);
}
