import type { Actor, Language } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { receiptPdf } from '../paper/index.ts';
import { getReceiptFor } from './receipt-queries.ts';
import { changeOf } from './receipt-view.ts';

export interface PrintReceipt {
  readonly receiptId: number;
  readonly size: 'a5' | '80mm';
  readonly language: Language;
}

export interface PrintedPaper {
  readonly number: string;
  readonly pdf: Uint8Array;
}

/** The first print is the original. Every further one is counted and marked, whoever asks for it. */
export async function printReceipt(platform: Platform, actor: Actor, command: PrintReceipt): Promise<PrintedPaper> {
  const { size, language } = command;
  const receipt = await getReceiptFor(platform, actor, command.receiptId);
  const print = await countPrint(platform, actor, receipt.id);

  const pdf = await receiptPdf(
    platform,
    {
      ...receipt,
      print,
      change: receipt.cashGiven === null ? null : changeOf(receipt.cashGiven, receipt.total),
      lines: receipt.lines.map(({ label, amount }) => ({ labelEn: label.en, labelHi: label.hi, amount })),
    },
    { size, language, printedBy: actor.name, printedByUserId: actor.userId, printedAt: platform.clock.now() },
  );
  return { number: receipt.number, pdf };
}

async function countPrint(platform: Platform, actor: Actor, receiptId: number): Promise<number> {
  const { dialect, clock } = platform;
  return platform.transact(async (trx) => {
    // Two prints at the same moment are counted one after the other, so that only one is the original.
    await dialect.one(trx, `SELECT id FROM receipt WHERE id = ?${dialect.forUpdateText}`, [receiptId]);
    await dialect.run(trx, 'INSERT INTO receipt_print (receiptId, userId, printedAt) VALUES (?, ?, ?)', [
      receiptId,
      actor.userId,
      clock.now(),
    ]);
    const row = await dialect.one<{ prints: number }>(
      trx,
      'SELECT COUNT(*) AS prints FROM receipt_print WHERE receiptId = ?',
      [receiptId],
    );
    const print = row?.prints ?? 1;
    await recordAudit(trx, platform, actor, {
      action: print > 1 ? 'receipt.duplicate-printed' : 'receipt.printed',
      subjectKind: 'receipt',
      subjectId: receiptId,
      newValues: { print },
    });
    return print;
  });
}
