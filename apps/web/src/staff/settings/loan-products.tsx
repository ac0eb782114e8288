import { Button } from '@mantine/core';
import { useState } from 'react';
import { useBasisWords } from '../../shared/basis-words.ts';
import { percentText } from '../../shared/format.ts';
import type { LoanProductRule } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Page } from '../ui/page.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { Answered } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { ChangeLoanProduct, NewLoanProduct } from './change-loan-product.tsx';
import { WaitingLink } from './rule-change.tsx';
import { useLoanProductRules } from './setting-queries.ts';

const NEW = 'new';

/** What the society lends, by which rules, and the form that changes them. */
export function LoanProductsPage() {
  const t = useWords();
  const may = useMay();
  const format = useSocietyFormat();
  const products = useLoanProductRules();
  const [opened, setOpened] = useState<string>();
  const answer = products.data;
  const shown = answer?.items.find(({ code }) => code === opened);
  return (
    <Page
      title={
        answer === undefined
          ? t('nav.loanProducts')
          : t('loanProducts.count', {
              count: answer.items.length,
              loans: format.count(answer.items.reduce((sum, { loans }) => sum + loans, 0)),
            })
      }
      lead={
        answer?.highestRate == null
          ? t('loanProducts.lead')
          : t('loanProducts.leadCap', { rate: percentText(answer.highestRate) })
      }
      actions={may('settings.change') && <Button onClick={() => setOpened(NEW)}>{t('loanProducts.new')}</Button>}
    >
      <Answered query={products}>{({ items }) => <LoanProductTable products={items} onOpen={setOpened} />}</Answered>
      <SidePanel
        title={opened === NEW ? t('loanProducts.new') : (shown?.name ?? '')}
        isOpen={opened === NEW || shown !== undefined}
        onClose={() => setOpened(undefined)}
        size="lg"
      >
        {opened === NEW && answer !== undefined && <NewLoanProduct all={answer} />}
        {shown !== undefined && answer !== undefined && (
          <ChangeLoanProduct key={shown.code} product={shown} all={answer} />
        )}
      </SidePanel>
    </Page>
  );
}

interface LoanProductTableProps {
  products: readonly LoanProductRule[];
  onOpen: (code: string) => void;
}

function LoanProductTable({ products, onOpen }: LoanProductTableProps) {
  const t = useWords();
  const format = useSocietyFormat();
  const basisWords = useBasisWords();
  const { currency } = useThisSociety();
  const columns: Column<LoanProductRule>[] = [
    {
      name: 'name',
      heading: t('loan.product'),
      isLong: true,
      cell: (product) => (
        <>
          <button type="button" className="link-button" onClick={() => onOpen(product.code)}>
            {product.name}
          </button>
          {!product.isOffered && <span className="quiet small block">{t('loanProduct.notOffered')}</span>}
        </>
      ),
    },
    { name: 'code', heading: t('product.code'), isMinor: true, cell: ({ code }) => code },
    { name: 'loans', heading: t('loanProducts.running'), isNumber: true, cell: ({ loans }) => format.count(loans) },
    {
      name: 'largest',
      heading: t('loanProduct.largestIn', { currency }),
      isNumber: true,
      cell: ({ maximumAmount }) => format.amount(maximumAmount),
    },
    {
      name: 'rate',
      heading: t('loan.rate'),
      isNumber: true,
      cell: (product) => (
        <>
          {percentText(product.annualRate)}
          {product.nextFrom !== null && (
            <span className="quiet small block">
              {t('termProduct.nextFrom', { day: format.day(product.nextFrom) })}
            </span>
          )}
          {product.waitingApprovalId !== null && (
            <span className="small block">
              <WaitingLink approvalId={product.waitingApprovalId} />
            </span>
          )}
        </>
      ),
    },
    {
      name: 'from',
      heading: t('settings.from'),
      isMinor: true,
      cell: ({ effectiveFrom }) => format.day(effectiveFrom),
    },
    {
      name: 'basis',
      heading: t('settings.basis'),
      isMinor: true,
      isLong: true,
      cell: ({ legalBasis }) => basisWords(legalBasis),
    },
  ];
  return (
    <DataTable caption={t('nav.loanProducts')} columns={columns} rows={products} rowKey={(product) => product.code} />
  );
}
