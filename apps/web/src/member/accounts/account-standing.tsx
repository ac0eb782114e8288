import type { DepositDetail } from '../../shared/answers.ts';
import { useShownMoney } from '../hidden-amounts.ts';
import { useDepositRestrictions } from '../member-queries.ts';
import { useSocietyFormat } from '../society.tsx';
import { useStandingText } from './standing-words.ts';

/** In plain words: who holds the account, what of it cannot be withdrawn and until when, and who gets it one day. */
export function AccountStanding({ deposit }: { deposit: DepositDetail }) {
  const t = useStandingText();
  const format = useSocietyFormat();
  const shown = useShownMoney();
  const { data } = useDepositRestrictions(deposit.id);
  const isDormant = deposit.status === 'dormant';
  const { mode, holders } = deposit.holding;
  const nominees = deposit.nominees.items;
  if (data === undefined) return null;
  if (data.items.length === 0 && !isDormant && holders.length === 1 && nominees.length === 0) return null;
  return (
    <ul className="note note-list">
      {holders.length > 1 && <li>{t('standing.heldBy', { names: holders.map(({ name }) => name).join(', ') })}</li>}
      {mode === 'jointly' && <li>{t('standing.together')}</li>}
      {mode === 'former-or-survivor' && <li>{t('standing.firstAlone')}</li>}
      {isDormant && <li>{t('standing.dormant')}</li>}
      {data.items.map(({ id, kind, amount, untilOn, reference, allowsDeposits }) => {
        const sum = amount === null ? '' : shown(format.money(amount));
        if (kind === 'freeze') {
          return <li key={id}>{t(allowsDeposits === true ? 'standing.frozenOut' : 'standing.frozenAll')}</li>;
        }
        if (kind === 'lien') return <li key={id}>{t('standing.lien', { amount: sum, reference: reference ?? '' })}</li>;
        return (
          <li key={id}>
            {untilOn === null
              ? t('standing.held', { amount: sum })
              : t('standing.heldUntil', { amount: sum, day: format.day(untilOn) })}
          </li>
        );
      })}
      {nominees.length > 0 && (
        <li>
          {t('standing.nominees', {
            names: nominees.map(({ name, sharePercent }) => `${name} (${Number(sharePercent)} %)`).join(', '),
          })}
        </li>
      )}
    </ul>
  );
}
