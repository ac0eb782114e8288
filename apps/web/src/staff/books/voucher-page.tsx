import { Button } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useContractForm } from '../../shared/use-contract-form.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { ActPreviewCard } from '../ui/act-preview.tsx';
import { Segments } from '../ui/choices.tsx';
import { DayBox, LongTextBox } from '../ui/fields.tsx';
import { Form } from '../ui/form.tsx';
import { FoundDraft } from '../ui/found-draft.tsx';
import { Page } from '../ui/page.tsx';
import { Note, ProblemNote } from '../ui/states.tsx';
import { useDraft } from '../ui/use-draft.ts';
import { useMoneyAct } from '../ui/use-money-act.ts';
import { useWords } from '../words.ts';
import { CashFields } from './cash-fields.tsx';
import {
  newVoucher,
  sideTotal,
  type TypedVoucher,
  type VoucherKind,
  voucherKinds,
  voucherRequest,
  voucherSoFar,
} from './voucher.ts';
import { VoucherLines } from './voucher-lines.tsx';

const route = getRouteApi('/books/vouchers');

/** A voucher holds no secret, so all of it is kept. */
const asTyped = (typed: TypedVoucher) => typed;

/** Entered by one person here, approved by another before anything is posted. */
export function VoucherPage() {
  const t = useWords();
  const navigate = useNavigate({ from: '/books/vouchers' });
  const search = route.useSearch();
  const kind: VoucherKind = voucherKinds.find((one) => one === search.kind) ?? 'expense';
  return (
    <Page title={t(`voucher.title.${kind}`)} lead={t(`voucher.lead.${kind}`)}>
      <Segments
        label={t('voucher.kind')}
        isLabelHidden
        options={voucherKinds.map((one) => ({ value: one, label: t(`voucher.kind.${one}`) }))}
        value={kind}
        onChange={(one) => void navigate({ search: { kind: one }, replace: true })}
      />
      <VoucherForm key={kind} kind={kind} />
    </Page>
  );
}

function VoucherForm({ kind }: { kind: VoucherKind }) {
  const t = useWords();
  const format = useSocietyFormat();
  const { decimals } = useThisSociety();
  const [first] = useState(newVoucher);
  const [typed, change, forget, wasFound] = useDraft<TypedVoucher>(`voucher ${kind}`, first, asTyped);
  const acting = useMoneyAct('/api/vouchers');
  const request = voucherRequest(kind, typed, decimals);
  const checking = useContractForm('EnterVoucherBody', voucherSoFar(kind, typed, decimals), acting.error);
  const set = (next: Partial<TypedVoucher>) => change((before) => ({ ...before, ...next }));

  const asked = JSON.stringify(request);
  const before = useRef(asked);
  const { forgetPreview } = acting;
  useEffect(() => {
    if (before.current !== asked) forgetPreview();
    before.current = asked;
  }, [asked, forgetPreview]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (acting.preview === undefined) {
      if (request !== undefined && !acting.isLooking) await acting.look(request);
      return;
    }
    const result = await acting.confirm();
    if (result !== undefined) forget();
  };

  if (acting.result !== undefined) {
    return (
      <div className="stack" role="status">
        <Note tone="good">
          {t('voucher.entered')}{' '}
          <Link to="/approvals/$id" params={{ id: acting.result.approvalId }}>
            {t('approval.open')}
          </Link>
        </Note>
        <div className="row">
          <Button onClick={acting.reset}>{t('voucher.another')}</Button>
        </div>
      </div>
    );
  }
  const debit = sideTotal(typed.lines, 'debit', decimals);
  const credit = sideTotal(typed.lines, 'credit', decimals);
  return (
    <Form onSubmit={(event) => void submit(event)} checking={checking} kept="on-machine" className="voucher stack">
      {wasFound && <FoundDraft onForget={forget} />}
      {kind === 'cash' ? (
        <CashFields typed={typed} onChange={set} problem={checking.problem} />
      ) : (
        <VoucherLines
          lines={typed.lines}
          namesMembers={kind === 'journal'}
          onChange={(lines) => set({ lines })}
          problem={checking.problem}
        />
      )}
      {kind !== 'cash' && debit !== credit && (
        <p className="field-problem" role="status">
          {t('voucher.differs', { debit: format.money(debit), credit: format.money(credit) })}
        </p>
      )}
      <div className="narrow stack">
        <LongTextBox
          label={t('entry.narration')}
          hint={t('voucher.narrationHow')}
          maxLength={300}
          name="narration"
          value={typed.narration}
          onChange={(narration) => set({ narration })}
          problem={checking.problem('narration')}
        />
        {kind !== 'cash' && (
          <DayBox
            label={t('entry.valueOn')}
            hint={t('voucher.valueOnHow')}
            isOptional
            name="valueOn"
            value={typed.valueOn}
            onChange={(valueOn) => set({ valueOn })}
            problem={checking.problem('valueOn')}
          />
        )}
        {acting.preview !== undefined && <ActPreviewCard preview={acting.preview} />}
        <ProblemNote error={acting.error} takesFocus />
        <div className="row">
          <Button
            type="submit"
            variant="filled"
            loading={acting.isLooking || acting.isDoing}
            disabled={request === undefined}
          >
            {acting.preview === undefined ? t('act.preview') : t('voucher.enter')}
          </Button>
          <Button variant="subtle" color="gray" onClick={forget}>
            {t('register.clear')}
          </Button>
        </div>
      </div>
    </Form>
  );
}
