import { Button } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { isZeroMoney, readTypedMoney, typedFromMoney } from '../../shared/format.ts';
import { useContractForm } from '../../shared/use-contract-form.ts';
import type { CloseTillAnswer, CloseTillRequest, TillSession } from '../answers.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { ActPreviewCard } from '../ui/act-preview.tsx';
import { Facts } from '../ui/facts.tsx';
import { MoneyBox, TextBox } from '../ui/fields.tsx';
import { Form } from '../ui/form.tsx';
import { Section, SignatureLines } from '../ui/page.tsx';
import { Note, ProblemNote } from '../ui/states.tsx';
import { useMoneyAct } from '../ui/use-money-act.ts';
import { useWords } from '../words.ts';
import { CountCash, countOf, type TypedCount, totalOf } from './count-cash.tsx';
import { differenceWords } from './till-page.tsx';

interface CloseTillFormProps {
  session: TillSession;
  onClosed: (answer: Extract<CloseTillAnswer, { preview: false }>) => void;
}

/** Count first, then see what is short or in excess, then close. */
export function CloseTillForm({ session, onClosed }: CloseTillFormProps) {
  const t = useWords();
  const format = useSocietyFormat();
  const { decimals } = useThisSociety();
  const [typed, setTyped] = useState<TypedCount>({});
  const [handOver, setHandOver] = useState<string>();
  const [note, setNote] = useState('');
  const acting = useMoneyAct('/api/till-sessions/{id}/closing', { id: session.id });
  const counted = totalOf(typed, decimals);
  // All of it goes to the vault unless said otherwise.
  const shownHandOver = handOver ?? typedFromMoney(counted);
  const toVault = readTypedMoney(shownHandOver, decimals);
  const soFar = { count: countOf(typed), ...(note.trim() === '' ? {} : { note: note.trim() }) };
  const request: CloseTillRequest | undefined = toVault.ok ? { ...soFar, toVault: toVault.text } : undefined;
  const checking = useContractForm('CloseTillBody', request ?? soFar, acting.error);

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
    if (result !== undefined) onClosed(result);
  };
  return (
    <Section title={t('till.close')}>
      <Form className="till-form" onSubmit={(event) => void submit(event)} checking={checking} saved={acting.result}>
        <div className="stack">
          <p>{t('till.closeHow')}</p>
          <CountCash typed={typed} onChange={setTyped} />
        </div>
        <div className="stack">
          <MoneyBox
            label={t('till.toVault')}
            hint={t('till.toVaultHow')}
            name="toVault"
            value={shownHandOver}
            onChange={setHandOver}
            problem={checking.problem('toVault')}
          />
          <TextBox
            label={t('counter.note')}
            isOptional
            maxLength={200}
            name="note"
            value={note}
            onChange={setNote}
            problem={checking.problem('note')}
          />
          {acting.preview !== undefined && (
            <div className="stack" role="status" data-testid="closing-preview">
              <Facts
                facts={[
                  [t('till.expected'), format.money(acting.preview.expected)],
                  [t('till.counted'), format.money(acting.preview.counted)],
                ]}
              />
              <Note tone={isZeroMoney(acting.preview.difference) ? 'good' : 'warning'}>
                {t('till.difference')}: {differenceWords(acting.preview.difference, t, format.money)}
              </Note>
              <ActPreviewCard preview={acting.preview} />
            </div>
          )}
          <ProblemNote error={acting.error} takesFocus />
          <div className="row">
            <Button
              type="submit"
              variant="filled"
              size="md"
              loading={acting.isLooking || acting.isDoing}
              disabled={request === undefined}
            >
              {acting.preview === undefined ? t('till.seeDifference') : t('till.closeNow', { till: session.tillCode })}
            </Button>
          </div>
        </div>
      </Form>
      <SignatureLines signedBy={[t('print.cashier'), t('print.checkedBy'), t('print.manager')]} />
    </Section>
  );
}
