import { addMonths, calendarDate, startOfMonth } from '@kafal/core';
import { type FormEvent, useState } from 'react';
import type { Deposit } from '../../shared/answers.ts';
import { useLanguage } from '../../shared/messages/use-text.ts';
import { fieldProblem } from '../../shared/problem.ts';
import { saveFile, shareFile } from '../../shared/save-file.ts';
import { Button } from '../../shared/ui/button.tsx';
import { DateField } from '../../shared/ui/date-field.tsx';
import { ProblemNote } from '../../shared/ui/states.tsx';
import { client } from '../member-api.ts';
import { useMemberText } from '../member-text.ts';
import { useThisSociety } from '../society.tsx';
import { useAct } from '../use-act.ts';

/** A statement of any period as PDF. The period proposed ends on the society's business date. */
export function StatementForm({ deposit }: { deposit: Deposit }) {
  const t = useMemberText();
  const language = useLanguage();
  const { businessDate } = useThisSociety();
  const [from, setFrom] = useState(() => (businessDate === null ? deposit.openedOn : threeMonthsBefore(businessDate)));
  const [to, setTo] = useState(businessDate ?? deposit.openedOn);
  const [isChecked, setChecked] = useState(false);
  const act = useAct(async (deliver: typeof saveFile | typeof shareFile) => {
    const query = { from, to, language };
    await deliver(await client.download('/api/deposits/{id}/statement.pdf', { path: { id: deposit.id }, query }));
  });

  const submit = (deliver: typeof saveFile | typeof shareFile) => {
    setChecked(true);
    if (from !== '' && to !== '') void act.run(deliver);
  };

  return (
    <section className="stack section" aria-labelledby="statement">
      <h2 id="statement">{t('statement.title')}</h2>
      <form
        className="stack"
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          submit(saveFile);
        }}
      >
        <ProblemNote error={act.error} takesFocus />
        <div className="row">
          <DateField
            label={t('statement.from')}
            value={from}
            onChange={setFrom}
            problem={isChecked && from === '' ? t('date.malformed') : fieldProblem(act.error, 'from')}
          />
          <DateField
            label={t('statement.to')}
            value={to}
            onChange={setTo}
            problem={isChecked && to === '' ? t('date.malformed') : fieldProblem(act.error, 'to')}
          />
        </div>
        <div className="row">
          <Button type="submit" isBusy={act.isBusy}>
            {t('file.savePdf')}
          </Button>
          {isSecureContext && (
            <Button look="text" onClick={() => submit(shareFile)}>
              {t('file.share')}
            </Button>
          )}
        </div>
      </form>
    </section>
  );
}

function threeMonthsBefore(businessDate: string): string {
  return startOfMonth(addMonths(calendarDate(businessDate), -2));
}
