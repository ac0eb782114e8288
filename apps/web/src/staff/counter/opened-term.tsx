import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { percentText } from '../../shared/format.ts';
import { ReverseEntry } from '../books/reverse-entry.tsx';
import { useSocietyFormat } from '../society.tsx';
import { FileButton } from '../ui/files.tsx';
import type { MoneyAnswer } from '../ui/use-money-act.ts';
import { useWords } from '../words.ts';
import { NextOrAgain } from './next-or-again.tsx';
import { PaidOut } from './withdraw-desk.tsx';

interface OpenedTermProps {
  opened: Extract<MoneyAnswer<'/api/deposits'>, { status: 'opened' }>;
  onNext: () => void;
  onAgain?: () => void;
}

/** After a deposit was opened: what it will bring, its certificate, the receipt where cash was taken, and the way back. */
export function OpenedTerm({ opened, onNext, onAgain }: OpenedTermProps) {
  const { receiptId, entryId, accountNumber } = opened;
  const ways = onAgain === undefined ? {} : { onAgain };
  if (receiptId !== null) {
    return (
      <PaidOut receiptId={receiptId} onNext={onNext} {...ways}>
        <Agreed opened={opened} />
      </PaidOut>
    );
  }
  return (
    <Done>
      <Agreed opened={opened} />
      <div className="row">
        <NextOrAgain onNext={onNext} onAgain={onAgain} />
      </div>
      <ReverseEntry entryId={entryId} number={accountNumber} isReversed={false} />
    </Done>
  );
}

function Done({ children }: { children: ReactNode }) {
  const done = useRef<HTMLDivElement>(null);
  useEffect(() => done.current?.focus(), []);
  return (
    <div className="issued stack" ref={done} tabIndex={-1} role="status">
      {children}
    </div>
  );
}

function Agreed({ opened }: Pick<OpenedTermProps, 'opened'>) {
  const t = useWords();
  const format = useSocietyFormat();
  const { id, accountNumber, annualRate, maturesOn, maturityValue } = opened;
  return (
    <div className="stack" data-testid="opened-deposit">
      <h2>{t('termDeposit.opened', { number: accountNumber })}</h2>
      <p>
        {t('termDeposit.brings', {
          amount: format.money(maturityValue),
          day: format.day(maturesOn),
          rate: percentText(annualRate),
        })}
      </p>
      <div className="row">
        <FileButton use="print" path="/api/deposits/{id}/certificate.pdf" options={{ path: { id } }}>
          {t('termDeposit.certificate')}
        </FileButton>
        <Link to="/savings/$id" params={{ id }}>
          {t('termDeposit.toPage')}
        </Link>
      </div>
    </div>
  );
}
