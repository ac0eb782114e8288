import { type ReactNode, useState } from 'react';
import { isZeroMoney, percentText, readTypedMoney } from '../../shared/format.ts';
import { paysOut } from '../../shared/pays-out.ts';
import { useContractForm } from '../../shared/use-contract-form.ts';
import type { CounterMember, OpenDepositRequest, TermProduct } from '../answers.ts';
import { HoldingFields } from '../savings/holding-fields.tsx';
import { PrematureWords } from '../savings/premature-words.tsx';
import { RateCard } from '../savings/rate-card.tsx';
import { TermLines } from '../savings/term-lines.tsx';
import { useHolding } from '../savings/use-holding.ts';
import { useMay } from '../session.ts';
import { useMyTill } from '../shell/shell-queries.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { Segments } from '../ui/choices.tsx';
import { Facts } from '../ui/facts.tsx';
import { ChoiceBox, MoneyBox, TextBox } from '../ui/fields.tsx';
import { Note } from '../ui/states.tsx';
import { type MoneyAnswer, useMoneyAct } from '../ui/use-money-act.ts';
import { WaitsForSecondPerson } from '../ui/waits-for-second-person.tsx';
import { useWords } from '../words.ts';
import { Desk } from './desk.tsx';
import { OpenedTerm } from './opened-term.tsx';
import {
  noReference,
  type ReferencedMode,
  ReferenceFields,
  referenceRequest,
  type TypedReference,
} from './reference-fields.tsx';
import { aboutMoney, useKeptSending } from './unanswered-money.ts';
import { useDeskAct } from './use-desk-act.ts';
import { DepositChoice, formatZero } from './withdraw-desk.tsx';

type TermUnit = 'months' | 'days';
type Source = 'cash' | ReferencedMode | 'transfer';
type Quote = Extract<MoneyAnswer<'/api/deposits'>, { preview: true }>['quote'];

interface TermDeskProps {
  person: CounterMember;
  product: TermProduct;
  /** Which kind it is, chosen among all that the society offers. */
  kindChoice: ReactNode;
  onNext: () => void;
}

/** A fixed or recurring deposit is opened with its money, and says beforehand what it will bring. */
export function TermDesk({ person, product, kindChoice, onNext }: TermDeskProps) {
  const t = useWords();
  const format = useSocietyFormat();
  const { decimals } = useThisSociety();
  const hasTill = useMyTill().data?.session != null;
  const savings = person.deposits.filter(paysOut);
  const sources = useSources(person, savings.length > 0);
  const [typed, setTyped] = useState('');
  const [typedTerm, setTypedTerm] = useState('');
  const [unit, setUnit] = useState<TermUnit>('months');
  const [atMaturity, setAtMaturity] = useState<TermProduct['atMaturity'] | ''>('');
  const [chosenSource, setSource] = useState<Source>();
  const [savingsId, setSavingsId] = useState(savings[0]?.id ?? '');
  const [reference, setReference] = useState(noReference);
  const holding = useHolding();

  const isRecurring = product.kind === 'recurring';
  const source = chosenSource ?? (hasTill ? sources[0] : (sources.find((one) => one === 'transfer') ?? sources[0]));
  const amount = readTypedMoney(typed, decimals);
  // Instalments are monthly: only a sum that is deposited once is counted in days.
  const termUnit = isRecurring ? 'months' : unit;
  const request = {
    memberId: person.id,
    productCode: product.code,
    ...(amount.ok ? { amount: amount.text } : {}),
    ...(typedTerm.trim() === '' ? {} : { [termUnit]: Number(typedTerm) }),
    ...(atMaturity === '' ? {} : { atMaturity }),
    ...(holding.typed.mode === 'single' ? {} : { holding: holding.holding }),
    payment: paymentOf(source, savingsId, reference),
  } satisfies OpenDepositRequest;
  const isReady =
    amount.ok &&
    !isZeroMoney(amount.text) &&
    Number.isInteger(Number(typedTerm)) &&
    Number(typedTerm) > 0 &&
    holding.isReady;
  const canPay =
    source === 'transfer'
      ? savingsId !== ''
      : hasTill && (source === 'cash' || (source !== undefined && referenceRequest(source, reference) !== undefined));

  const keeping = useKeptSending<OpenDepositRequest>((wish) => ({
    kind: 'opening',
    about: aboutMoney(person, wish.amount ?? formatZero(decimals)),
    request: wish,
  }));
  const acting = useMoneyAct('/api/deposits', {}, keeping);
  const checking = useContractForm('OpenDepositBody', request, acting.error);
  const { confirm } = useDeskAct(acting, isReady && canPay ? request : undefined);
  const again = () => {
    acting.reset();
    setTyped('');
    setTypedTerm('');
    setReference(noReference);
  };

  if (acting.result !== undefined) {
    const { result } = acting;
    if (result.status === 'waiting') return <WaitsForSecondPerson approvalId={result.approvalId} />;
    return <OpenedTerm opened={result} onNext={onNext} onAgain={again} />;
  }
  if (source === undefined) return <Note tone="warning">{t('counter.noSource')}</Note>;
  return (
    <Desk
      linesTitle={t('counter.depositWhat')}
      paperTitle={t('counter.depositWillBe')}
      preview={acting.preview}
      isLooking={acting.isLooking}
      isDoing={acting.isDoing}
      isReady={isReady && canPay}
      error={acting.error}
      checking={checking}
      act={
        acting.preview?.needsApproval === true
          ? t('counter.askApproval')
          : t('counter.openDeposit', { amount: format.money(amount.ok ? amount.text : formatZero(decimals)) })
      }
      onAct={confirm}
      lines={
        <>
          {kindChoice}
          <RateCard product={product} />
          <MoneyBox
            label={t(isRecurring ? 'termDeposit.instalment' : 'termDeposit.amount')}
            hint={t('counter.depositLeast', { amount: format.money(product.minimumAmount) })}
            autoFocus
            name="amount"
            value={typed}
            onChange={setTyped}
            problem={checking.problem('amount')}
          />
          <div className="row row-bottom">
            <TextBox
              label={t(isRecurring ? 'termDeposit.inMonths' : 'termDeposit.term')}
              inputMode="numeric"
              takesDigits
              maxLength={4}
              name={termUnit}
              value={typedTerm}
              onChange={setTypedTerm}
              problem={checking.problem(termUnit)}
            />
            {!isRecurring && (
              <Segments
                label={t('termDeposit.unit')}
                isLabelHidden
                options={(['months', 'days'] as const).map((one) => ({
                  value: one,
                  label: t(`termDeposit.unit.${one}`),
                }))}
                value={unit}
                onChange={setUnit}
              />
            )}
          </div>
          <ChoiceBox
            label={t('termDeposit.atMaturity')}
            name="atMaturity"
            value={atMaturity === '' ? product.atMaturity : atMaturity}
            choices={maturityActs.map((one) => ({ value: one, label: t(`termDeposit.atMaturity.${one}`) }))}
            onChange={setAtMaturity}
            problem={checking.problem('atMaturity')}
          />
          <HoldingFields
            firstHolderId={person.id}
            typed={holding.typed}
            onChange={holding.setTyped}
            problem={(field) => checking.problem(`holding.${field}`)}
          />
          <PrematureWords product={product} />
        </>
      }
      payment={
        <>
          {sources.length > 1 && (
            <Segments
              label={t('counter.depositFrom')}
              isFull
              options={sources.map((one) => ({
                value: one,
                label: one === 'cash' || one === 'transfer' ? t(`counter.depositFrom.${one}`) : t(`mode.${one}`),
              }))}
              value={source}
              onChange={setSource}
            />
          )}
          {source === 'transfer' && <DepositChoice deposits={savings} value={savingsId} onChange={setSavingsId} />}
          {(source === 'cheque' || source === 'bank' || source === 'upi') && (
            <ReferenceFields
              mode={source}
              typed={reference}
              onChange={(change) => setReference((before) => ({ ...before, ...change }))}
              problem={(field) => checking.problem(`payment.${field}`)}
            />
          )}
          {source !== 'transfer' && !hasTill && <p className="quiet small">{t('counter.noTill')}</p>}
          {acting.preview !== undefined && <QuoteFacts quote={acting.preview.quote} />}
        </>
      }
    />
  );
}

const maturityActs = [
  'renew-principal',
  'renew-with-interest',
  'to-savings',
  'pay-out',
  'wait',
] as const satisfies readonly TermProduct['atMaturity'][];

function paymentOf(source: Source | undefined, savingsId: string, reference: TypedReference) {
  if (source === 'transfer') return { mode: source, depositId: savingsId };
  if (source === undefined || source === 'cash') return { mode: 'cash' as const };
  return { mode: source, ...referenceRequest(source, reference) };
}

function useSources(person: CounterMember, hasSavings: boolean): readonly Source[] {
  const may = useMay();
  return [
    ...(may('receipt.take') ? (['cash', 'cheque', 'bank', 'upi'] as const) : []),
    ...(may('savings.transfer') && hasSavings && person.moneyOutAllowed ? (['transfer'] as const) : []),
  ];
}

/** What is agreed, for this member on this day. */
function QuoteFacts({ quote }: { quote: Quote }) {
  const t = useWords();
  const format = useSocietyFormat();
  return (
    <div className="stack" data-testid="deposit-quote">
      <Facts
        facts={[
          [t('termDeposit.maturityValue'), <strong key="value">{format.money(quote.maturityValue)}</strong>],
          [t('termDeposit.maturesOn'), format.day(quote.maturesOn)],
          [t('termDeposit.rate'), `${percentText(quote.annualRate)} · ${t(`termDeposit.category.${quote.category}`)}`],
          [t('termDeposit.interest'), format.money(quote.interest)],
        ]}
      />
      <details className="act-books">
        <summary>{t('termDeposit.plan')}</summary>
        <TermLines caption={t('termDeposit.plan')} lines={quote.lines} currency={quote.currency} />
        <p className="quiet small">
          {t('explanation.rule')} {quote.rule}
        </p>
      </details>
    </div>
  );
}
