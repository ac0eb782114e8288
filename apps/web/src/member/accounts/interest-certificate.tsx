import { addMonths, calendarDate } from '@kafal/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { isZeroMoney } from '../../shared/format.ts';
import { useLanguage } from '../../shared/messages/use-text.ts';
import { saveFile } from '../../shared/save-file.ts';
import { Button } from '../../shared/ui/button.tsx';
import { ProblemNote, Skeleton } from '../../shared/ui/states.tsx';
import { useShownMoney } from '../hidden-amounts.ts';
import { client } from '../member-api.ts';
import { useMemberText } from '../member-text.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { useAct } from '../use-act.ts';

/** For the tax office: the interest of the year of today, or of the one before, and the tax withheld from it. */
export function InterestCertificate({ memberId }: { memberId: string }) {
  const t = useMemberText();
  const { businessDate } = useThisSociety();
  const [isLastYear, setLastYear] = useState(false);
  if (businessDate === null) return null;
  const on = isLastYear ? addMonths(calendarDate(businessDate), -12) : businessDate;
  return (
    <section className="stack section" aria-labelledby="interest-certificate">
      <h2 id="interest-certificate">{t('interestCertificate.title')}</h2>
      <InterestOfYear memberId={memberId} on={on} />
      <div className="row">
        <Button look="text" onClick={() => setLastYear(!isLastYear)}>
          {t(isLastYear ? 'interestCertificate.thisYear' : 'interestCertificate.lastYear')}
        </Button>
      </div>
    </section>
  );
}

function InterestOfYear({ memberId, on }: { memberId: string; on: string }) {
  const t = useMemberText();
  const format = useSocietyFormat();
  const language = useLanguage();
  const shown = useShownMoney();
  const { data, error, refetch } = useQuery({
    queryKey: ['interest-of-year', memberId, on],
    queryFn: () => client.get('/api/members/{id}/interest', { path: { id: memberId }, query: { on } }),
  });
  const act = useAct(async (of: 'interest' | 'tax') => {
    const path = `/api/members/{id}/${of}-certificate.pdf` as const;
    await saveFile(await client.download(path, { path: { id: memberId }, query: { on, language } }));
  });
  if (error !== null && data === undefined) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton lines={3} />;
  return (
    <>
      <p>{t('interest.period', { from: format.day(data.from), to: format.day(data.to) })}</p>
      <ul className="list">
        {data.accounts.map(({ depositId, accountNumber, interest }) => (
          <li key={depositId} className="list-row">
            <span className="list-title">{accountNumber}</span>
            <span className="list-side">{shown(format.money(interest))}</span>
          </li>
        ))}
        <li className="list-row list-total">
          <span className="list-title">{t('interestCertificate.given')}</span>
          <span className="list-side">{shown(format.money(data.interest))}</span>
        </li>
        <li className="list-row">
          <span className="list-title">{t('interestCertificate.tax')}</span>
          <span className="list-side">{shown(format.money(data.tax))}</span>
        </li>
        {!isZeroMoney(data.accrued) && (
          <li className="list-row">
            <span className="list-title">{t('interestCertificate.accrued')}</span>
            <span className="list-side">{shown(format.money(data.accrued))}</span>
          </li>
        )}
      </ul>
      {data.declaration !== null && (
        <p className="small">{t('interestCertificate.declared', { number: data.declaration })}</p>
      )}
      <ProblemNote error={act.error} takesFocus />
      <div className="row">
        <Button isBusy={act.isBusy} onClick={() => void act.run('interest')}>
          {t('interestCertificate.paper')}
        </Button>
        {!isZeroMoney(data.tax) && (
          <Button look="text" onClick={() => void act.run('tax')}>
            {t('interestCertificate.taxPaper')}
          </Button>
        )}
      </div>
    </>
  );
}
