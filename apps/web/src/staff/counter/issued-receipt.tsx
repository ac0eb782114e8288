import { Button, Kbd } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Receipt } from '../answers.ts';
import { usePaper } from '../ui/paper.ts';
import { ProblemNote } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { NextOrAgain } from './next-or-again.tsx';
import { ReceiptSheet } from './receipt-sheet.tsx';
import { SendReceipt } from './send-receipt.tsx';

interface IssuedReceiptProps {
  receipt: Receipt;
  onNext: () => void;
  onAgain?: () => void;
  children?: ReactNode;
}

/** After the money was taken or paid: the receipt, its paper, the next person, and the way back. */
export function IssuedReceipt({ receipt, onNext, onAgain, children }: IssuedReceiptProps) {
  const t = useWords();
  const paper = usePaper();
  const done = useRef<HTMLDivElement>(null);
  const print = (size: 'a5' | '80mm') =>
    paper.mutate({ path: '/api/receipts/{id}/pdf', options: { path: { id: receipt.id }, query: { size } } });
  useHotkeys([['mod+P', () => print('a5')]], []);
  useEffect(() => done.current?.focus(), []);
  return (
    <div className="issued stack" ref={done} tabIndex={-1} role="status" data-testid="issued-receipt">
      <h2>
        {receipt.direction === 'in'
          ? t('counter.taken', { number: receipt.number })
          : t('counter.paid', { number: receipt.number })}
      </h2>
      {children}
      <ReceiptSheet receipt={receipt} />
      <ProblemNote error={paper.error} takesFocus />
      <div className="row">
        <Button
          variant="filled"
          loading={paper.isPending}
          onClick={() => print('a5')}
          rightSection={<Kbd size="xs">Ctrl P</Kbd>}
        >
          {t('receipt.printA5')}
        </Button>
        <Button onClick={() => print('80mm')}>{t('receipt.print80')}</Button>
        <SendReceipt receipt={receipt} />
        <NextOrAgain onNext={onNext} onAgain={onAgain} />
      </div>
      <p className="quiet small">
        {t('counter.wrongHow')}{' '}
        <Link to="/receipts/$id" params={{ id: receipt.id }}>
          {t('counter.openReceipt')}
        </Link>
      </p>
    </div>
  );
}
