import { formatMoney, parseMoney, sum } from '@kafal/core';
import { useState } from 'react';
import { useBasisWords } from '../../shared/basis-words.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Page } from '../ui/page.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { Answered, Empty } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { ChangeFee, type Fee } from './change-fee.tsx';
import { WaitingLink } from './rule-change.tsx';
import { useFees } from './setting-queries.ts';

/** What a new member pays, and on which account it is booked. */
export function FeesPage() {
  const t = useWords();
  const format = useSocietyFormat();
  const basisWords = useBasisWords();
  const { currency } = useThisSociety();
  const fees = useFees();
  const [opened, setOpened] = useState<string>();
  const shown = fees.data?.items.find((fee) => fee.code === opened);
  const columns: Column<Fee>[] = [
    {
      name: 'name',
      heading: t('fee.name'),
      isLong: true,
      cell: (fee) => (
        <button type="button" className="link-button" onClick={() => setOpened(fee.code)}>
          {fee.name}
        </button>
      ),
    },
    { name: 'account', heading: t('fee.account'), cell: (fee) => fee.accountCode },
    {
      name: 'due',
      heading: t('fee.due'),
      isMinor: true,
      cell: (fee) => (fee.dueOnAdmission ? t('fee.onAdmission') : t('fee.whenAsked')),
    },
    { name: 'from', heading: t('settings.from'), isMinor: true, cell: (fee) => format.day(fee.effectiveFrom) },
    {
      name: 'basis',
      heading: t('settings.basis'),
      isMinor: true,
      isLong: true,
      cell: (fee) => basisWords(fee.legalBasis),
    },
    {
      name: 'amount',
      heading: t('fee.amountIn', { currency }),
      isNumber: true,
      cell: (fee) => (
        <>
          {format.amount(fee.amount)}
          {fee.next !== null && (
            <span className="quiet small block">
              {t('rule.next', { value: format.amount(fee.next.amount), day: format.day(fee.next.effectiveFrom) })}
            </span>
          )}
          {fee.waitingApprovalId !== null && (
            <span className="small block">
              <WaitingLink approvalId={fee.waitingApprovalId} />
            </span>
          )}
        </>
      ),
    },
  ];
  const onAdmission = fees.data?.items.filter(({ dueOnAdmission }) => dueOnAdmission) ?? [];
  const title =
    onAdmission.length === 0
      ? t('fees.title')
      : t('fees.answer', {
          amount: format.money(formatMoney(sum(onAdmission.map(({ amount }) => parseMoney(amount))))),
        });
  return (
    <Page title={title} lead={t('fees.lead')}>
      <Answered query={fees}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('fees.none')} />
          ) : (
            <DataTable caption={t('fees.title')} columns={columns} rows={items} rowKey={(fee) => fee.id} />
          )
        }
      </Answered>
      <SidePanel title={shown?.name ?? ''} isOpen={shown !== undefined} onClose={() => setOpened(undefined)} size="lg">
        {shown !== undefined && <ChangeFee key={shown.code} fee={shown} />}
      </SidePanel>
    </Page>
  );
}
