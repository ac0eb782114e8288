import { Button, Kbd } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { useContractForm } from '../../shared/use-contract-form.ts';
import type { CounterMember, DepositProduct } from '../answers.ts';
import { GoalFields, useTypedGoal } from '../savings/goal-fields.tsx';
import { ProductWords } from '../savings/product-words.tsx';
import { client, queryClient } from '../staff-api.ts';
import { Form } from '../ui/form.tsx';
import { ProblemNote } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { NextOrAgain } from './next-or-again.tsx';

interface DemandDeskProps {
  person: CounterMember;
  product: DepositProduct;
  /** Which kind it is, chosen among all that the society offers. */
  kindChoice: ReactNode;
  onNext: () => void;
}

/** An account without a term is opened empty; its first money comes by a receipt. */
export function DemandDesk({ person, product, kindChoice, onNext }: DemandDeskProps) {
  const t = useWords();
  const { typed, set, goal } = useTypedGoal();
  const isGoal = product.kind === 'goal';
  const request = {
    memberId: person.id,
    productCode: product.code,
    ...(isGoal && goal !== undefined ? { goal } : {}),
  };
  const opening = useMutation({
    mutationFn: () => client.post('/api/deposits', { body: request }),
    onSuccess: () => queryClient.invalidateQueries(),
  });
  const checking = useContractForm('OpenDepositBody', request, opening.error);
  const isReady = !isGoal || goal !== undefined;
  const act = () => {
    if (isReady && !opening.isPending) opening.mutate();
  };
  useHotkeys([['F9', act]], []);

  // Only what is opened with money can wait for a second person.
  if (opening.data !== undefined && 'accountNumber' in opening.data) {
    return <OpenedAccount number={opening.data.accountNumber} memberId={person.id} onNext={onNext} />;
  }
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        act();
      }}
      checking={checking}
    >
      <h2>{t('counter.accountWhat')}</h2>
      {kindChoice}
      <ProductWords product={product} />
      {isGoal && <GoalFields typed={typed} onChange={set} problem={checking.problem} />}
      <ProblemNote error={opening.error} takesFocus />
      <div className="row">
        <Button
          type="submit"
          variant="filled"
          size="md"
          loading={opening.isPending}
          disabled={!isReady}
          rightSection={<Kbd size="xs">F9</Kbd>}
          data-act
        >
          {t('deposit.openNow')}
        </Button>
      </div>
    </Form>
  );
}

interface OpenedAccountProps {
  number: string;
  memberId: string;
  onNext: () => void;
}

function OpenedAccount({ number, memberId, onNext }: OpenedAccountProps) {
  const t = useWords();
  const navigate = useNavigate();
  const done = useRef<HTMLDivElement>(null);
  useEffect(() => done.current?.focus(), []);
  return (
    <div className="issued stack" ref={done} tabIndex={-1} role="status" data-testid="opened-account">
      <h2>{t('deposit.openedNow', { number })}</h2>
      <p>{t('counter.firstMoneyHow')}</p>
      <div className="row">
        <Button
          variant="filled"
          rightSection={<Kbd size="xs">F6</Kbd>}
          onClick={() => void navigate({ to: '/counter', search: { member: memberId, desk: 'receive' } })}
        >
          {t('counter.firstMoney')}
        </Button>
        <NextOrAgain onNext={onNext} onAgain={undefined} />
      </div>
    </div>
  );
}
