import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { isZeroMoney } from '../../shared/format.ts';
import { showToast } from '../../shared/ui/toast.tsx';
import { useContractForm } from '../../shared/use-contract-form.ts';
import type { Deposit, StandingInstruction } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat } from '../society.tsx';
import { client, queryClient } from '../staff-api.ts';
import { ActDialog } from '../ui/act-dialog.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { EntryLink } from '../ui/entry-link.tsx';
import { ChoiceBox, DayBox } from '../ui/fields.tsx';
import { StateMark } from '../ui/marks.tsx';
import { Section } from '../ui/page.tsx';
import { Answered, ProblemNote } from '../ui/states.tsx';
import { useWords } from '../words.ts';

/** What is taken from savings for this deposit, or from this account for others; nothing where none ever was. */
export function StandingInstructions({ deposit }: { deposit: Deposit }) {
  const t = useWords();
  const may = useMay();
  const { data } = useQuery({
    queryKey: ['standing-instructions', deposit.id],
    queryFn: () => client.get('/api/standing-instructions', { query: { depositId: deposit.id } }),
  });
  if (data === undefined) return null;
  const hasDues = deposit.kind === 'recurring' || deposit.kind === 'thrift';
  const isTaken = data.items.some(({ stoppedOn, toDepositId }) => stoppedOn === null && toDepositId === deposit.id);
  const maySet = hasDues && !isTaken && deposit.status !== 'closed' && may('savings.transfer');
  if (data.items.length === 0 && !maySet) return null;
  return (
    <Section title={t('instruction.title')} actions={maySet && <SetInstruction deposit={deposit} />}>
      {data.items.length === 0 ? (
        <p className="quiet">{t('instruction.none')}</p>
      ) : (
        <div className="stack">
          {data.items.map((instruction) => (
            <Instruction key={instruction.id} instruction={instruction} />
          ))}
        </div>
      )}
    </Section>
  );
}

function Instruction({ instruction }: { instruction: StandingInstruction }) {
  const t = useWords();
  const format = useSocietyFormat();
  const may = useMay();
  const { startsOn, stoppedOn, isFailing, fromAccount, toAccount, fromDepositId, toDepositId, currency } = instruction;
  const stop = useMutation({
    mutationFn: () => client.post('/api/standing-instructions/{id}/stop', { path: { id: instruction.id } }),
    onSuccess: () => {
      showToast(t('instruction.stoppedNow'));
      return queryClient.invalidateQueries();
    },
  });
  const columns: Column<StandingInstruction['dues'][number]>[] = [
    { name: 'dueOn', heading: t('termDeposit.dueOn'), cell: ({ dueOn }) => format.day(dueOn) },
    {
      name: 'what',
      heading: t('instruction.what'),
      isLong: true,
      cell: ({ status, reason, triedOn, tries, entryId }) =>
        status === 'failed' ? (
          <>
            <StateMark state="failing" /> {reason}
            <span className="quiet small"> {t('instruction.tries', { count: tries, day: format.day(triedOn) })}</span>
          </>
        ) : entryId === null ? (
          format.day(triedOn)
        ) : (
          <EntryLink id={entryId}>{t(`instruction.${status}`, { day: format.day(triedOn) })}</EntryLink>
        ),
    },
    {
      name: 'amount',
      heading: t('instruction.amountIn', { currency }),
      isNumber: true,
      cell: ({ amount }) => format.amount(amount),
    },
    {
      name: 'fine',
      heading: t('instruction.fineIn', { currency }),
      isNumber: true,
      isMinor: true,
      cell: ({ fine }) => (isZeroMoney(fine) ? '–' : format.amount(fine)),
    },
  ];
  return (
    <div className="stack stack-close">
      <p className="row">
        <span>
          <Link to="/savings/$id" params={{ id: fromDepositId }}>
            {fromAccount}
          </Link>
          {' → '}
          <Link to="/savings/$id" params={{ id: toDepositId }}>
            {toAccount}
          </Link>
        </span>
        <StateMark state={stoppedOn !== null ? 'ended' : isFailing ? 'failing' : 'active'} />
        <span className="quiet">
          {stoppedOn === null
            ? t('instruction.since', { day: format.day(startsOn) })
            : t('instruction.until', { from: format.day(startsOn), day: format.day(stoppedOn) })}
        </span>
        {stoppedOn === null && may('savings.transfer') && (
          <Button size="compact-sm" loading={stop.isPending} onClick={() => stop.mutate()}>
            {t('instruction.stop')}
          </Button>
        )}
      </p>
      <ProblemNote error={stop.error} takesFocus />
      {instruction.dues.length > 0 && (
        <DataTable
          caption={t('instruction.dues', { account: toAccount })}
          columns={columns}
          rows={instruction.dues}
          rowKey={({ dueOn }) => dueOn}
        />
      )}
    </div>
  );
}

function SetInstruction({ deposit }: { deposit: Deposit }) {
  const t = useWords();
  const [isOpen, dialog] = useDisclosure(false);
  return (
    <>
      <Button size="compact-sm" onClick={dialog.open}>
        {t('instruction.set')}
      </Button>
      {isOpen && <SetForm deposit={deposit} onClose={dialog.close} />}
    </>
  );
}

function SetForm({ deposit, onClose }: { deposit: Deposit; onClose: () => void }) {
  const t = useWords();
  const [chosen, setChosen] = useState('');
  const [startsOn, setStartsOn] = useState('');
  const savings = useQuery({
    queryKey: ['deposits', deposit.memberId, 'savings'],
    queryFn: () => client.get('/api/deposits', { query: { memberId: deposit.memberId, kind: 'savings' } }),
  });
  const open = (savings.data?.items ?? []).filter(({ status }) => status !== 'closed');
  const fromDepositId = chosen === '' ? (open[0]?.id ?? '') : chosen;
  const body = { fromDepositId, toDepositId: deposit.id, ...(startsOn === '' ? {} : { startsOn }) };
  const setting = useMutation({
    mutationFn: () => client.post('/api/standing-instructions', { body }),
    onSuccess: () => {
      showToast(t('instruction.setNow'));
      onClose();
      return queryClient.invalidateQueries();
    },
  });
  const checking = useContractForm('SetStandingInstructionBody', body, setting.error);
  return (
    <ActDialog
      title={t('instruction.setTitle', { number: deposit.accountNumber })}
      isOpen
      onClose={onClose}
      act={t('instruction.set')}
      onAct={() => setting.mutate()}
      isBusy={setting.isPending}
      isReady={fromDepositId !== ''}
      error={setting.error}
      checking={checking}
    >
      <p className="quiet">{t('instruction.how')}</p>
      <Answered query={savings}>
        {() => (
          <ChoiceBox
            label={t('instruction.from')}
            name="fromDepositId"
            value={fromDepositId}
            choices={open.map(({ id, accountNumber, product }) => ({
              value: id,
              label: `${accountNumber} · ${product}`,
            }))}
            onChange={setChosen}
            problem={checking.problem('fromDepositId')}
          />
        )}
      </Answered>
      <DayBox
        label={t('instruction.startsOn')}
        hint={t('instruction.startsOnHow')}
        isOptional
        name="startsOn"
        value={startsOn}
        onChange={setStartsOn}
        problem={checking.problem('startsOn')}
      />
    </ActDialog>
  );
}
