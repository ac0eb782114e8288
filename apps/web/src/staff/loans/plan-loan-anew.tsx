import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import type { BodyOf } from '../../shared/client.ts';
import type { Loan } from '../answers.ts';
import { useMay } from '../session.ts';
import { useThisSociety } from '../society.tsx';
import { ChoiceBox, DayBox, LongTextBox, TextBox } from '../ui/fields.tsx';
import { MoneyActDialog } from '../ui/money-act-dialog.tsx';
import { ResolutionBox } from '../ui/resolution-box.tsx';
import { useMoneyAct } from '../ui/use-money-act.ts';
import { WaitsForSecondPerson } from '../ui/waits-for-second-person.tsx';
import { useWords } from '../words.ts';
import { ComparePlans } from './compare-plans.tsx';
import { LoanBeforeAfter } from './loan-before-after.tsx';

type Asked = BodyOf<'post', '/api/loans/{id}/measures'>;

/** Asks for what is left to be planned anew, or for due days without principal: the loan before and after is seen first. */
export function PlanLoanAnew({ loan }: { loan: Loan }) {
  const t = useWords();
  const may = useMay();
  const [isPlanning, planning] = useDisclosure(false);
  const [isPausing, pausing] = useDisclosure(false);
  if (!may('loan.recommend') || loan.status !== 'active') return null;
  return (
    <>
      <Button onClick={planning.open}>{t('loan.anew')}</Button>
      <Button onClick={pausing.open}>{t('loan.pause')}</Button>
      {isPlanning && <Planning loan={loan} onClose={planning.close} />}
      {isPausing && <Pausing loan={loan} onClose={pausing.close} />}
    </>
  );
}

function Planning({ loan, onClose }: { loan: Loan; onClose: () => void }) {
  const t = useWords();
  const { businessDate } = useThisSociety();
  const ahead = stillToCome(loan, businessDate);
  const [firstDueOn, setFirstDueOn] = useState(ahead[0]?.dueOn ?? '');
  const [count, setCount] = useState(String(Math.max(1, ahead.length)));
  const [rate, setRate] = useState(loan.annualRate ?? '');
  const [arrears, setArrears] = useState<'stay' | 'apart'>('stay');
  const why = useWhy(loan.id);
  const request: Asked | undefined =
    firstDueOn === '' || !isCount(count) || !isRate(rate) || why.said === undefined
      ? undefined
      : {
          kind: 'rescheduling',
          firstDueOn,
          instalments: Number(count),
          ...(rate.trim() === loan.annualRate ? {} : { annualRate: rate.trim() }),
          arrears,
          ...why.said,
        };
  return (
    <Asking loan={loan} title={t('loan.anewTitle', { number: loan.number })} request={request} onClose={onClose}>
      <p>{t('loan.anewHow')}</p>
      <DayBox label={t('loan.anewFirstDue')} name="firstDueOn" value={firstDueOn} onChange={setFirstDueOn} />
      <CountBox label={t('loan.anewInstalments')} name="instalments" value={count} onChange={setCount} />
      <TextBox label={t('loan.anewRate')} name="annualRate" takesDigits maxLength={8} value={rate} onChange={setRate} />
      <ChoiceBox
        label={t('loan.anewArrears')}
        name="arrears"
        value={arrears}
        choices={(['stay', 'apart'] as const).map((value) => ({ value, label: t(`loan.anewArrears.${value}`) }))}
        onChange={(value) => setArrears(value === '' ? 'stay' : value)}
      />
      {why.boxes}
    </Asking>
  );
}

function Pausing({ loan, onClose }: { loan: Loan; onClose: () => void }) {
  const t = useWords();
  const { businessDate } = useThisSociety();
  const left = Math.max(1, stillToCome(loan, businessDate).length);
  const [holiday, setHoliday] = useState('3');
  const [count, setCount] = useState(String(left + 3));
  const [interest, setInterest] = useState<'served' | 'apart'>('served');
  const why = useWhy(loan.id);
  const request: Asked | undefined =
    !isCount(holiday) || !isCount(count) || why.said === undefined
      ? undefined
      : { kind: 'moratorium', holiday: Number(holiday), instalments: Number(count), interest, ...why.said };
  const changeHoliday = (typed: string) => {
    // The end moves with it until somebody types another one.
    if (isCount(typed) && Number(count) === left + Number(holiday)) setCount(String(left + Number(typed)));
    setHoliday(typed);
  };
  return (
    <Asking loan={loan} title={t('loan.pauseTitle', { number: loan.number })} request={request} onClose={onClose}>
      <p>{t('loan.pauseHow')}</p>
      <CountBox label={t('loan.pauseHoliday')} name="holiday" value={holiday} onChange={changeHoliday} />
      <CountBox label={t('loan.pauseInstalments')} name="instalments" value={count} onChange={setCount} />
      <ChoiceBox
        label={t('loan.pauseInterest')}
        name="interest"
        value={interest}
        choices={(['served', 'apart'] as const).map((value) => ({ value, label: t(`loan.pauseInterest.${value}`) }))}
        onChange={(value) => setInterest(value === '' ? 'served' : value)}
      />
      {why.boxes}
    </Asking>
  );
}

interface AskingProps {
  loan: Loan;
  title: string;
  request: Asked | undefined;
  onClose: () => void;
  children: ReactNode;
}

function Asking({ loan, title, request, onClose, children }: AskingProps) {
  const t = useWords();
  const acting = useMoneyAct('/api/loans/{id}/measures', { id: loan.id });
  return (
    <MoneyActDialog
      title={title}
      isOpen
      onClose={onClose}
      acting={acting}
      request={request}
      act={t('loan.disburseAsk')}
      isWide
      previewed={({ before, after, plans }) => (
        <>
          <LoanBeforeAfter before={before} after={after} />
          {plans !== null && <ComparePlans plans={plans} />}
        </>
      )}
      done={({ approvalId }) => <WaitsForSecondPerson approvalId={approvalId} />}
    >
      {children}
    </MoneyActDialog>
  );
}

/** Why, and the resolution that says so. */
function useWhy(loanId: string) {
  const t = useWords();
  const [reason, setReason] = useState('');
  const [resolutionNumber, setNumber] = useState('');
  const [resolutionOn, setOn] = useState('');
  const isSaid = reason.trim().length >= 3 && resolutionNumber.trim() !== '' && resolutionOn !== '';
  return {
    said: isSaid ? { reason: reason.trim(), resolutionNumber: resolutionNumber.trim(), resolutionOn } : undefined,
    boxes: (
      <>
        <LongTextBox label={t('act.reason')} name="reason" maxLength={400} value={reason} onChange={setReason} />
        <ResolutionBox
          label={t('loan.resolutionNumber')}
          loanId={loanId}
          value={resolutionNumber}
          onChange={setNumber}
          onKnown={setOn}
        />
        <DayBox label={t('loan.resolutionOn')} name="resolutionOn" value={resolutionOn} onChange={setOn} />
      </>
    ),
  };
}

interface CountBoxProps {
  label: string;
  name: string;
  value: string;
  onChange: (value: string) => void;
}

const CountBox = (box: CountBoxProps) => <TextBox {...box} takesDigits inputMode="numeric" maxLength={4} />;

const isCount = (typed: string) => /^[1-9]\d*$/.test(typed.trim());
const isRate = (typed: string) => /^\d{1,2}(\.\d+)?$/.test(typed.trim());

/** Instalments that are planned for later days, and not paid already. */
const stillToCome = ({ instalmentsPlan }: Loan, today: string | null) =>
  instalmentsPlan.filter(
    ({ dueOn, isPast, paidOn }) => !isPast && paidOn === null && (today === null || today < dueOn),
  );
