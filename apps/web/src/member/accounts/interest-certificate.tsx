import { addMonths, calendarDate } from '@kafal/core';
import { useLanguage } from '../../shared/messages/use-text.ts';
import { saveFile } from '../../shared/save-file.ts';
import { Button } from '../../shared/ui/button.tsx';
import { ProblemNote } from '../../shared/ui/states.tsx';
import { client } from '../member-api.ts';
import { useMemberText } from '../member-text.ts';
import { useThisSociety } from '../society.tsx';
import { useAct } from '../use-act.ts';

/** For the tax office: the interest of the year of today, or of the one before, and the tax withheld from it. */
export function InterestCertificate({ memberId }: { memberId: string }) {
  const t = useMemberText();
  const language = useLanguage();
  const { businessDate } = useThisSociety();
  const act = useAct(async (on: string | undefined) => {
    const query = { ...(on === undefined ? {} : { on }), language };
    await saveFile(
      await client.download('/api/members/{id}/interest-certificate.pdf', { path: { id: memberId }, query }),
    );
  });
  return (
    <section className="stack section" aria-labelledby="interest-certificate">
      <h2 id="interest-certificate">{t('interestCertificate.title')}</h2>
      <ProblemNote error={act.error} takesFocus />
      <div className="row">
        <Button isBusy={act.isBusy} onClick={() => void act.run(businessDate ?? undefined)}>
          {t('interestCertificate.this')}
        </Button>
        {businessDate !== null && (
          <Button look="text" onClick={() => void act.run(addMonths(calendarDate(businessDate), -12))}>
            {t('interestCertificate.last')}
          </Button>
        )}
      </div>
    </section>
  );
}
