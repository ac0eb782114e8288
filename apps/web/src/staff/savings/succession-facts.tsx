import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { DepositWithPlan } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { EntryLink } from '../ui/entry-link.tsx';
import { Facts } from '../ui/facts.tsx';
import { useWords } from '../words.ts';

/** What a deposit was before, and what it became: each a step to its page. */
export function SuccessionFacts({ deposit }: { deposit: DepositWithPlan }) {
  const t = useWords();
  const format = useSocietyFormat();
  const { cameFrom, closing, became } = deposit.succession;
  const facts: [label: string, value: ReactNode][] = [
    ...(cameFrom === null
      ? []
      : [
          [
            t(deposit.kind === 'unclaimed' ? 'succession.waitsFrom' : 'succession.cameFrom'),
            <DepositLink key="from" id={cameFrom.id}>
              {cameFrom.accountNumber}
            </DepositLink>,
          ] satisfies [string, ReactNode],
        ]),
    ...(closing === null
      ? []
      : [
          [
            t(became.length === 0 ? 'succession.paidOut' : 'succession.closed'),
            <EntryLink key="closing" id={closing.entryId}>
              {format.day(closing.postedOn)}
            </EntryLink>,
          ] satisfies [string, ReactNode],
        ]),
    ...became.map(({ id, kind, accountNumber, amount }): [string, ReactNode] => [
      t(`succession.${kind}`),
      <DepositLink key={id} id={id}>
        {t('succession.part', { number: accountNumber, amount: format.money(amount) })}
      </DepositLink>,
    ]),
  ];
  return facts.length === 0 ? null : <Facts columns={3} facts={facts} />;
}

function DepositLink({ id, children }: { id: string; children: ReactNode }) {
  return (
    <Link to="/savings/$id" params={{ id }}>
      {children}
    </Link>
  );
}
