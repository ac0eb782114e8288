import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { fieldProblem, ProblemError } from '../../shared/problem.ts';
import { showToast } from '../../shared/ui/toast.tsx';
import { useContractForm } from '../../shared/use-contract-form.ts';
import type { Application, ApproveApplicationRequest, ApprovedAnswer } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat } from '../society.tsx';
import { client, queryClient } from '../staff-api.ts';
import { ActDialog } from '../ui/act-dialog.tsx';
import { LongTextBox, TextBox, TickBox } from '../ui/fields.tsx';
import { Form } from '../ui/form.tsx';
import { Section } from '../ui/page.tsx';
import { ResolutionBox } from '../ui/resolution-box.tsx';
import { Note, ProblemNote } from '../ui/states.tsx';
import { useWords } from '../words.ts';

interface ApplicationDecisionProps {
  application: Application;
  onApproved: (answer: ApprovedAnswer) => void;
}

/** What may be decided now, by whom, and what it will make. */
export function ApplicationDecision({ application, onApproved }: ApplicationDecisionProps) {
  const t = useWords();
  const may = useMay();
  if (application.status === 'approved') {
    return (
      <Section title={t('application.decided')}>
        <p>
          {t('application.isMember')}{' '}
          {application.memberId !== null && (
            <Link to="/members/$id" params={{ id: application.memberId }}>
              {application.memberNumber}
            </Link>
          )}
        </p>
      </Section>
    );
  }
  if (application.status === 'rejected') return null;
  return (
    <Section title={t('application.decide')} isOnScreenOnly>
      {application.mayDecide ? (
        <ApproveForm application={application} onApproved={onApproved} />
      ) : (
        application.mayNotDecideBecause !== null && <Note>{application.mayNotDecideBecause}</Note>
      )}
      <div className="row">
        {may('application.recommend') && application.status === 'submitted' && (
          <SendBack application={application} act="return" />
        )}
        {application.mayDecide && <SendBack application={application} act="reject" />}
      </div>
    </Section>
  );
}

function ApproveForm({ application, onApproved }: ApplicationDecisionProps) {
  const t = useWords();
  const format = useSocietyFormat();
  const [resolutionNumber, setResolutionNumber] = useState('');
  const [note, setNote] = useState('');
  const [acceptFlags, setAcceptFlags] = useState(false);
  const [phoneSharedReason, setPhoneSharedReason] = useState('');
  const approving = useMutation({
    mutationFn: (body: ApproveApplicationRequest) =>
      client.put('/api/admin/member-requests/{id}/approve', { path: { id: application.id }, body }),
    onSuccess: async (answer) => {
      onApproved(answer);
      await queryClient.invalidateQueries();
    },
    onError: tellDecided,
  });
  const hasFlags = application.flagged.length > 0;
  const sharesPhone =
    application.flagged.some((flag) => /PHONE/.test(flag.code)) && application.phoneSharedReason === null;
  const asksPhoneReason =
    sharesPhone ||
    (approving.error instanceof ProblemError &&
      approving.error.fields.some((field) => field.path === 'phoneSharedReason'));
  const request: ApproveApplicationRequest = {
    ...(resolutionNumber.trim() === '' ? {} : { resolutionNumber: resolutionNumber.trim() }),
    ...(note.trim() === '' ? {} : { note: note.trim() }),
    ...(hasFlags ? { acceptFlags } : {}),
    ...(phoneSharedReason.trim() === '' ? {} : { phoneSharedReason: phoneSharedReason.trim() }),
  };
  const checking = useContractForm('ApproveApplicationBody', request, approving.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (approving.isPending) return;
    approving.mutate(request);
  };
  return (
    <Form onSubmit={submit} checking={checking} saved={approving.data}>
      <p>{t('application.willMake', { amount: format.money(application.duesTotal) })}</p>
      <ResolutionBox
        label={t('application.resolution')}
        isOptional
        value={resolutionNumber}
        onChange={setResolutionNumber}
        problem={checking.problem('resolutionNumber')}
      />
      <TextBox
        label={t('counter.note')}
        isOptional
        maxLength={400}
        name="note"
        value={note}
        onChange={setNote}
        problem={checking.problem('note')}
      />
      {asksPhoneReason && (
        <TextBox
          label={t('register.phoneShared')}
          hint={t('register.phoneSharedHow')}
          maxLength={200}
          name="phoneSharedReason"
          value={phoneSharedReason}
          onChange={setPhoneSharedReason}
          problem={checking.problem('phoneSharedReason')}
        />
      )}
      {hasFlags && (
        <TickBox
          label={t('application.acceptFlags')}
          isTicked={acceptFlags}
          onChange={setAcceptFlags}
          problem={checking.problem('acceptFlags')}
        />
      )}
      <ProblemNote error={approving.error} takesFocus />
      <div className="row">
        <Button type="submit" variant="filled" loading={approving.isPending}>
          {t('application.approve')}
        </Button>
      </div>
    </Form>
  );
}

/** Somebody else was quicker: the sentence outlives the form, and the page shows what they decided. */
function tellDecided(error: Error): void {
  if (!(error instanceof ProblemError) || error.code !== 'APPLICATION_DECIDED') return;
  showToast(error.detail);
  void queryClient.invalidateQueries();
}

const sendBackPaths = {
  return: '/api/admin/member-requests/{id}/return',
  reject: '/api/admin/member-requests/{id}/reject',
} as const;

function SendBack({ application, act }: { application: Application; act: 'return' | 'reject' }) {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const sending = useMutation({
    mutationFn: () => client.put(sendBackPaths[act], { path: { id: application.id }, body: { reason: reason.trim() } }),
    onSuccess: async () => {
      setOpen(false);
      setReason('');
      showToast(t(`application.${act}ed`, { name: application.name }));
      await queryClient.invalidateQueries();
    },
    onError: tellDecided,
  });
  return (
    <>
      <Button {...(act === 'reject' ? { color: 'red', variant: 'outline' } : {})} onClick={() => setOpen(true)}>
        {t(`application.${act}`)}
      </Button>
      <ActDialog
        title={t(`application.${act}Title`, { name: application.name })}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        act={t(`application.${act}Now`)}
        onAct={() => sending.mutate()}
        isBusy={sending.isPending}
        isReady={reason.trim().length >= 5}
        isDanger={act === 'reject'}
        error={sending.error}
      >
        <p>{t(`application.${act}How`)}</p>
        <LongTextBox
          label={t('act.reason')}
          hint={t('application.reasonSeen')}
          autoFocus
          maxLength={400}
          value={reason}
          onChange={setReason}
          problem={fieldProblem(sending.error, 'reason')}
        />
      </ActDialog>
    </>
  );
}
