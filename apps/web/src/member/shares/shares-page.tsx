import type { ShareHolding } from '../../shared/answers.ts';
import { isZeroMoney } from '../../shared/format.ts';
import { useLanguage } from '../../shared/messages/use-text.ts';
import { saveFile } from '../../shared/save-file.ts';
import { BigNumber } from '../../shared/ui/big-number.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { Empty, ProblemNote, Skeleton } from '../../shared/ui/states.tsx';
import { toggleAmounts, useAmountsHidden, useShownMoney } from '../hidden-amounts.ts';
import { client } from '../member-api.ts';
import { useShares } from '../member-queries.ts';
import { useMemberText } from '../member-text.ts';
import { Page } from '../page.tsx';
import { useSocietyFormat } from '../society.tsx';
import { useAct } from '../use-act.ts';
import { PageProblem } from '../waiting-pages.tsx';

export function SharesPage({ memberId }: { memberId: string }) {
  const t = useMemberText();
  const format = useSocietyFormat();
  const isHidden = useAmountsHidden();
  const shown = useShownMoney();
  const { data: holding, error, refetch } = useShares(memberId);
  if (holding === undefined) {
    if (error !== null) {
      return <PageProblem title={t('shares.title')} backTo="/" error={error} onRetry={() => void refetch()} />;
    }
    return (
      <Page title={t('shares.title')} backTo="/">
        <Skeleton lines={4} />
      </Page>
    );
  }
  return (
    <Page title={t('shares.title')} backTo="/">
      <BigNumber
        label={t('shares.held', { count: holding.shares })}
        value={format.money(holding.amount)}
        isHidden={isHidden}
        onToggle={toggleAmounts}
      />
      {holding.folio !== null && <p className="quiet">{t('shares.folio', { folio: holding.folio })}</p>}
      {!isZeroMoney(holding.pending) && (
        <div className="note">{t('shares.pending', { amount: shown(format.money(holding.pending)) })}</div>
      )}
      <section className="stack" aria-labelledby="certificates">
        <h2 id="certificates">{t('shares.certificates')}</h2>
        {holding.allotments.length === 0 ? (
          <Empty title={t('shares.none')}>{isZeroMoney(holding.pending) && <p>{t('shares.noneHow')}</p>}</Empty>
        ) : (
          <ul className="list">
            {holding.allotments.map((allotment) => (
              <Certificate key={allotment.id} allotment={allotment} />
            ))}
          </ul>
        )}
      </section>
    </Page>
  );
}

function Certificate({ allotment }: { allotment: ShareHolding['allotments'][number] }) {
  const t = useMemberText();
  const language = useLanguage();
  const format = useSocietyFormat();
  const shown = useShownMoney();
  const pdf = useAct(async (id: string) =>
    saveFile(await client.download('/api/share-certificates/{id}/pdf', { path: { id }, query: { language } })),
  );
  return (
    <li className="list-row">
      <span className="list-title">{t('shares.certificate', { number: allotment.certificateNumber })}</span>
      <span className="list-side">{shown(format.money(allotment.amount))}</span>
      <span className="list-note">
        {t('shares.distinctive', {
          count: allotment.shares,
          from: allotment.distinctiveFrom,
          to: allotment.distinctiveTo,
        })}{' '}
        · {format.day(allotment.allottedOn)}
      </span>
      <span className="list-note">
        <Button
          look="text"
          isBusy={pdf.isBusy}
          aria-label={`${t('file.savePdf')}: ${allotment.certificateNumber}`}
          onClick={() => void pdf.run(allotment.id)}
        >
          {t('file.savePdf')}
        </Button>
        <ProblemNote error={pdf.error} takesFocus />
      </span>
    </li>
  );
}
