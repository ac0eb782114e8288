import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { BarList } from '../../shared/ui/charts/bar-list.tsx';
import { drawnMoney } from '../../shared/ui/charts/chart-scale.ts';
import type { DashboardStats } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat } from '../society.tsx';
import { Glow } from '../ui/glow.tsx';
import { Section } from '../ui/page.tsx';
import { useWords } from '../words.ts';

/** Where the society's money lies now; each place opens to what moved there. */
export function CashPlaces({ figures }: { figures: DashboardStats }) {
  const t = useWords();
  const may = useMay();
  const format = useSocietyFormat();
  const row = (key: string, amount: string, label: ReactNode) => ({
    key,
    label,
    value: Math.max(0, drawnMoney(amount)),
    figure: <Glow value={amount}>{format.amount(amount)}</Glow>,
  });
  const ledger = (code: string, words: string) =>
    may('books.read') ? (
      <Link to="/books/accounts/$code" params={{ code }} search={{}}>
        {words}
      </Link>
    ) : (
      words
    );
  return (
    <Section title={t('today.cash', { currency: figures.currency })}>
      <BarList
        name={t('today.cash', { currency: figures.currency })}
        rows={[
          ...figures.tills.map((till) =>
            row(
              till.id,
              till.cash,
              <>
                {may('books.read') ? (
                  <Link
                    to="/transactions"
                    search={{ till: till.id, from: figures.businessDate, to: figures.businessDate }}
                  >
                    {t('today.till', { code: till.code, name: till.name })}
                  </Link>
                ) : (
                  <Link to="/settings/tills">{t('today.till', { code: till.code, name: till.name })}</Link>
                )}
                <span className="quiet small block">
                  {till.isOpen ? t('today.tillOpen', { cashier: till.cashier ?? '' }) : t('today.tillClosed')}
                </span>
              </>,
            ),
          ),
          row('vault', figures.vaultCash, ledger('1101', t('today.vault'))),
        ]}
      />
      {/* Not a bar: beside the bank's sum the drawers would be too small to compare. */}
      <p className="line-row bank-line">
        <span>{ledger('1201', t('today.bank'))}</span>
        <Glow value={figures.bank}>
          <span className="figure">{format.amount(figures.bank)}</span>
        </Glow>
      </p>
    </Section>
  );
}
