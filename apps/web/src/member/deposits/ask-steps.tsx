// What comes after the form: what it would do, that it waits, and what to do when nobody answered.

import { Link } from 'wouter';
import type { OpenDepositAnswer } from '../../shared/answers.ts';
import { percentText } from '../../shared/format.ts';
import { LineLostError } from '../../shared/problem.ts';
import { Button } from '../../shared/ui/button.tsx';
import { ProblemNote } from '../../shared/ui/states.tsx';
import { Balances } from '../balances.tsx';
import { useShownMoney } from '../hidden-amounts.ts';
import { Page } from '../page.tsx';
import { useSocietyFormat } from '../society.tsx';
import type { TermWish } from '../unanswered.ts';
import { useTermText } from './term-words.ts';

export type WishPreview = Extract<OpenDepositAnswer, { preview: true }>;

interface SendProps {
  error: unknown;
  isBusy: boolean;
  onSend: () => void;
}

export function AskPreview({
  preview,
  error,
  isBusy,
  onSend,
  onBack,
}: SendProps & { preview: WishPreview; onBack: () => void }) {
  const t = useTermText();
  const format = useSocietyFormat();
  const shown = useShownMoney();
  const { quote } = preview;
  const rate = percentText(quote.annualRate);
  const facts: [label: string, value: string][] = [
    [t('term.valueOn', { day: format.day(quote.maturesOn) }), shown(format.money(quote.maturityValue))],
    [t('term.interest'), shown(format.money(quote.interest))],
    ...(quote.kind === 'recurring'
      ? [[t('term.paidIn'), shown(format.money(quote.paidIn))] satisfies [string, string]]
      : []),
    [
      t('calc.fact.rate'),
      quote.category === 'general'
        ? rate
        : t('calc.fact.rateFor', { rate, category: t(`calc.category.${quote.category}`) }),
    ],
    [t('ask.atMaturity'), t(`term.atMaturity.${quote.atMaturity}`)],
  ];
  return (
    <Page title={t(`ask.look.${quote.kind}`, { product: quote.product, amount: format.money(quote.amount) })}>
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Balances preview={preview} />
      <p className="note note-warning">{t('ask.societyDecides')}</p>
      <ProblemNote error={error} takesFocus />
      {error instanceof LineLostError && <p className="note note-warning">{t('ask.maybeSent')}</p>}
      <div className="row">
        <Button look="filled" isBusy={isBusy} onClick={onSend}>
          {t('ask.send')}
        </Button>
        <Button onClick={onBack}>{t('transfer.change')}</Button>
      </div>
    </Page>
  );
}

/** The line broke, or the phone was closed, before the society answered. */
export function Unanswered({
  wish: { product, request },
  error,
  isBusy,
  onSend,
  onLeave,
}: SendProps & { wish: TermWish; onLeave: () => void }) {
  const t = useTermText();
  const format = useSocietyFormat();
  const shown = useShownMoney();
  return (
    <Page title={t('ask.unanswered')} backTo="/accounts">
      <dl className="facts">
        <div>
          <dt>{t('calc.product')}</dt>
          <dd>{product}</dd>
        </div>
        <div>
          <dt>{t('transfer.amount')}</dt>
          <dd>{shown(format.money(request.amount))}</dd>
        </div>
      </dl>
      <p className="note note-warning">{t('ask.unansweredHow')}</p>
      <ProblemNote error={error} takesFocus />
      <div className="row">
        <Button look="filled" isBusy={isBusy} onClick={onSend}>
          {t('ask.send')}
        </Button>
        <Link href="/deposits/requests" className="button button-quiet">
          {t('deposits.asked')}
        </Link>
        <Button look="text" onClick={onLeave}>
          {t('transfer.leaveIt')}
        </Button>
      </div>
    </Page>
  );
}

export function Asked() {
  const t = useTermText();
  return (
    <Page title={t('ask.asked')}>
      <p>{t('ask.askedHow')}</p>
      <div className="row">
        <Link href="/accounts" className="button button-filled">
          {t('transfer.home')}
        </Link>
        <Link href="/deposits/requests" className="button button-quiet">
          {t('deposits.asked')}
        </Link>
      </div>
    </Page>
  );
}
