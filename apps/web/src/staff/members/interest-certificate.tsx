import { addMonths, calendarDate } from '@kafal/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { isZeroMoney } from '../../shared/format.ts';
import { useLanguage } from '../../shared/messages/use-text.ts';
import type { InterestOfYear, Member } from '../answers.ts';
import { useMe } from '../shell/shell-queries.ts';
import { useSocietyFormat } from '../society.tsx';
import { client } from '../staff-api.ts';
import { Segments } from '../ui/choices.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { FileButton } from '../ui/files.tsx';
import { Section } from '../ui/page.tsx';
import { Answered } from '../ui/states.tsx';
import { useWords } from '../words.ts';

type Account = InterestOfYear['accounts'][number];

/** For the tax office: the interest of the year of today, or of the one before, and the tax withheld from it. */
export function InterestCertificate({ member }: { member: Member }) {
  const t = useWords();
  const { data: me } = useMe();
  const [year, setYear] = useState<'this' | 'last'>('this');
  if (me === undefined || member.deposits.length === 0) return null;
  const on = year === 'this' ? me.businessDate : addMonths(calendarDate(me.businessDate), -12);
  return (
    <Section
      title={t('interestCertificate.title')}
      actions={
        <Segments
          label={t('tax.year')}
          isLabelHidden
          options={(['this', 'last'] as const).map((value) => ({ value, label: t(`interestCertificate.${value}`) }))}
          value={year}
          onChange={setYear}
        />
      }
    >
      <OfYear memberId={member.id} on={on} />
    </Section>
  );
}

function OfYear({ memberId, on }: { memberId: string; on: string }) {
  const t = useWords();
  const format = useSocietyFormat();
  const language = useLanguage();
  const ofYear = useQuery({
    queryKey: ['interest-of-year', memberId, on],
    queryFn: () => client.get('/api/members/{id}/interest', { path: { id: memberId }, query: { on } }),
    placeholderData: (before) => before,
  });
  const options = { path: { id: memberId }, query: { on, language } };
  return (
    <Answered query={ofYear}>
      {(told) => (
        <>
          <p className="quiet">
            {t('interestCertificate.days', { year: told.year, from: format.day(told.from), to: format.day(told.to) })}
          </p>
          {told.accounts.length === 0 ? (
            <p className="quiet">{t('interestCertificate.none')}</p>
          ) : (
            <AccountsOfYear told={told} />
          )}
          <div className="row">
            <FileButton use="print" path="/api/members/{id}/interest-certificate.pdf" options={options}>
              {t('interestCertificate.paper')}
            </FileButton>
            {!isZeroMoney(told.tax) && (
              <FileButton use="print" path="/api/members/{id}/tax-certificate.pdf" options={options}>
                {t('interestCertificate.taxPaper')}
              </FileButton>
            )}
          </div>
        </>
      )}
    </Answered>
  );
}

function AccountsOfYear({ told }: { told: InterestOfYear }) {
  const t = useWords();
  const format = useSocietyFormat();
  const { currency } = told;
  const columns: Column<Account>[] = [
    {
      name: 'account',
      heading: t('deposit.number'),
      cell: ({ depositId, accountNumber }) => (
        <Link to="/savings/$id" params={{ id: depositId }}>
          {accountNumber}
        </Link>
      ),
    },
    ...(['interest', 'tax', 'accrued'] as const).map((name) => ({
      name,
      heading: t(`tax.${name}In`, { currency }),
      isNumber: true,
      cell: (row: Account) => format.amount(row[name]),
    })),
  ];
  return (
    <DataTable
      caption={t('interestCertificate.title')}
      columns={columns}
      rows={told.accounts}
      rowKey={({ depositId }) => depositId}
      totals={{
        label: t('list.whole'),
        of: {
          interest: format.amount(told.interest),
          tax: format.amount(told.tax),
          accrued: format.amount(told.accrued),
        },
      }}
    />
  );
}
