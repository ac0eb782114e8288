// Papers that are laid before those who decide, and what was signed: sent by the borrower while the application is open, or added
// by the office. Guarantors do not see them.

import type { AddedFile } from '@kafal/contract';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import {
  addFile,
  type FileCaps,
  type FileView,
  filesOf,
  getFileOf,
  keepUpload,
  removeFile,
  type Upload,
} from '../files/index.ts';
import { getLoanFor, type LoanWithBalance, lockLoan } from './loan-queries.ts';

/** The borrower adds to what is not decided; the office as long as the loan is not over. */
const OPEN_TO_BORROWER = ['submitted', 'returned', 'recommended'];
const OPEN_TO_OFFICE = [...OPEN_TO_BORROWER, 'sanctioned', 'active'];

export async function loanFiles(platform: Platform, actor: Actor, loanId: number): Promise<FileView[]> {
  const loan = refuseOther(actor, await getLoanFor(platform.database, actor, loanId));
  return filesOf(platform.database, ownerOf(loan));
}

/** Before a byte of it is taken. */
export async function getLoanToAddTo(platform: Platform, actor: Actor, loanId: number): Promise<void> {
  refuseClosed(actor, refuseOther(actor, await getLoanFor(platform.database, actor, loanId)));
}

export async function addLoanFile(
  platform: Platform,
  actor: Actor,
  { loanId, upload, caps }: { readonly loanId: number; readonly upload: Upload; readonly caps: FileCaps },
): Promise<z.infer<typeof AddedFile>> {
  const { id, owner } = await keepUpload(platform, upload, async (trx) => {
    const loan = refuseOther(actor, await lockLoan(trx, platform, actor, loanId));
    refuseClosed(actor, loan);
    const owner = ownerOf(loan);
    return { owner, id: await addFile(trx, platform, actor, { owner, upload, caps, status: 'current' }) };
  });
  return { file: await getFileOf(platform.database, owner, id), approvalId: null };
}

export async function removeLoanFile(
  platform: Platform,
  actor: Actor,
  { loanId, fileId, reason }: { readonly loanId: number; readonly fileId: string; readonly reason: string },
): Promise<void> {
  await platform.transact(async (trx) => {
    const loan = await lockLoan(trx, platform, actor, loanId);
    refuseClosed(actor, loan);
    await removeFile(trx, platform, actor, { owner: ownerOf(loan), fileId, reason });
  });
}

const ownerOf = ({ id, memberId }: LoanWithBalance) => ({ memberId, loanId: id });

/** Whoever stands surety sees the loan, and not what its borrower has shown. */
function refuseOther({ kind, memberId }: Actor, loan: LoanWithBalance): LoanWithBalance {
  if (kind === 'member' && loan.memberId !== memberId) throw new Refusal('missing', 'LOAN_UNKNOWN');
  return loan;
}

function refuseClosed({ kind }: Actor, { status, number }: LoanWithBalance): void {
  const open = kind === 'member' ? OPEN_TO_BORROWER : OPEN_TO_OFFICE;
  if (!open.includes(status)) throw new Refusal('conflict', 'LOAN_FILES_CLOSED', { number });
}
