import type { Receipt, Society } from '../../shared/answers.ts';
import type { Format } from '../../shared/format.ts';
import type { Language } from '../../shared/messages/messages.ts';
import type { Text } from '../../shared/messages/use-text.ts';
import type { MemberKey } from '../member-text.ts';
import { modeWord } from './mode-word.ts';
import type { ReceiptPicture } from './receipt-picture.ts';

/** What the picture of a receipt says, in the reader's language; a member with a name in two scripts has both on it. */
export function pictureOfReceipt(
  receipt: Receipt,
  {
    society,
    nameLocal,
    language,
    format,
    t,
  }: { society: Society; nameLocal: string | null; language: Language; format: Format; t: Text<MemberKey> },
): ReceiptPicture {
  const societyName = (language === 'hi' ? society.nameLocal : null) ?? society.name ?? '';
  const names = nameLocal === null ? receipt.memberName : `${receipt.memberName} · ${nameLocal}`;
  const mode = `${modeWord(receipt.mode, t)}${receipt.reference === null ? '' : ` · ${receipt.reference}`}`;
  return {
    head: {
      name: societyName,
      lines: [society.address ?? '', society.registrationNumber ?? ''].filter((line) => line !== ''),
    },
    title: t('receipt.numbered', { number: receipt.number }),
    facts: [
      { label: t('receipt.member'), value: names },
      { label: t('profile.memberNumber'), value: receipt.memberNumber },
      { label: t('receipt.issued'), value: format.instant(receipt.issuedAt) },
      { label: t('receipt.mode'), value: mode },
      ...(receipt.issuedBy === null ? [] : [{ label: t('receipt.issuedBy'), value: receipt.issuedBy }]),
    ],
    lines: receipt.lines.map(({ label, amount }) => ({ label, amount: format.money(amount) })),
    total: {
      label: t(receipt.direction === 'in' ? 'receipt.totalIn' : 'receipt.totalOut'),
      amount: format.money(receipt.total),
      inWords: receipt.totalInWords[language],
    },
    warning: receipt.reversedByEntryId === null ? undefined : t('receipt.wasReversed'),
    foot: t('receipt.pictureFoot', { society: societyName }),
  };
}
