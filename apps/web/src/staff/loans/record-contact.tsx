import type { LOAN_CONTACT_KINDS } from '@kafal/contract';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { readTypedMoney } from '../../shared/format.ts';
import { newIdempotencyKey } from '../../shared/idempotency.ts';
import { useContractForm } from '../../shared/use-contract-form.ts';
import type { Loan } from '../answers.ts';
import { useThisSociety } from '../society.tsx';
import { client, queryClient } from '../staff-api.ts';
import { ActDialog } from '../ui/act-dialog.tsx';
import { ChoiceBox, DayBox, LongTextBox, MoneyBox, TextBox, TickBox } from '../ui/fields.tsx';
import { useWords } from '../words.ts';

type Kind = (typeof LOAN_CONTACT_KINDS)[number];
const kinds: readonly Kind[] = ['call', 'visit', 'letter', 'office'];
const fewestLetters = 3;

/** When, to whom and what was said, with the promise to pay where one was given. */
export function RecordContact({ loan }: { loan: Loan }) {
  const t = useWords();
  const { businessDate, decimals } = useThisSociety();
  const [isOpen, setOpen] = useState(false);
  const [kind, setKind] = useState<Kind | ''>('call');
  const [on, setOn] = useState(businessDate ?? '');
  const [spokeTo, setSpokeTo] = useState(loan.memberName);
  const [said, setSaid] = useState('');
  const [isPromised, setPromised] = useState(false);
  const [amount, setAmount] = useState('');
  const [by, setBy] = useState('');
  const key = useRef(newIdempotencyKey());
  const typed = readTypedMoney(amount, decimals);
  const body = {
    kind: kind === '' ? ('call' as const) : kind,
    ...(on === '' ? {} : { contactedOn: on }),
    spokeTo: spokeTo.trim(),
    said: said.trim(),
    ...(isPromised ? { promise: { amount: typed.ok ? typed.text : amount, by } } : {}),
  };
  const recording = useMutation({
    mutationFn: () =>
      client.post('/api/loans/{id}/contacts', { path: { id: loan.id }, body, idempotencyKey: key.current }),
    onSuccess: async () => {
      setOpen(false);
      key.current = newIdempotencyKey();
      setSaid('');
      setPromised(false);
      setAmount('');
      setBy('');
      await queryClient.invalidateQueries();
    },
  });
  const checking = useContractForm('RecordContactBody', body, recording.error);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('collection.contact')}</Button>
      <ActDialog
        title={t('collection.contactTitle', { number: loan.number })}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        act={t('collection.record')}
        onAct={() => recording.mutate()}
        isBusy={recording.isPending}
        isReady={
          kind !== '' &&
          body.spokeTo !== '' &&
          body.said.length >= fewestLetters &&
          (!isPromised || (typed.ok && by !== ''))
        }
        error={recording.error}
        checking={checking}
      >
        <ChoiceBox
          label={t('collection.kind')}
          name="kind"
          value={kind}
          choices={kinds.map((value) => ({ value, label: t(`collection.kind.${value}`) }))}
          onChange={setKind}
        />
        <DayBox
          label={t('collection.on')}
          name="contactedOn"
          value={on}
          onChange={setOn}
          problem={checking.problem('contactedOn')}
        />
        <TextBox
          label={t('collection.spokeTo')}
          name="spokeTo"
          maxLength={80}
          value={spokeTo}
          onChange={setSpokeTo}
          problem={checking.problem('spokeTo')}
        />
        <LongTextBox
          label={t('collection.said')}
          maxLength={400}
          value={said}
          onChange={setSaid}
          problem={checking.problem('said')}
        />
        <TickBox label={t('collection.promised')} isTicked={isPromised} onChange={setPromised} />
        {isPromised && (
          <>
            <MoneyBox
              label={t('collection.promiseAmount')}
              name="promise.amount"
              value={amount}
              onChange={setAmount}
              problem={checking.problem('promise.amount')}
            />
            <DayBox
              label={t('collection.promiseBy')}
              name="promise.by"
              value={by}
              onChange={setBy}
              problem={checking.problem('promise.by')}
            />
          </>
        )}
      </ActDialog>
    </>
  );
}
