import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Meeting } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { client } from '../staff-api.ts';
import { ActDialog } from '../ui/act-dialog.tsx';
import { DayBox, TextBox } from '../ui/fields.tsx';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { useWords } from '../words.ts';
import { useMeetingAct } from './use-meeting.ts';

type Shown = 'call' | 'postpone' | 'cancel' | 'adjourn' | 'close';

/** What the secretary and the chair do about a meeting as it stands. */
export function MeetingActs({ meeting }: { meeting: Meeting }) {
  const t = useWords();
  const [shown, setShown] = useState<Shown>();
  const path = { id: meeting.id };
  const opening = useMeetingAct(() => client.post('/api/meetings/{id}/opening', { path }), t('meetings.opened'));
  const fixing = useMeetingAct(() => client.post('/api/meetings/{id}/voters', { path }), t('meetings.fixed'));
  const { state, may, isAdjourned, adjournableTo } = meeting;
  const close = () => setShown(undefined);
  return (
    <>
      {state === 'draft' && may.manage && (
        <>
          <Button variant="filled" onClick={() => setShown('call')}>
            {t('meetings.call')}
          </Button>
          <Button renderRoot={(props) => <Link to="/meetings/$id/change" params={path} {...props} />}>
            {t('meetings.change')}
          </Button>
        </>
      )}
      {state === 'called' && may.chair && (
        <Button variant="filled" loading={opening.isPending} onClick={() => opening.mutate(undefined)}>
          {t('meetings.open')}
        </Button>
      )}
      {state === 'called' && may.manage && !isAdjourned && (
        <Button loading={fixing.isPending} onClick={() => fixing.mutate(undefined)}>
          {t('meetings.fixVoters')}
        </Button>
      )}
      {state === 'called' && may.manage && (
        <Button onClick={() => setShown('postpone')}>{t('meetings.postpone')}</Button>
      )}
      {(state === 'draft' || state === 'called') && may.manage && (
        <Button onClick={() => setShown('cancel')}>{t('meetings.cancel')}</Button>
      )}
      {adjournableTo !== null && may.chair && (
        <Button onClick={() => setShown('adjourn')}>{t('meetings.adjourn')}</Button>
      )}
      {state === 'open' && may.chair && <Button onClick={() => setShown('close')}>{t('meetings.close')}</Button>}
      {opening.error !== null && <Refused error={opening.error} onClose={() => opening.reset()} />}
      {shown === 'call' && <Call meeting={meeting} onClose={close} />}
      {shown === 'close' && <Close meeting={meeting} onClose={close} />}
      {(shown === 'postpone' || shown === 'adjourn') && <Move meeting={meeting} how={shown} onClose={close} />}
      {shown === 'cancel' && (
        <ReasonDialog
          title={t('meetings.cancel')}
          act={t('meetings.cancel')}
          done={t('meetings.cancelled')}
          bodyName="CancelMeetingBody"
          asked={{}}
          isDanger
          onAsk={(body) => client.post('/api/meetings/{id}/cancellation', { path, body })}
          onClose={close}
        >
          <p>{meeting.title}</p>
        </ReasonDialog>
      )}
    </>
  );
}

/** Why the meeting cannot begin yet. */
function Refused({ error, onClose }: { error: unknown; onClose: () => void }) {
  const t = useWords();
  return (
    <ActDialog
      title={t('meetings.open')}
      isOpen
      onClose={onClose}
      act={t('meetings.open')}
      onAct={onClose}
      isBusy={false}
      isReady={false}
      error={error}
    >
      {null}
    </ActDialog>
  );
}

function Call({ meeting: { id }, onClose }: { meeting: Meeting; onClose: () => void }) {
  const t = useWords();
  const calling = useMeetingAct(
    () => client.post('/api/meetings/{id}/call', { path: { id } }),
    t('meetings.called'),
    onClose,
  );
  return (
    <ActDialog
      title={t('meetings.call')}
      isOpen
      onClose={onClose}
      act={t('meetings.call')}
      onAct={() => calling.mutate(undefined)}
      isBusy={calling.isPending}
      error={calling.error}
    >
      <p>{t('meetings.callHow')}</p>
    </ActDialog>
  );
}

function Close({ meeting: { id }, onClose }: { meeting: Meeting; onClose: () => void }) {
  const t = useWords();
  const closing = useMeetingAct(
    () => client.post('/api/meetings/{id}/closure', { path: { id } }),
    t('meetings.closedDone'),
    onClose,
  );
  return (
    <ActDialog
      title={t('meetings.close')}
      isOpen
      onClose={onClose}
      act={t('meetings.close')}
      onAct={() => closing.mutate(undefined)}
      isBusy={closing.isPending}
      error={closing.error}
    >
      <p>{t('meetings.closeHow')}</p>
    </ActDialog>
  );
}

interface MoveProps {
  meeting: Meeting;
  how: 'postpone' | 'adjourn';
  onClose: () => void;
}

/** To another day: by the office before it, or for want of a quorum in it. */
function Move({ meeting: { id, heldTime: before, adjournableTo }, how, onClose }: MoveProps) {
  const t = useWords();
  const format = useSocietyFormat();
  const [heldOn, setHeldOn] = useState(how === 'adjourn' ? (adjournableTo?.heldOn ?? '') : '');
  const [heldTime, setHeldTime] = useState(how === 'adjourn' ? (adjournableTo?.heldTime ?? '') : before);
  const path = { id };
  return (
    <ReasonDialog
      title={t(`meetings.${how}`)}
      act={t(`meetings.${how}`)}
      done={t(how === 'adjourn' ? 'meetings.adjournedDone' : 'meetings.postponed')}
      bodyName="MoveMeetingBody"
      asked={{ heldOn, heldTime: heldTime.trim() }}
      isReady={heldOn !== ''}
      onAsk={(body) =>
        how === 'adjourn'
          ? client.post('/api/meetings/{id}/adjournment', { path, body })
          : client.post('/api/meetings/{id}/postponement', { path, body })
      }
      onClose={onClose}
    >
      {(problem) => (
        <>
          {how === 'adjourn' && adjournableTo !== null && (
            <p>{t('meetings.adjournHow', { day: format.day(adjournableTo.heldOn), time: adjournableTo.heldTime })}</p>
          )}
          <DayBox
            label={t('meetings.newDay')}
            name="heldOn"
            value={heldOn}
            onChange={setHeldOn}
            problem={problem('heldOn')}
          />
          <TextBox
            label={t('meetings.time')}
            name="heldTime"
            takesDigits
            maxLength={5}
            value={heldTime}
            onChange={setHeldTime}
            problem={problem('heldTime')}
          />
        </>
      )}
    </ReasonDialog>
  );
}
