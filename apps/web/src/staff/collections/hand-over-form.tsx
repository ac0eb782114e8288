import { Button } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { isZeroMoney } from '../../shared/format.ts';
import { showToast } from '../../shared/ui/toast.tsx';
import { CountCash, countOf, type TypedCount, totalOf } from '../counter/count-cash.tsx';
import { useMyTill } from '../shell/shell-queries.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { ActPreviewCard } from '../ui/act-preview.tsx';
import { Facts } from '../ui/facts.tsx';
import { TextBox } from '../ui/fields.tsx';
import { Note, ProblemNote } from '../ui/states.tsx';
import { useMoneyAct } from '../ui/use-money-act.ts';
import { useWords } from '../words.ts';
import { differenceWords } from './agent-panel.tsx';
import type { Agent } from './collection-queries.ts';

/** Count what lies on the table, see what is short or too much, then take it into the own till. */
export function HandOverForm({ agent }: { agent: Agent }) {
  const t = useWords();
  const format = useSocietyFormat();
  const { decimals } = useThisSociety();
  const till = useMyTill();
  const [typed, setTyped] = useState<TypedCount>({});
  const [note, setNote] = useState('');
  const acting = useMoneyAct('/api/collections/agents/{id}/handovers', { id: agent.id });
  const counted = totalOf(typed, decimals);
  const request = { count: countOf(typed), ...(note.trim() === '' ? {} : { note: note.trim() }) };
  const asked = JSON.stringify(request);
  const before = useRef(asked);
  const { forgetPreview } = acting;
  useEffect(() => {
    if (before.current !== asked) forgetPreview();
    before.current = asked;
  }, [asked, forgetPreview]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (acting.isLooking || acting.isDoing || isZeroMoney(counted)) return;
    if (acting.preview === undefined) return acting.look(request);
    const done = await acting.confirm();
    if (done === undefined) return;
    setTyped({});
    setNote('');
    acting.reset();
    showToast(t('agents.handedOver', { amount: format.money(done.handover.counted), till: done.handover.tillCode }));
  };
  if (till.data?.session === null) return <Note tone="warning">{t('counter.noTill')}</Note>;
  return (
    <section className="stack" aria-label={t('agents.handOver')}>
      <h3>{t('agents.handOver')}</h3>
      <p className="quiet">{t('agents.handOverHow', { name: agent.name })}</p>
      <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
        <CountCash typed={typed} onChange={setTyped} />
        <TextBox label={t('counter.note')} isOptional maxLength={200} value={note} onChange={setNote} />
        {acting.preview !== undefined && (
          <div className="stack" role="status" data-testid="handover-preview">
            <Facts
              facts={[
                [t('agents.expected'), format.money(acting.preview.expected)],
                [t('till.counted'), format.money(acting.preview.counted)],
              ]}
            />
            <Note tone={isZeroMoney(acting.preview.difference) ? 'good' : 'warning'}>
              {differenceWords(acting.preview.difference, t, format.money)}
            </Note>
            <ActPreviewCard preview={acting.preview} />
          </div>
        )}
        <ProblemNote error={acting.error} takesFocus />
        <div className="row">
          <Button
            type="submit"
            variant="filled"
            loading={acting.isLooking || acting.isDoing}
            disabled={isZeroMoney(counted)}
          >
            {acting.preview === undefined
              ? t('agents.handOverSee')
              : t('agents.handOverNow', { amount: format.money(acting.preview.counted) })}
          </Button>
        </div>
      </form>
    </section>
  );
}
