import type { LoanFigures, LoanMeasureView } from '@kafal/contract';
import type { Reader } from '../../platform/database/dialect.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { printedNumber } from '../accounting/index.ts';

export interface MeasureFigures {
  readonly before: LoanFigures;
  readonly after: LoanFigures;
}

/** Of one loan, the oldest first. */
export async function measuresOf(reader: Reader, loanId: number): Promise<LoanMeasureView[]> {
  const rows = await reader
    .selectFrom('loan_measure as m')
    .innerJoin('user as asked', 'asked.id', 'm.askedByUserId')
    .innerJoin('user as agreed', 'agreed.id', 'm.agreedByUserId')
    .leftJoin('journal_entry as j', 'j.id', 'm.entryId')
    .selectAll('m')
    .select(['asked.name as askedBy', 'agreed.name as agreedBy', 'j.seriesCode', 'j.financialYear', 'j.number'])
    .where('m.loanId', '=', loanId)
    .orderBy('m.place')
    .execute();
  return rows.map((row) => ({
    id: String(row.id),
    kind: row.kind,
    on: row.takenOn,
    reason: row.reason,
    resolutionNumber: row.resolutionNumber,
    resolutionOn: row.resolutionOn,
    ...figuresIn(row.figures),
    askedBy: row.askedBy,
    agreedBy: row.agreedBy,
    at: new Date(row.recordedAt).toISOString(),
    entryId: row.entryId === null ? null : String(row.entryId),
    entryNumber:
      row.seriesCode === null || row.financialYear === null || row.number === null
        ? null
        : printedNumber({ seriesCode: row.seriesCode, financialYear: row.financialYear, number: row.number }),
    takenBackOn: row.takenBackOn,
    takenBackReason: row.takenBackReason,
  }));
}

/** As `takeMeasure` wrote it. */
const figuresIn = (figures: string): MeasureFigures => JSON.parse(figures) as MeasureFigures;

export async function getMeasure(reader: Reader, loanId: number, id: number) {
  const measure = await reader
    .selectFrom('loan_measure')
    .selectAll()
    .where('id', '=', id)
    .where('loanId', '=', loanId)
    .executeTakeFirst();
  if (measure === undefined) throw new Refusal('missing', 'LOAN_MEASURE_UNKNOWN');
  return measure;
}
