import { Link } from '@tanstack/react-router';
import type { DashboardStats } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { Glow } from '../ui/glow.tsx';
import { Section } from '../ui/page.tsx';
import { useWords } from '../words.ts';

/** Where the society's money lies now. */
export function CashPlaces({ figures }: { figures: DashboardStats }) {
  const t = useWords();
  const format = useSocietyFormat();
  return (
    <Section title={t('today.cash', { currency: figures.currency })}>
      <ul className="lines">
        {figures.tills.map((till) => (
          <li key={till.id} className="line-row">
            <span>
              <Link to="/settings/tills">{t('today.till', { code: till.code, name: till.name })}</Link>{' '}
              <span className="quiet">
                {till.isOpen ? t('today.tillOpen', { cashier: till.cashier ?? '' }) : t('today.tillClosed')}
              </span>
            </span>
            <Glow value={till.cash}>
              <span className="figure">{format.amount(till.cash)}</span>
            </Glow>
          </li>
        ))}
        <li className="line-row">
          <span>{t('today.vault')}</span>
          <Glow value={figures.vaultCash}>
            <span className="figure">{format.amount(figures.vaultCash)}</span>
          </Glow>
        </li>
        <li className="line-row">
          <span>{t('today.bank')}</span>
          <Glow value={figures.bank}>
            <span className="figure">{format.amount(figures.bank)}</span>
          </Glow>
        </li>
      </ul>
    </Section>
  );
}
