import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { MoneyAct } from '../../shared/idempotency.ts';
import type { CounterMember, TakeReceiptRequest } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { client } from '../staff-api.ts';
import { SidePanel } from '../ui/side-panel.tsx';
import { Note, ProblemNote } from '../ui/states.tsx';
import { useWords } from '../words.ts';

interface ShowCodeProps {
  person: CounterMember;
  lines: TakeReceiptRequest['lines'];
}

/** The same lines as the receipt would have, as a code that the person scans; the receipt comes from the bank's line. */
export function ShowCode({ person, lines }: ShowCodeProps) {
  const t = useWords();
  const format = useSocietyFormat();
  const { phonePayments } = useThisSociety();
  const may = useMay()('receipt.take');
  const [act] = useState(() => new MoneyAct());
  const making = useMutation({
    mutationFn: async () => {
      const body = { memberId: person.id, lines };
      const answer = await client.post('/api/payment-requests', { body, idempotencyKey: act.keyFor(body) });
      if (answer.preview) return undefined;
      act.done();
      return client.post('/api/payment-requests/{id}/showing', { path: { id: answer.request.id } });
    },
  });
  if (phonePayments === null || !may || lines.length === 0) return null;
  const { data: request } = making;
  return (
    <>
      <Button variant="default" loading={making.isPending} onClick={() => making.mutate()}>
        {t('payments.code')}
      </Button>
      <ProblemNote error={making.error} />
      <SidePanel
        title={
          request === undefined
            ? t('payments.code')
            : t('payments.codeTitle', { name: person.name, amount: format.money(request.amount) })
        }
        isOpen={request !== undefined}
        onClose={() => making.reset()}
      >
        {request?.code != null && (
          <div className="stack">
            <Note>{t('payments.codeHow')}</Note>
            <img
              className="totp-picture"
              width={280}
              height={280}
              src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(request.code.qrSvg)}`}
              alt={t('payments.picture', { amount: format.money(request.amount), name: request.payeeName })}
            />
            <p>{request.payeeAddress}</p>
            <p>
              {t('payments.reference')}: {request.reference}
            </p>
            <p className="quiet">{t('payments.until', { at: format.instant(request.expiresAt) })}</p>
          </div>
        )}
      </SidePanel>
    </>
  );
}
