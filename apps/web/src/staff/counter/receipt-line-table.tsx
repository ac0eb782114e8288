import { PREPAYMENT_CHOICES } from '@kafal/core';
import { useNavigate } from '@tanstack/react-router';
import { isZeroMoney, typedFromMoney } from '../../shared/format.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { ChoiceBox, MoneyBox } from '../ui/fields.tsx';
import { Glow } from '../ui/glow.tsx';
import { useWords, type Words } from '../words.ts';
import { choiceKey, type DeskLine, mayChoose, type TypedLines } from './receipt-lines.ts';

interface ReceiptLineTableProps {
  lines: readonly DeskLine[];
  typed: TypedLines;
  total: string;
  problemOf: (key: string) => string | undefined;
  onType: (key: string, text: string) => void;
}

export function ReceiptLineTable({ lines, typed, total, problemOf, onType }: ReceiptLineTableProps) {
  const t = useWords();
  const format = useSocietyFormat();
  const { currency } = useThisSociety();
  return (
    <table className="table table-plain desk-table">
      <caption className="visually-hidden">{t('counter.lines')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('counter.for')}</th>
          <th scope="col" className="number">
            {t('counter.dueOrBalance')}
          </th>
          <th scope="col" className="number">
            {t('counter.amountIn', { currency })}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const label = labelOf(line, t);
          return (
            <tr key={line.key}>
              <th scope="row">
                {label}
                {line.kind === 'savings' && <span className="quiet small"> · {line.product}</span>}
                {line.kind === 'savings' && line.owed !== undefined && <OwedNote owed={line.owed} />}
                {line.kind === 'instalment' && <InstalmentNote line={line} />}
                {line.kind === 'loan' && <LoanNote line={line} typed={typed} onType={onType} />}
                {line.kind === 'surety' && <SuretyNote line={line} />}
              </th>
              <td className="number quiet">{line.kind === 'shares' ? '' : format.amount(owedOrHeld(line))}</td>
              <td className="desk-amount">
                <MoneyBox
                  label=""
                  ariaLabel={t('counter.amountFor', { line: label })}
                  value={typed[line.key] ?? ''}
                  onChange={(text) => onType(line.key, text)}
                  problem={problemOf(line.key)}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('counter.total')}</th>
          <td />
          <td className="number desk-total">
            <Glow value={total}>{format.money(total)}</Glow>
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

/** Thrift that is not paid, and since when. */
function OwedNote({ owed }: { owed: NonNullable<Extract<DeskLine, { kind: 'savings' }>['owed']> }) {
  const t = useWords();
  const format = useSocietyFormat();
  return (
    <>
      <br />
      <strong className="small">
        {t('counter.thriftOwed', {
          amount: format.money(owed.amount),
          day: format.day(owed.since),
          count: owed.months,
        })}
      </strong>
    </>
  );
}

/** When it is due, and what being late costs besides. */
function InstalmentNote({ line }: { line: Extract<DeskLine, { kind: 'instalment' }> }) {
  const t = useWords();
  const format = useSocietyFormat();
  return (
    <>
      <br />
      <span className="quiet small">
        {t('counter.instalmentDue', { day: format.day(line.dueOn) })}
        {line.movesTo !== null && ` – ${t('termDeposit.holiday', { day: format.day(line.movesTo) })}`}
      </span>
      {!isZeroMoney(line.fine) && (
        <>
          <br />
          <strong className="small">{t('counter.withFine', { amount: format.money(line.fine) })}</strong>
        </>
      )}
    </>
  );
}

/** What is owed in all, beside what is due by today. */
function LoanNote({
  line,
  typed,
  onType,
}: Pick<ReceiptLineTableProps, 'typed' | 'onType'> & { line: Extract<DeskLine, { kind: 'loan' }> }) {
  const t = useWords();
  const format = useSocietyFormat();
  const { decimals } = useThisSociety();
  return (
    <>
      <br />
      <span className="quiet small">
        {t(noteOf(line), {
          amount: format.money(line.owed),
          day: line.nextDueOn === null ? '–' : format.day(line.nextDueOn),
        })}
      </span>
      <br />
      <button type="button" className="link-button small" onClick={() => onType(line.key, typedFromMoney(line.payoff))}>
        {t('counter.loanPayoff', { amount: format.money(line.payoff) })}
      </button>
      {mayChoose(line, typed, decimals) && (
        <ChoiceBox
          label={t('counter.loanAhead')}
          value={prepaymentOf(typed[choiceKey(line.key)])}
          none={t('counter.loanAheadNone')}
          choices={PREPAYMENT_CHOICES.map((value) => ({ value, label: t(`loan.prepay.${value}`) }))}
          onChange={(value) => onType(choiceKey(line.key), value)}
        />
      )}
      {line.guarantors.length > 0 && <PayerChoice guarantors={line.guarantors} number={line.number} />}
    </>
  );
}

/** Whoever stands surety pays with a receipt of their own, so the counter turns to them. */
function PayerChoice({ guarantors, number }: Pick<Extract<DeskLine, { kind: 'loan' }>, 'guarantors' | 'number'>) {
  const t = useWords();
  const navigate = useNavigate();
  return (
    <ChoiceBox
      label={t('counter.loanPayer', { number })}
      value=""
      none={t('counter.loanPayerBorrower')}
      choices={guarantors.map(({ memberId, name, memberNumber }) => ({
        value: memberId,
        label: t('counter.loanPayerGuarantor', { name, number: memberNumber }),
      }))}
      onChange={(member) => member !== '' && void navigate({ to: '/counter', search: { member, desk: 'receive' } })}
    />
  );
}

/** For whom, and up to how much. */
function SuretyNote({ line }: { line: Extract<DeskLine, { kind: 'surety' }> }) {
  const t = useWords();
  const format = useSocietyFormat();
  const { borrowerName, borrowerNumber, left, isWrittenOff } = line;
  return (
    <>
      <br />
      <span className="quiet small">
        {t(isWrittenOff ? 'counter.suretyWrittenOff' : 'counter.suretyOverdue', {
          name: borrowerName,
          number: borrowerNumber,
          left: format.money(left),
        })}
      </span>
    </>
  );
}

function noteOf({ isWrittenOff, due }: Extract<DeskLine, { kind: 'loan' }>) {
  if (isWrittenOff) return 'counter.loanWrittenOff';
  return isZeroMoney(due) ? 'counter.loanOwed' : 'counter.loanDue';
}

const prepaymentOf = (text: string | undefined) => PREPAYMENT_CHOICES.find((choice) => choice === text) ?? '';

function owedOrHeld(line: Exclude<DeskLine, { kind: 'shares' }>): string {
  switch (line.kind) {
    case 'due':
      return line.outstanding;
    case 'instalment':
      return line.amount;
    case 'savings':
      return line.balance;
    case 'loan':
      return line.due;
    case 'surety':
      return line.overdue;
  }
}

function labelOf(line: DeskLine, t: Words): string {
  switch (line.kind) {
    case 'due':
      return line.label;
    case 'instalment':
      return t('counter.instalment', { number: line.number, account: line.accountNumber });
    case 'shares':
      return t(line.isBesideDue ? 'counter.moreShareMoney' : 'counter.shareMoney');
    case 'savings':
      return line.accountNumber;
    case 'loan':
      return t('counter.loan', { number: line.number });
    case 'surety':
      return t('counter.suretyLoan', { number: line.number });
  }
}
