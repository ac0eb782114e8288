import { Link } from 'wouter';
import type { DepositWithPlan } from '../../shared/answers.ts';
import { useShownMoney } from '../hidden-amounts.ts';
import { useSocietyFormat } from '../society.tsx';
import { useTermText } from './term-words.ts';

/** What a deposit was before, and what it became: each a step to its page. */
export function Succession({ deposit }: { deposit: DepositWithPlan }) {
  const t = useTermText();
  const format = useSocietyFormat();
  const shown = useShownMoney();
  const { cameFrom, closing, became } = deposit.succession;
  if (cameFrom === null && closing === null) return null;
  return (
    <dl className="facts">
      {cameFrom !== null && (
        <div>
          <dt>{t('succession.cameFrom')}</dt>
          <dd>
            <Link href={`/accounts/${cameFrom.id}`}>{cameFrom.accountNumber}</Link>
          </dd>
        </div>
      )}
      {closing !== null && (
        <div>
          <dt>{t(became.length === 0 ? 'succession.paidOut' : 'succession.closed')}</dt>
          <dd>
            <Link href={`/entries/${closing.entryId}`}>{format.day(closing.postedOn)}</Link>
          </dd>
        </div>
      )}
      {became.map(({ id, kind, accountNumber, amount }) => (
        <div key={id}>
          <dt>{t(`succession.${kind}`)}</dt>
          <dd>
            <Link href={`/accounts/${id}`}>
              {t('succession.part', { number: accountNumber, amount: shown(format.money(amount)) })}
            </Link>
          </dd>
        </div>
      ))}
    </dl>
  );
}
