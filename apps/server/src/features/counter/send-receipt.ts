// A receipt as a message that a person sends from their own WhatsApp: a link with the words in it, in the language of its
// receiver. It says what the paper says above all, and never a balance; a paper cannot be in a link.

import type { MessageLanguage, ReceiptMessage } from '@kafal/contract';
import { displayDate, displayMoney, normalisePhone } from '@kafal/core';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { readSettings } from '../society/index.ts';
import { getReceiptFor } from './receipt-queries.ts';

type Direction = 'in' | 'out';

const WORDS: Readonly<Record<MessageLanguage, Readonly<Record<Direction, string>>>> = {
  en: {
    in: 'Namaste {name},\n{society} received {amount} from you on {day}. Receipt {number}.',
    out: 'Namaste {name},\n{society} paid you {amount} on {day}. Voucher {number}.',
  },
  hi: {
    in: 'नमस्ते {name},\n{day} को आपसे {amount} प्राप्त हुए। रसीद संख्या {number}।\n{society}',
    out: 'नमस्ते {name},\n{day} को आपको {amount} दिए गए। वाउचर संख्या {number}।\n{society}',
  },
  ne: {
    in: 'नमस्ते {name},\n{day} मा तपाईंबाट {amount} प्राप्त भयो। रसिद नम्बर {number}।\n{society}',
    out: 'नमस्ते {name},\n{day} मा तपाईंलाई {amount} भुक्तानी भयो। भौचर नम्बर {number}।\n{society}',
  },
};

/** Staff write to the member; a member chooses in WhatsApp whom they write to. */
export async function receiptMessage(
  platform: Platform,
  actor: Actor,
  receiptId: number,
): Promise<z.input<typeof ReceiptMessage>> {
  const receipt = await getReceiptFor(platform, actor, receiptId);
  if (receipt.reversedByEntryId !== null) throw new Refusal('conflict', 'RECEIPT_TAKEN_BACK');
  const settings = await readSettings(platform);
  const member = await platform.database
    .selectFrom('member as m')
    .leftJoin('user as u', 'u.memberId', 'm.id')
    .leftJoin('notification_manner as n', 'n.userId', 'u.id')
    .select(['m.name', 'm.phone', 'u.language', 'n.language as chosen'])
    .where('m.id', '=', receipt.memberId)
    .executeTakeFirstOrThrow();
  const language = readLanguage(member.chosen ?? member.language);
  const slots: Readonly<Record<string, string>> = {
    name: member.name,
    society: (language === 'en' ? null : settings['society.nameLocal']) ?? settings['society.name'],
    amount: displayMoney(receipt.total, { currency: settings['money.currency'] }),
    day: displayDate(receipt.issuedOn, 'D MMM YYYY', language),
    number: receipt.number,
  };
  const text = WORDS[language][receipt.direction].replace(/\{(\w+)\}/g, (_, slot: string) => slots[slot] ?? '');
  const phone = actor.kind === 'member' ? undefined : normalisePhone(member.phone ?? '', settings['phone.country']);
  return { language, text, link: `https://wa.me/${phone?.slice(1) ?? ''}?text=${encodeURIComponent(text)}` };
}

const readLanguage = (chosen: string | null): MessageLanguage => (chosen === 'hi' || chosen === 'ne' ? chosen : 'en');
