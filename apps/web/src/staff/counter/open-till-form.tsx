import { compareMoney, formatMoney, parseMoney, subtract, ZERO } from '@kafal/core';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { MoneyAct } from '../../shared/idempotency.ts';
import { showToast } from '../../shared/ui/toast.tsx';
import { useContractForm } from '../../shared/use-contract-form.ts';
import type { OpenTillRequest, Till } from '../answers.ts';
import { useMay, useStaffUser } from '../session.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { client, queryClient } from '../staff-api.ts';
import { BalanceChanges } from '../ui/act-preview.tsx';
import { ChoiceBox } from '../ui/fields.tsx';
import { Form } from '../ui/form.tsx';
import { Section } from '../ui/page.tsx';
import { Answered, Empty, Note, ProblemNote } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { CountCash, countOf, type TypedCount, totalOf } from './count-cash.tsx';
import { useTills } from './counter-queries.ts';

export function OpenTillForm() {
  const t = useWords();
  const tills = useTills();
  const { id } = useStaffUser();
  const may = useMay();
  return (
    <Answered query={tills}>
      {({ items }) => {
        // My own till first; somebody else's only where I look after the tills.
        const free = items
          .filter((till) => till.isActive && till.session === null)
          .filter(({ assignedUserId: of }) => of === null || of === id || may('till.manage'))
          .sort((left, right) => Number(right.assignedUserId === id) - Number(left.assignedUserId === id));
        if (free.length === 0) return <Empty title={t('till.noneFree')}>{t('till.noneFreeHow')}</Empty>;
        return <OpenOneOf tills={free} />;
      }}
    </Answered>
  );
}

function OpenOneOf({ tills }: { tills: readonly Till[] }) {
  const t = useWords();
  const format = useSocietyFormat();
  const { decimals } = useThisSociety();
  const [tillId, setTillId] = useState(tills[0]?.id ?? '');
  const [typed, setTyped] = useState<TypedCount>({});
  const act = useRef(new MoneyAct());
  const till = tills.find((one) => one.id === tillId) ?? tills[0];
  const counted = totalOf(typed, decimals);
  const inBook = till?.cash ?? '0.00';
  const fromVault = subtract(parseMoney(counted, decimals), parseMoney(inBook, decimals));
  const isShort = compareMoney(fromVault, ZERO) < 0;
  const opening = useMutation({
    mutationFn: (request: OpenTillRequest) =>
      client.post('/api/tills/{id}/sessions', {
        path: { id: till?.id ?? '' },
        body: request,
        idempotencyKey: act.current.keyFor({ till: till?.id, request }),
      }),
    onSuccess: (session) => {
      act.current.done();
      showToast(t('till.openedNow', { till: session.tillCode }));
      return queryClient.invalidateQueries();
    },
  });
  const request: OpenTillRequest = { count: countOf(typed), fromVault: formatMoney(fromVault, decimals) };
  const checking = useContractForm('OpenTillBody', request, opening.error);
  if (till === undefined) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (opening.isPending || isShort) return;
    opening.mutate(request);
  };
  return (
    <Section title={t('till.open')}>
      <Form className="till-form" onSubmit={submit} checking={checking} saved={opening.data}>
        <div className="stack">
          <ChoiceBox
            label={t('till.till')}
            value={till.id}
            choices={tills.map((one) => ({ value: one.id, label: `${one.code} · ${one.name}` }))}
            onChange={setTillId}
          />
          <p>{t('till.countHow')}</p>
          <CountCash typed={typed} onChange={setTyped} />
        </div>
        <div className="stack">
          <h3>{t('till.whatHappens')}</h3>
          <BalanceChanges
            balances={[{ label: t('till.drawer', { till: till.code }), before: inBook, after: counted }]}
          />
          {isShort ? (
            <Note tone="warning">{t('till.lessThanBook', { amount: format.money(inBook) })}</Note>
          ) : (
            <p>{t('till.fromVault', { amount: format.money(formatMoney(fromVault, decimals)) })}</p>
          )}
          <ProblemNote error={opening.error} takesFocus />
          {checking.problem('count') !== undefined && <p className="field-problem">{checking.problem('count')}</p>}
          <div className="row">
            <Button type="submit" variant="filled" size="md" loading={opening.isPending} disabled={isShort}>
              {t('till.openWith', { till: till.code, amount: format.money(counted) })}
            </Button>
          </div>
        </div>
      </Form>
    </Section>
  );
}
