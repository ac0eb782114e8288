import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useBasisWords } from '../../shared/basis-words.ts';
import type { TermProductRule } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Section } from '../ui/page.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { Answered, Note } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { ChangeTermProduct, NewTermProduct } from './change-term-product.tsx';
import { WaitingLink } from './rule-change.tsx';
import { useProductRules, useTermProductRules } from './setting-queries.ts';
import { useRateSpan } from './use-rate-span.ts';

const NEW = 'new';

/** Fixed and recurring deposits with their rates, and the form that offers another. */
export function TermProducts() {
  const t = useWords();
  const may = useMay();
  const products = useTermProductRules();
  const others = useProductRules();
  const [opened, setOpened] = useState<string>();
  const items = products.data?.items ?? [];
  const shown = items.find((product) => product.code === opened);
  const taken = [...items, ...(others.data?.items ?? [])].map(({ code }) => code);
  return (
    <Section
      title={t('termProducts.title')}
      actions={may('settings.change') && <Button onClick={() => setOpened(NEW)}>{t('termProducts.new')}</Button>}
    >
      {products.data?.fixedAllowed === false && (
        <Note tone="warning">
          {t('termProducts.fixedOff')} <Link to="/settings/society">{t('termProducts.fixedWhere')}</Link>
        </Note>
      )}
      <Answered query={products}>
        {(answer) => <TermProductTable products={answer.items} onOpen={setOpened} />}
      </Answered>
      <SidePanel
        title={opened === NEW ? t('termProducts.new') : (shown?.name ?? '')}
        isOpen={opened === NEW || shown !== undefined}
        onClose={() => setOpened(undefined)}
        size="lg"
      >
        {opened === NEW && <NewTermProduct taken={taken} />}
        {shown !== undefined && <ChangeTermProduct key={shown.code} product={shown} />}
      </SidePanel>
    </Section>
  );
}

interface TermProductTableProps {
  products: readonly TermProductRule[];
  onOpen: (code: string) => void;
}

function TermProductTable({ products, onOpen }: TermProductTableProps) {
  const t = useWords();
  const format = useSocietyFormat();
  const basisWords = useBasisWords();
  const rateSpan = useRateSpan();
  const { currency } = useThisSociety();
  const columns: Column<TermProductRule>[] = [
    {
      name: 'name',
      heading: t('termProduct.name'),
      isLong: true,
      cell: (product) => (
        <>
          <button type="button" className="link-button" onClick={() => onOpen(product.code)}>
            {product.name}
          </button>
          {!product.isOffered && <span className="quiet small block">{t('termProduct.notOffered')}</span>}
        </>
      ),
    },
    { name: 'code', heading: t('product.code'), isMinor: true, cell: (product) => product.code },
    {
      name: 'deposits',
      heading: t('termProduct.deposits'),
      isNumber: true,
      cell: (product) => format.count(product.deposits),
    },
    {
      name: 'minimum',
      heading: t('termProduct.minimumIn', { currency }),
      isNumber: true,
      cell: (product) => (
        <>
          {format.amount(product.minimumAmount)}
          {product.multipleOf !== null && (
            <span className="quiet small block">
              {t('termProduct.inMultiples', { amount: format.amount(product.multipleOf) })}
            </span>
          )}
        </>
      ),
    },
    {
      name: 'rates',
      heading: t('termProduct.rateSpan'),
      isNumber: true,
      cell: (product) => (
        <>
          {rateSpan(product.rates)}
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
    { name: 'from', heading: t('settings.from'), isMinor: true, cell: (product) => format.day(product.effectiveFrom) },
    {
      name: 'basis',
      heading: t('settings.basis'),
      isMinor: true,
      isLong: true,
      cell: (product) => basisWords(product.legalBasis),
    },
  ];
  return (
    <DataTable caption={t('termProducts.title')} columns={columns} rows={products} rowKey={(product) => product.code} />
  );
}
