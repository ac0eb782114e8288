import { addMonths, calendarDate } from '@kafal/core';
import { useLanguage } from '../../shared/messages/use-text.ts';
import type { Member } from '../answers.ts';
import { useMe } from '../shell/shell-queries.ts';
import { FileButton } from '../ui/files.tsx';
import { Section } from '../ui/page.tsx';
import { useWords } from '../words.ts';

/** For the tax office: of the year of today, and of the one before. */
export function InterestCertificate({ member }: { member: Member }) {
  const t = useWords();
  const language = useLanguage();
  const { data: me } = useMe();
  if (me === undefined || member.deposits.length === 0) return null;
  const path = { id: member.id };
  const lastYear = addMonths(calendarDate(me.businessDate), -12);
  return (
    <Section title={t('interestCertificate.title')}>
      <div className="row">
        <FileButton
          use="print"
          path="/api/members/{id}/interest-certificate.pdf"
          options={{ path, query: { on: me.businessDate, language } }}
        >
          {t('interestCertificate.this')}
        </FileButton>
        <FileButton
          use="print"
          path="/api/members/{id}/interest-certificate.pdf"
          options={{ path, query: { on: lastYear, language } }}
        >
          {t('interestCertificate.last')}
        </FileButton>
      </div>
    </Section>
  );
}
