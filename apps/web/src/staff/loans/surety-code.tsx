import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useContractForm } from '../../shared/use-contract-form.ts';
import type { Loan } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { client, queryClient } from '../staff-api.ts';
import { ActDialog } from '../ui/act-dialog.tsx';
import { Segments } from '../ui/choices.tsx';
import { Facts } from '../ui/facts.tsx';
import { TextBox } from '../ui/fields.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { Note } from '../ui/states.tsx';
import { useWords } from '../words.ts';

type Guarantor = Loan['guarantors'][number];
interface Place {
  loan: Loan;
  guarantor: Guarantor;
}

/** For a guarantor without the app: one of the office hands out a code, another enters it. */
export function SuretyCode({ loan, guarantor }: Place) {
  const may = useMay();
  const isOpen = ['submitted', 'returned'].includes(loan.status) || guarantor.replaces !== null;
  if (guarantor.status !== 'asked' || !isOpen) return null;
  return (
    <>
      {may('member.login.issue') && <HandOut loan={loan} guarantor={guarantor} />}
      {may('loan.apply') && <Enter loan={loan} guarantor={guarantor} />}
    </>
  );
}

function HandOut({ loan, guarantor }: Place) {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  const { memberId, memberName, memberNumber, textTo } = guarantor;
  const [bySms, setBySms] = useState(textTo !== null);
  const issuing = useMutation({
    mutationFn: (bySms: boolean) =>
      client.post('/api/loans/{id}/surety-codes', { path: { id: loan.id }, body: { memberId, bySms } }),
  });
  const close = () => {
    setOpen(false);
    issuing.reset();
  };
  const title = t('surety.codeFor', { name: memberName });
  return (
    <>
      <Button variant="subtle" size="compact-sm" onClick={() => setOpen(true)}>
        {title}
      </Button>
      {issuing.data === undefined ? (
        <ActDialog
          title={title}
          isOpen={isOpen}
          onClose={close}
          act={t(bySms ? 'surety.send' : 'surety.handOut')}
          onAct={() => issuing.mutate(bySms)}
          isBusy={issuing.isPending}
          error={issuing.error}
        >
          {textTo !== null && (
            <Segments
              label={t('surety.way')}
              isFull
              options={(['sms', 'paper'] as const).map((value) => ({ value, label: t(`surety.way.${value}`) }))}
              value={bySms ? 'sms' : 'paper'}
              onChange={(way) => setBySms(way === 'sms')}
            />
          )}
          <p>
            {bySms && textTo !== null
              ? t('surety.sendHow', { name: memberName, phone: textTo })
              : t('surety.handOutHow', { name: memberName })}
          </p>
        </ActDialog>
      ) : (
        <SidePanel title={title} isOpen={isOpen} onClose={close}>
          {issuing.data.code === null ? (
            <Sent name={memberName} issued={issuing.data} />
          ) : (
            <Slip
              loan={loan}
              guarantor={guarantor}
              whose={`${memberName} · ${memberNumber}`}
              issued={{ code: issuing.data.code, expiresAt: issuing.data.expiresAt }}
            />
          )}
        </SidePanel>
      )}
    </>
  );
}

interface SentProps {
  name: string;
  issued: { sentTo: string | null; isUnsure: boolean; expiresAt: string };
}

/** Nobody of the office has seen it. */
function Sent({ name, issued: { sentTo, isUnsure, expiresAt } }: SentProps) {
  const t = useWords();
  const format = useSocietyFormat();
  return (
    <div className="stack" role="status">
      <Note tone={isUnsure ? 'warning' : 'good'}>
        {t(isUnsure ? 'surety.sentUnsure' : 'surety.sent', { name, phone: sentTo ?? '' })}
      </Note>
      <p className="quiet">{t('surety.sentUntil', { until: format.instant(expiresAt) })}</p>
    </div>
  );
}

interface SlipProps extends Place {
  whose: string;
  issued: { code: string; expiresAt: string };
}

/** Shown once, and handed over on paper with what the guarantor would answer for. */
function Slip({ loan, guarantor, whose, issued }: SlipProps) {
  const t = useWords();
  const format = useSocietyFormat();
  const society = useThisSociety();
  return (
    <div className="stack" role="status">
      <Note tone="warning">{t('code.once')}</Note>
      <div className="slip" data-print>
        <p className="strong">{society.name}</p>
        <Facts
          columns={1}
          facts={[
            [t('code.for'), whose],
            [t('surety.loanOf'), `${loan.number} · ${loan.memberName}`],
            [t('loan.amount'), format.money(loan.amount)],
            [t('surety.answersFor'), format.money(guarantor.part)],
            [
              t('code.code'),
              <code key="code" className="secret secret-large" data-testid="surety-code">
                {`${issued.code.slice(0, 4)} ${issued.code.slice(4)}`}
              </code>,
            ],
            [t('code.until'), format.instant(issued.expiresAt)],
          ]}
        />
        <p className="small">{t('surety.slip')}</p>
      </div>
      <div className="row">
        <Button onClick={() => print()}>{t('code.print')}</Button>
      </div>
    </div>
  );
}

function Enter({ loan, guarantor }: Place) {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  const [code, setCode] = useState('');
  const { memberId, memberName } = guarantor;
  const body = { memberId, code: code.trim() };
  const entering = useMutation({
    mutationFn: () => client.post('/api/loans/{id}/surety-consents', { path: { id: loan.id }, body }),
    onSuccess: async () => {
      setOpen(false);
      await queryClient.invalidateQueries();
    },
  });
  const checking = useContractForm('ConsentByCodeBody', body, entering.error);
  const title = t('surety.enter', { name: memberName });
  return (
    <>
      <Button variant="subtle" size="compact-sm" onClick={() => setOpen(true)}>
        {title}
      </Button>
      <ActDialog
        title={title}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        act={t('surety.enterNow')}
        onAct={() => entering.mutate()}
        isBusy={entering.isPending}
        isReady={body.code !== ''}
        error={entering.error}
        checking={checking}
      >
        <p>{t('surety.enterHow', { name: memberName })}</p>
        <TextBox
          label={t('code.code')}
          autoFocus
          takesDigits
          inputMode="numeric"
          maxLength={12}
          value={code}
          onChange={setCode}
          problem={checking.problem('code')}
        />
      </ActDialog>
    </>
  );
}
