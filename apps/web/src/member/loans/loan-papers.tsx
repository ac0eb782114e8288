import type { Loan } from '../../shared/answers.ts';
import { useLanguage } from '../../shared/messages/use-text.ts';
import { saveFile } from '../../shared/save-file.ts';
import { Button } from '../../shared/ui/button.tsx';
import { ProblemNote } from '../../shared/ui/states.tsx';
import { client } from '../member-api.ts';
import { useAct } from '../use-act.ts';
import { useLoanText } from './loan-words.ts';

const PAPERS = {
  sanction: '/api/loans/{id}/sanction.pdf',
  agreement: '/api/loans/{id}/agreement.pdf',
  schedule: '/api/loans/{id}/schedule.pdf',
  statement: '/api/loans/{id}/statement.pdf',
  interest: '/api/loans/{id}/interest-certificate.pdf',
  release: '/api/loans/{id}/release.pdf',
  noDues: '/api/loans/{id}/no-dues.pdf',
} as const;
type Paper = keyof typeof PAPERS;

/** The papers of one's own loan, in the reader's language. */
export function LoanPapers({ loan: { id, sanctionedAmount, disbursedOn, status, collateral } }: { loan: Loan }) {
  const t = useLoanText();
  const language = useLanguage();
  const act = useAct(async (paper: Paper) => {
    await saveFile(await client.download(PAPERS[paper], { path: { id }, query: { language } }));
  });
  if (sanctionedAmount === null) return null;
  const papers: Paper[] = [
    'sanction',
    'agreement',
    'schedule',
    ...(disbursedOn === null ? [] : (['statement', 'interest'] satisfies Paper[])),
    ...(collateral.some((item) => item.status === 'released') ? (['release'] satisfies Paper[]) : []),
    ...(status === 'closed' ? (['noDues'] satisfies Paper[]) : []),
  ];
  return (
    <section className="stack section no-print" aria-labelledby="papers">
      <h2 id="papers">{t('loan.papers')}</h2>
      <ProblemNote error={act.error} takesFocus />
      <div className="row">
        {papers.map((paper) => (
          <Button key={paper} isBusy={act.isBusy} onClick={() => void act.run(paper)}>
            {t(`loan.paper.${paper}`)}
          </Button>
        ))}
      </div>
    </section>
  );
}
