import { memberLoginAllowed, memberStatusChangesFrom, moneyInAllowed, moneyOutAllowed } from '@kafal/core';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useContractForm } from '../../shared/use-contract-form.ts';
import type { Member, MemberStatus, StatusChangeRequest } from '../answers.ts';
import { useMay } from '../session.ts';
import { useMe } from '../shell/shell-queries.ts';
import { client, queryClient } from '../staff-api.ts';
import { ActDialog } from '../ui/act-dialog.tsx';
import { ChoiceBox, DayBox, LongTextBox } from '../ui/fields.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { Note } from '../ui/states.tsx';
import { useWords } from '../words.ts';

/** A change of status is an act of its own, with what it stops and allows said before it is asked for. */
export function ChangeStatus({ member }: { member: Member }) {
  const t = useWords();
  const may = useMay();
  const { data: me } = useMe();
  const [isOpen, dialog] = useDisclosure(false);
  const [toStatus, setToStatus] = useState<MemberStatus | ''>('');
  const [reason, setReason] = useState('');
  const [chosenDay, setChosenDay] = useState<string>();
  const effectiveOn = chosenDay ?? me?.businessDate ?? '';
  const changing = useMutation({
    mutationFn: (request: StatusChangeRequest) =>
      client.post('/api/members/{id}/status-changes', { path: { id: member.id }, body: request }),
    onSuccess: () => queryClient.invalidateQueries(),
  });
  const typed = {
    ...(toStatus === '' ? {} : { toStatus }),
    reason: reason.trim(),
    ...(effectiveOn === '' ? {} : { effectiveOn }),
  };
  const checking = useContractForm('StatusChangeBody', typed, changing.error);
  // Nobody declares dues paid: the last payment makes a member active.
  const rules = memberStatusChangesFrom(member.status).filter(
    (rule) => !(rule.from === 'pending_payment' && rule.to === 'active'),
  );
  if (!may('member.status.request') || (rules.length === 0 && !isOpen)) return null;
  const rule = rules.find((one) => one.to === toStatus);
  const close = () => {
    dialog.close();
    changing.reset();
    setToStatus('');
    setReason('');
    setChosenDay(undefined);
  };
  return (
    <>
      <Button onClick={dialog.open}>{t('status.change')}</Button>
      {changing.data !== undefined ? (
        <SidePanel title={t('status.changeOf', { name: member.name })} isOpen={isOpen} onClose={close}>
          <div className="stack" role="status">
            {changing.data.applied ? (
              <Note tone="good">{t('status.changed', { status: t(`member.status.${changing.data.status}`) })}</Note>
            ) : (
              <Note>
                {t('status.waits')}{' '}
                {changing.data.approvalId !== null && (
                  <Link to="/approvals/$id" params={{ id: changing.data.approvalId }}>
                    {t('approval.open')}
                  </Link>
                )}
              </Note>
            )}
            <p>{t('status.back')}</p>
            <div className="row">
              <Button onClick={close}>{t('act.close')}</Button>
            </div>
          </div>
        </SidePanel>
      ) : (
        <ActDialog
          title={t('status.changeOf', { name: member.name })}
          isOpen={isOpen}
          onClose={close}
          act={rule?.secondPerson === true ? t('status.ask') : t('status.changeNow')}
          onAct={() => toStatus !== '' && changing.mutate({ ...typed, toStatus, effectiveOn })}
          isBusy={changing.isPending}
          isReady={toStatus !== '' && typed.reason.length >= 5 && effectiveOn !== ''}
          error={changing.error}
          checking={checking}
        >
          <p>{t('status.now', { status: t(`member.status.${member.status}`) })}</p>
          <ChoiceBox<MemberStatus>
            label={t('status.to')}
            name="toStatus"
            value={toStatus}
            choices={rules.map((one) => ({ value: one.to, label: t(`member.status.${one.to}`) }))}
            onChange={setToStatus}
            problem={checking.problem('toStatus')}
          />
          {toStatus !== '' && (
            <Effect from={member.status} to={toStatus} needsSecondPerson={rule?.secondPerson === true} />
          )}
          <LongTextBox
            label={t('act.reason')}
            hint={t('act.reasonHow')}
            maxLength={400}
            name="reason"
            value={reason}
            onChange={setReason}
            problem={checking.problem('reason')}
          />
          <DayBox
            label={t('status.effectiveOn')}
            name="effectiveOn"
            value={effectiveOn}
            onChange={setChosenDay}
            problem={checking.problem('effectiveOn')}
          />
        </ActDialog>
      )}
    </>
  );
}

/** What the member may do before and after. */
function Effect({ from, to, needsSecondPerson }: { from: MemberStatus; to: MemberStatus; needsSecondPerson: boolean }) {
  const t = useWords();
  const rows = [
    { label: t('status.moneyIn'), before: moneyInAllowed(from), after: moneyInAllowed(to) },
    { label: t('status.moneyOut'), before: moneyOutAllowed(from), after: moneyOutAllowed(to) },
    { label: t('status.login'), before: memberLoginAllowed(from), after: memberLoginAllowed(to) },
  ];
  const words = (allowed: boolean) => (allowed ? t('status.allowed') : t('status.stopped'));
  return (
    <>
      <table className="table table-plain">
        <caption className="visually-hidden">{t('status.effect')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('status.effect')}</th>
            <th scope="col">{t('status.beforeHead')}</th>
            <th scope="col">{t('status.afterHead')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.label}>
              <th scope="row">{row.label}</th>
              <td>{words(row.before)}</td>
              <td className={row.before === row.after ? undefined : 'strong'}>{words(row.after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {needsSecondPerson && <Note>{t('status.secondPerson')}</Note>}
    </>
  );
}
