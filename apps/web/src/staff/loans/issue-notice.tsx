import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Loan, LoanCollection } from '../answers.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { client, queryClient } from '../staff-api.ts';
import { ActDialog } from '../ui/act-dialog.tsx';
import { useWords } from '../words.ts';

/** The letter that comes next, once the one before it has given its time. */
export function IssueNotice({ loan, collection }: { loan: Loan; collection: LoanCollection }) {
  const t = useWords();
  const format = useSocietyFormat();
  const { businessDate } = useThisSociety();
  const [isOpen, setOpen] = useState(false);
  const issuing = useMutation({
    mutationFn: () => client.post('/api/loans/{id}/letters', { path: { id: loan.id } }),
    onSuccess: async () => {
      setOpen(false);
      await queryClient.invalidateQueries();
    },
  });
  const { nextNotice, notices } = collection;
  if (nextNotice === null) {
    const isLast = notices[0]?.level === 3 && loan.daysPastDue > 0;
    return isLast ? <p className="quiet">{t('collection.noticesAll')}</p> : null;
  }
  const level = format.count(nextNotice.level);
  if (businessDate !== null && nextNotice.from > businessDate) {
    return <p className="quiet">{t('collection.noticeFrom', { level, day: format.day(nextNotice.from) })}</p>;
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('collection.notice', { level })}</Button>
      <ActDialog
        title={t('collection.noticeTitle', { level, number: loan.number })}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        act={t('collection.noticeIssue')}
        onAct={() => issuing.mutate()}
        isBusy={issuing.isPending}
        error={issuing.error}
      >
        <p>{t('collection.noticeHow', { overdue: format.money(loan.overdue), name: loan.memberName })}</p>
      </ActDialog>
    </>
  );
}
