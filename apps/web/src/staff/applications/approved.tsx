import { Link } from '@tanstack/react-router';
import { phoneText } from '../../shared/format.ts';
import type { ApprovedAnswer } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat } from '../society.tsx';
import { OneTimeCode } from '../ui/one-time-code.tsx';
import { Note } from '../ui/states.tsx';
import { useWords } from '../words.ts';

/** The new member's number, how they log in, and what comes next. */
export function Approved({ answer, name }: { answer: ApprovedAnswer; name: string }) {
  const t = useWords();
  const may = useMay();
  const format = useSocietyFormat();
  return (
    <section className="approved stack" aria-label={t('approved.title', { number: answer.memberNumber })}>
      <Note tone="good">
        <strong data-testid="member-number">{t('approved.title', { number: answer.memberNumber })}</strong>{' '}
        {t('approved.next', { amount: format.money(answer.duesTotal) })}
        {answer.depositNumber !== null && <> {t('approved.account', { number: answer.depositNumber })}</>}
      </Note>
      {answer.oneTimeCode !== null && answer.oneTimeCodeExpiresAt !== null ? (
        <OneTimeCode
          whose={`${name} · ${answer.memberNumber}`}
          names={answer.loginNames}
          code={answer.oneTimeCode}
          expiresAt={answer.oneTimeCodeExpiresAt}
        />
      ) : (
        <p>{t('approved.loginNames', { names: answer.loginNames.map(phoneText).join(', ') })}</p>
      )}
      <p className="row">
        <Link to="/members/$id" params={{ id: answer.memberId }}>
          {t('approved.toMember')}
        </Link>
        {may('receipt.take') && (
          <Link to="/counter" search={{ member: answer.memberId }}>
            {t('member.toCounter')}
          </Link>
        )}
      </p>
    </section>
  );
}
