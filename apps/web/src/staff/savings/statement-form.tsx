import { addMonths, calendarDate } from '@kafal/core';
import { useState } from 'react';
import { type Language, languageNames, languages } from '../../shared/messages/messages.ts';
import { useLanguage } from '../../shared/messages/use-text.ts';
import type { Deposit } from '../answers.ts';
import { useMe } from '../shell/shell-queries.ts';
import { ChoiceBox, DayBox } from '../ui/fields.tsx';
import { FileButton } from '../ui/files.tsx';
import { Section } from '../ui/page.tsx';
import { useWords } from '../words.ts';

/** Every movement of any period, on paper or for a table. */
export function StatementForm({ deposit }: { deposit: Deposit }) {
  const t = useWords();
  const shown = useLanguage();
  const { data: me } = useMe();
  const [from, setFrom] = useState<string>();
  const [to, setTo] = useState<string>();
  const [language, setLanguage] = useState<Language>(shown);
  const today = me?.businessDate;
  const monthAgo = today === undefined ? '' : addMonths(calendarDate(today), -1);
  const query = { from: from ?? monthAgo, to: to ?? today ?? '', language };
  const isReady = query.from !== '' && query.to !== '' && query.from <= query.to;
  const path = { id: deposit.id };
  return (
    <Section title={t('statement.title')}>
      <div className="filters">
        <DayBox label={t('list.from')} value={query.from} onChange={setFrom} />
        <DayBox label={t('list.to')} value={query.to} onChange={setTo} />
        <ChoiceBox
          label={t('receipt.language')}
          value={language}
          choices={languages.map((one) => ({ value: one, label: languageNames[one] }))}
          onChange={(one) => one !== '' && setLanguage(one)}
        />
        {isReady && (
          <>
            <FileButton use="print" path="/api/deposits/{id}/statement.pdf" options={{ path, query }}>
              {t('statement.pdf')}
            </FileButton>
            <FileButton path="/api/deposits/{id}/statement.csv" options={{ path, query }}>
              {t('list.csv')}
            </FileButton>
          </>
        )}
      </div>
    </Section>
  );
}
