import { Link } from '@tanstack/react-router';
import type { Account } from '../answers.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Mark } from '../ui/marks.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Answered } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { useAccounts } from './book-queries.ts';

const types = ['asset', 'liability', 'equity', 'income', 'expense'] as const;

export function AccountsPage() {
  const t = useWords();
  const accounts = useAccounts();
  const columns: Column<Account>[] = [
    {
      name: 'account',
      heading: t('account.inBooks'),
      isLong: true,
      cell: (account) => (
        <>
          <Link to="/books/accounts/$code" params={{ code: account.code }}>
            {account.code}
          </Link>{' '}
          {account.name}
        </>
      ),
    },
    {
      name: 'control',
      heading: t('account.control'),
      cell: (account) =>
        account.isControl ? <Mark look={{ colour: 'blue', mark: '■' }} words={t('account.isControl')} /> : '',
    },
    {
      name: 'active',
      heading: t('list.state'),
      isMinor: true,
      cell: (account) => (account.isActive ? t('account.inUse') : t('account.notInUse')),
    },
  ];
  return (
    <Page
      title={
        accounts.data === undefined ? t('nav.accounts') : t('accounts.title', { count: accounts.data.items.length })
      }
      lead={t('accounts.lead')}
    >
      <Answered query={accounts} lines={14}>
        {({ items }) =>
          types.map((type) => (
            <Section key={type} title={t(`account.type.${type}`)}>
              <DataTable
                caption={t(`account.type.${type}`)}
                columns={columns}
                rows={items.filter((account) => account.type === type)}
                rowKey={(account) => account.code}
                widths={['60%', '25%', '15%']}
              />
            </Section>
          ))
        }
      </Answered>
    </Page>
  );
}
