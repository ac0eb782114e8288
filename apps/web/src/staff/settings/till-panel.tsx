import { compareMoney, parseMoney, ZERO } from '@kafal/core';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { readTypedMoney, typedFromMoney } from '../../shared/format.ts';
import { fieldProblem } from '../../shared/problem.ts';
import { showToast } from '../../shared/ui/toast.tsx';
import type { ChangeTillLimitRequest, Till } from '../answers.ts';
import { TillSessions } from '../counter/till-sessions.tsx';
import { useMay } from '../session.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { client, queryClient } from '../staff-api.ts';
import { ChoiceBox, MoneyBox, TextBox } from '../ui/fields.tsx';
import { Answered, Note, ProblemNote } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { ReasonBox, RuleChangeForm, WaitingLink } from './rule-change.tsx';
import { useCashiers } from './setting-queries.ts';

/** One till: what it is called, whose it is, how much it may hold, and every time it was open. */
export function TillPanel({ till }: { till: Till }) {
  const t = useWords();
  const mayManage = useMay()('till.manage');
  return (
    <div className="stack stack-wide">
      {!till.isActive && <Note>{t('tills.isRetiredNote')}</Note>}
      {mayManage && till.isActive && (
        <>
          <TillForm till={till} />
          <TillLimit till={till} />
        </>
      )}
      <TillSessions tillId={till.id} />
      {mayManage && till.isActive && <RetireTill till={till} />}
    </div>
  );
}

function TillForm({ till }: { till: Till }) {
  const t = useWords();
  const cashiers = useCashiers();
  const [name, setName] = useState(till.name);
  const [assigned, setAssigned] = useState(till.assignedUserId ?? '');
  const assignedUserId = assigned === '' ? null : assigned;
  const isChanged = name.trim() !== till.name || assignedUserId !== till.assignedUserId;
  const changing = useMutation({
    mutationFn: () =>
      client.put('/api/tills/{id}', {
        path: { id: till.id },
        body: { name: name.trim(), assignedUserId, version: till.version },
      }),
    onSuccess: async () => {
      showToast(t('tills.changed', { code: till.code }));
      await queryClient.invalidateQueries();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isChanged && name.trim() !== '' && !changing.isPending) changing.mutate();
  };
  return (
    <section className="stack" aria-label={t('tills.nameAndCashier')}>
      <h3>{t('tills.nameAndCashier')}</h3>
      <Answered query={cashiers}>
        {({ items }) => (
          <form className="stack" onSubmit={submit} noValidate>
            <TextBox
              label={t('tills.name')}
              maxLength={80}
              value={name}
              onChange={setName}
              problem={fieldProblem(changing.error, 'name')}
            />
            <ChoiceBox
              label={t('tills.ownCashier')}
              hint={t('tills.ownCashierHow')}
              none={t('tills.nobody')}
              value={assigned}
              choices={withHolder(items, till).map((one) => ({ value: one.id, label: one.name }))}
              onChange={setAssigned}
              problem={fieldProblem(changing.error, 'assignedUserId')}
            />
            <ProblemNote error={changing.error} takesFocus />
            <div className="row">
              <Button type="submit" loading={changing.isPending} disabled={!isChanged || name.trim() === ''}>
                {t('details.save')}
              </Button>
            </div>
          </form>
        )}
      </Answered>
    </section>
  );
}

/** Who has the till stands among the choices, even when their role no longer opens one. */
function withHolder(cashiers: readonly { id: string; name: string }[], { assignedUserId: id, assignedTo: name }: Till) {
  if (id === null || name === null || cashiers.some((one) => one.id === id)) return cashiers;
  return [...cashiers, { id, name }];
}

function TillLimit({ till }: { till: Till }) {
  const t = useWords();
  const format = useSocietyFormat();
  return (
    <section className="stack" aria-label={t('tills.limit')}>
      <h3>{t('tills.limit')}</h3>
      <p>
        {till.cashLimit === null ? t('tills.noLimit') : t('tills.limitNow', { amount: format.money(till.cashLimit) })}
      </p>
      {till.waitingApprovalId !== null ? (
        <Note>
          {t('rule.isWaiting')} <WaitingLink approvalId={till.waitingApprovalId} />
        </Note>
      ) : (
        <TillLimitForm till={till} />
      )}
    </section>
  );
}

function TillLimitForm({ till }: { till: Till }) {
  const t = useWords();
  const { decimals } = useThisSociety();
  const [typed, setTyped] = useState(() => (till.cashLimit === null ? '' : typedFromMoney(till.cashLimit)));
  const [reason, setReason] = useState('');
  const read = readTypedMoney(typed, decimals);
  const cashLimit = typed.trim() === '' ? null : read.ok ? read.text : undefined;
  const request: ChangeTillLimitRequest | undefined =
    cashLimit === undefined || cashLimit === till.cashLimit
      ? undefined
      : { cashLimit, version: till.version, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) };
  return (
    <RuleChangeForm
      request={request}
      body="ChangeTillLimitBody"
      typed={{ cashLimit, version: till.version, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) }}
      send={(preview) =>
        client.put('/api/tills/{id}/cash-limit', {
          path: { id: till.id },
          query: { preview },
          // The form asks only when the request is whole.
          body: request as ChangeTillLimitRequest,
        })
      }
    >
      {(problem) => (
        <>
          <MoneyBox
            label={t('tills.limitMost')}
            hint={t('tills.limitHow')}
            isOptional
            name="cashLimit"
            value={typed}
            onChange={setTyped}
            problem={problem('cashLimit')}
          />
          <ReasonBox value={reason} onChange={setReason} problem={problem('reason')} />
        </>
      )}
    </RuleChangeForm>
  );
}

function RetireTill({ till }: { till: Till }) {
  const t = useWords();
  const { decimals } = useThisSociety();
  const [isAsked, setIsAsked] = useState(false);
  const retiring = useMutation({
    mutationFn: () =>
      client.post('/api/tills/{id}/retirement', { path: { id: till.id }, body: { version: till.version } }),
    onSuccess: async () => {
      showToast(t('tills.retired', { code: till.code }));
      await queryClient.invalidateQueries();
    },
  });
  const isEmpty = compareMoney(parseMoney(till.cash, decimals), ZERO) === 0;
  return (
    <section className="stack" aria-label={t('tills.retire')}>
      <h3>{t('tills.retire')}</h3>
      {till.session !== null ? (
        <p>{t('tills.retireOpen')}</p>
      ) : !isEmpty ? (
        <p>{t('tills.retireCash')}</p>
      ) : (
        <>
          <p>{t('tills.retireHow')}</p>
          <ProblemNote error={retiring.error} takesFocus />
          <div className="row">
            {isAsked ? (
              <Button color="red" variant="filled" loading={retiring.isPending} onClick={() => retiring.mutate()}>
                {t('tills.retireNow', { code: till.code })}
              </Button>
            ) : (
              <Button onClick={() => setIsAsked(true)}>{t('tills.retire')}</Button>
            )}
          </div>
        </>
      )}
    </section>
  );
}
