import type { Loan } from '../answers.ts';
import { FileButton } from '../ui/files.tsx';
import { Section } from '../ui/page.tsx';
import { useWords } from '../words.ts';

/** What can be printed of the loan as it stands. */
export function LoanPapers({ loan: { id, sanctionedAmount, disbursedOn, status, collateral } }: { loan: Loan }) {
  const t = useWords();
  const options = { path: { id } };
  if (sanctionedAmount === null) return null;
  return (
    <Section title={t('loan.papers')}>
      <div className="row">
        <FileButton use="print" path="/api/loans/{id}/sanction.pdf" options={options}>
          {t('loan.paper.sanction')}
        </FileButton>
        <FileButton use="print" path="/api/loans/{id}/agreement.pdf" options={options}>
          {t('loan.paper.agreement')}
        </FileButton>
        <FileButton use="print" path="/api/loans/{id}/resolution.pdf" options={options}>
          {t('loan.paper.resolution')}
        </FileButton>
        <FileButton use="print" path="/api/loans/{id}/schedule.pdf" options={options}>
          {t('loan.paper.schedule')}
        </FileButton>
        {disbursedOn !== null && (
          <>
            <FileButton use="print" path="/api/loans/{id}/statement.pdf" options={options}>
              {t('loan.paper.statement')}
            </FileButton>
            <FileButton use="print" path="/api/loans/{id}/interest-certificate.pdf" options={options}>
              {t('loan.paper.interest')}
            </FileButton>
          </>
        )}
        {collateral.some((item) => item.status === 'released') && (
          <FileButton use="print" path="/api/loans/{id}/release.pdf" options={options}>
            {t('loan.paper.release')}
          </FileButton>
        )}
        {status === 'closed' && (
          <FileButton use="print" path="/api/loans/{id}/no-dues.pdf" options={options}>
            {t('loan.paper.noDues')}
          </FileButton>
        )}
      </div>
    </Section>
  );
}
