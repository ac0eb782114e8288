// A statement shows what a gateway told of before. It is one line from then on: the gateway's, which may be a receipt by now,
// with the words of the bank. Nothing is posted but what the statement itself has posted for all its credits.

import type { Trx } from '../../platform/platform.ts';
import type { BankLine } from './bank-line-row.ts';

export const isOfGateway = async (reader: Trx, { statementId }: Pick<BankLine, 'statementId'>): Promise<boolean> => {
  const { source } = await reader
    .selectFrom('bank_statement')
    .select('source')
    .where('id', '=', statementId)
    .executeTakeFirstOrThrow();
  return source === 'gateway';
};

/** One of the two is gone; the other has the words of the statement, and what the gateway said leads to it. */
export async function joinLines(
  trx: Trx,
  { kept, gone, shown }: { readonly kept: BankLine; readonly gone: BankLine; readonly shown: BankLine },
): Promise<void> {
  const { statementId, lineHash, occurrence, bookedOn, description, bankReference } = shown;
  await trx.updateTable('gateway_message').set({ bankLineId: kept.id }).where('bankLineId', '=', gone.id).execute();
  await trx.deleteFrom('bank_line').where('id', '=', gone.id).execute();
  await trx
    .updateTable('bank_line')
    .set({ statementId, lineHash, occurrence, bookedOn, description, bankReference })
    .where('id', '=', kept.id)
    .execute();
}
