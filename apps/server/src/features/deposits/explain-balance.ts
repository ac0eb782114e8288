import { formatMoney, money } from '@kafal/core';
import type { Language } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { currentBusinessDay } from '../accounting/index.ts';
import { type DepositWithBalance, isStopped, takenOutNow } from './deposit-queries.ts';
import { passbookLines } from './passbook.ts';
import { explanationWords } from './statement-words.ts';

const LINES_SHOWN = 50;

/** How the balance came about: what was there before, every entry since, and what of it can be withdrawn. */
export async function explainBalance(platform: Platform, deposit: DepositWithBalance, language: Language) {
  const words = explanationWords[language];
  const range = { order: 'newest first', limit: LINES_SHOWN } as const;
  const lines = (await passbookLines(platform, deposit.id, range, language)).reverse();
  const today = await currentBusinessDay(platform);
  const [first] = lines;
  const opening = first === undefined ? 0 : first.balance - (first.side === 'credit' ? first.amount : -first.amount);
  // The lines were read after the account: the balance is that of the last line, so that they always add up.
  const balance = lines.at(-1)?.balance ?? deposit.balance;

  return {
    figure: words.figure.replace('{number}', deposit.number),
    value: formatMoney(balance),
    lines: [
      { label: words.opening, value: formatMoney(money(opening)), entryId: null, on: first?.postedOn ?? null },
      ...lines.map((line) => ({
        label: (line.side === 'credit' ? words.deposited : words.withdrawn).replace('{text}', line.particulars),
        value: formatMoney(line.amount),
        entryId: String(line.entryId),
        on: line.postedOn,
      })),
      { label: words.hold, value: formatMoney(deposit.hold), entryId: null, on: null },
      { label: words.floor, value: formatMoney(deposit.floor), entryId: null, on: null },
      {
        label: words.available,
        value: formatMoney(takenOutNow({ ...deposit, balance }, today)),
        entryId: null,
        on: null,
      },
    ],
    rule: isStopped(deposit) ? `${words.rule} ${words.stopped}` : words.rule,
  };
}
