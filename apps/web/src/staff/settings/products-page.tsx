import { useState } from 'react';
import { useBasisWords } from '../../shared/basis-words.ts';
import type { ProductRule } from '../answers.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Page } from '../ui/page.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { Answered } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { ChangeProduct } from './change-product.tsx';
import { WaitingLink } from './rule-change.tsx';
import { useProductRules } from './setting-queries.ts';
import { percentWords } from './setting-value.ts';
import { TermProducts } from './term-products.tsx';

/** The kinds of account the society offers, and at which rate. */
export function ProductsPage() {
  const t = useWords();
  const format = useSocietyFormat();
  const basisWords = useBasisWords();
  const { currency } = useThisSociety();
  const products = useProductRules();
  const [opened, setOpened] = useState<string>();
  const shown = products.data?.items.find((product) => product.code === opened);
  const columns: Column<ProductRule>[] = [
    {
      name: 'name',
      heading: t('product.name'),
      isLong: true,
      cell: (product) => (
        <button type="button" className="link-button" onClick={() => setOpened(product.code)}>
          {product.name}
        </button>
      ),
    },
    { name: 'code', heading: t('product.code'), isMinor: true, cell: (product) => product.code },
    {
      name: 'deposits',
      heading: t('product.deposits'),
      isNumber: true,
      cell: (product) => format.count(product.deposits),
    },
    {
      name: 'minimum',
      heading: t('product.minimumIn', { currency }),
      isNumber: true,
      cell: (product) => format.amount(product.minimumBalance),
    },
    {
      name: 'rate',
      heading: t('product.rate'),
      isNumber: true,
      cell: (product) => (
        <>
          {percentWords(product.annualRate)}
          {product.next !== null && (
            <span className="quiet small block">
              {t('rule.next', {
                value: percentWords(product.next.annualRate),
                day: format.day(product.next.effectiveFrom),
              })}
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
    { name: 'from', heading: t('settings.from'), isMinor: true, cell: (product) => format.day(product.effectiveFrom) },
    {
      name: 'basis',
      heading: t('settings.basis'),
      isMinor: true,
      isLong: true,
      cell: (product) => basisWords(product.legalBasis),
    },
  ];
  const title =
    products.data === undefined
      ? t('products.title')
      : t('products.count', {
          count: products.data.items.length,
          accounts: format.count(products.data.items.reduce((sum, { deposits }) => sum + deposits, 0)),
        });
  return (
    <Page title={title} lead={t('products.lead')}>
      <Answered query={products}>
        {({ items }) => (
          <DataTable caption={t('products.title')} columns={columns} rows={items} rowKey={(product) => product.code} />
        )}
      </Answered>
      <TermProducts />
      <SidePanel title={shown?.name ?? ''} isOpen={shown !== undefined} onClose={() => setOpened(undefined)} size="lg">
        {shown !== undefined && <ChangeProduct key={shown.code} product={shown} />}
      </SidePanel>
    </Page>
  );
}
