import { useState } from 'react';
import { useContractForm } from '../../shared/use-contract-form.ts';
import type { Meeting, MeetingResolution } from '../answers.ts';
import { client } from '../staff-api.ts';
import { ActDialog } from '../ui/act-dialog.tsx';
import { ChoiceBox, TextBox } from '../ui/fields.tsx';
import { useWords } from '../words.ts';
import { PresentBox } from './present-box.tsx';
import { useMeetingAct } from './use-meeting.ts';

interface ActProps {
  resolution: MeetingResolution;
  onClose: () => void;
}
interface MeetingActProps extends ActProps {
  meeting: Meeting;
}

const choices = ['for', 'against', 'abstain'] as const;
type Choice = (typeof choices)[number];

export function CountHands({ resolution: { id }, onClose }: ActProps) {
  const t = useWords();
  const [inFavour, setFor] = useState('');
  const [against, setAgainst] = useState('');
  const [abstained, setAbstained] = useState('0');
  const counted = { for: Number(inFavour), against: Number(against), abstained: Number(abstained) };
  const counting = useMeetingAct(
    () => client.post('/api/resolutions/{id}/hands', { path: { id }, body: counted }),
    t('meetings.decided'),
    onClose,
  );
  const checking = useContractForm('HandsBody', counted, counting.error);
  const isCount = (typed: string) => /^\d{1,6}$/.test(typed.trim());
  const field = (name: keyof typeof counted, label: string, value: string, onChange: (typed: string) => void) => (
    <TextBox
      label={label}
      name={name}
      inputMode="numeric"
      takesDigits
      maxLength={6}
      value={value}
      onChange={onChange}
      problem={checking.problem(name)}
    />
  );
  return (
    <ActDialog
      title={t('meetings.hands')}
      isOpen
      onClose={onClose}
      act={t('meetings.hands')}
      onAct={() => counting.mutate(undefined)}
      isBusy={counting.isPending}
      isReady={[inFavour, against, abstained].every(isCount)}
      error={counting.error}
      checking={checking}
    >
      {field('for', t('meetings.handsFor'), inFavour, setFor)}
      {field('against', t('meetings.handsAgainst'), against, setAgainst)}
      {field('abstained', t('meetings.handsAbstained'), abstained, setAbstained)}
    </ActDialog>
  );
}

export function OpenVote({ resolution: { id }, onClose }: ActProps) {
  const t = useWords();
  const [manner, setManner] = useState<'secret' | 'open'>('secret');
  const opening = useMeetingAct(
    () => client.post('/api/resolutions/{id}/vote', { path: { id }, body: { manner } }),
    t('meetings.voteOpened'),
    onClose,
  );
  return (
    <ActDialog
      title={t('meetings.openVote')}
      isOpen
      onClose={onClose}
      act={t('meetings.openVote')}
      onAct={() => opening.mutate(undefined)}
      isBusy={opening.isPending}
      error={opening.error}
    >
      <ChoiceBox
        label={t('meetings.openVote')}
        name="manner"
        value={manner}
        choices={[
          { value: 'secret' as const, label: t('meetings.openSecret') },
          { value: 'open' as const, label: t('meetings.openNamed') },
        ]}
        onChange={(chosen) => chosen !== '' && setManner(chosen)}
      />
    </ActDialog>
  );
}

function ChoiceOfVote({ value, onChange }: { value: Choice | ''; onChange: (choice: Choice | '') => void }) {
  const t = useWords();
  return (
    <ChoiceBox
      label={t('meetings.castChoice')}
      name="choice"
      value={value}
      choices={choices.map((choice) => ({ value: choice, label: t(`meeting.choice.${choice}`) }))}
      onChange={onChange}
    />
  );
}

export function OwnVote({ resolution: { id }, onClose }: ActProps) {
  const t = useWords();
  const [choice, setChoice] = useState<Choice | ''>('');
  const voting = useMeetingAct(
    (chosen: Choice) => client.post('/api/resolutions/{id}/ballots', { path: { id }, body: { choice: chosen } }),
    t('meetings.castDone'),
    onClose,
  );
  return (
    <ActDialog
      title={t('meetings.castOwn')}
      isOpen
      onClose={onClose}
      act={t('meetings.castOwn')}
      onAct={() => choice !== '' && voting.mutate(choice)}
      isBusy={voting.isPending}
      isReady={choice !== ''}
      error={voting.error}
    >
      <ChoiceOfVote value={choice} onChange={setChoice} />
    </ActDialog>
  );
}

export function VoteAtDesk({ meeting, resolution: { id }, onClose }: MeetingActProps) {
  const t = useWords();
  const [inviteeId, setInvitee] = useState('');
  const [choice, setChoice] = useState<Choice | ''>('');
  const voting = useMeetingAct(
    (chosen: Choice) =>
      client.post('/api/resolutions/{id}/ballots', { path: { id }, body: { choice: chosen, inviteeId } }),
    t('meetings.castDone'),
    onClose,
  );
  return (
    <ActDialog
      title={t('meetings.castAtDesk')}
      isOpen
      onClose={onClose}
      act={t('meetings.castAtDesk')}
      onAct={() => choice !== '' && voting.mutate(choice)}
      isBusy={voting.isPending}
      isReady={choice !== '' && inviteeId !== ''}
      error={voting.error}
    >
      <p>{t('meetings.castHow')}</p>
      <PresentBox
        meetingId={meeting.id}
        label={t('meetings.castWho')}
        name="inviteeId"
        value={inviteeId}
        onChange={setInvitee}
      />
      <ChoiceOfVote value={choice} onChange={setChoice} />
    </ActDialog>
  );
}

export function CastingVote({ resolution: { id }, onClose }: ActProps) {
  const t = useWords();
  const [choice, setChoice] = useState<'for' | 'against' | ''>('');
  const casting = useMeetingAct(
    (chosen: 'for' | 'against') =>
      client.post('/api/resolutions/{id}/casting-vote', { path: { id }, body: { choice: chosen } }),
    t('meetings.decided'),
    onClose,
  );
  return (
    <ActDialog
      title={t('meetings.castingVote')}
      isOpen
      onClose={onClose}
      act={t('meetings.castingVote')}
      onAct={() => choice !== '' && casting.mutate(choice)}
      isBusy={casting.isPending}
      isReady={choice !== ''}
      error={casting.error}
    >
      <ChoiceBox
        label={t('meetings.castChoice')}
        name="choice"
        value={choice}
        choices={(['for', 'against'] as const).map((value) => ({ value, label: t(`meeting.choice.${value}`) }))}
        onChange={setChoice}
      />
    </ActDialog>
  );
}

export function DeclareInterest({ meeting, resolution: { id }, onClose }: MeetingActProps) {
  const t = useWords();
  const [inviteeId, setInvitee] = useState('');
  const [reason, setReason] = useState('');
  const body = { inviteeId, reason: reason.trim() };
  const declaring = useMeetingAct(
    () => client.post('/api/resolutions/{id}/interest', { path: { id }, body }),
    t('meetings.interestDone'),
    onClose,
  );
  const checking = useContractForm('InterestBody', body, declaring.error);
  return (
    <ActDialog
      title={t('meetings.interest')}
      isOpen
      onClose={onClose}
      act={t('meetings.interest')}
      onAct={() => declaring.mutate(undefined)}
      isBusy={declaring.isPending}
      isReady={inviteeId !== '' && body.reason.length >= 3}
      error={declaring.error}
      checking={checking}
    >
      <PresentBox
        meetingId={meeting.id}
        label={t('meetings.interestWho')}
        name="inviteeId"
        value={inviteeId}
        onChange={setInvitee}
        problem={checking.problem('inviteeId')}
      />
      <TextBox
        label={t('meetings.interestWhy')}
        name="reason"
        maxLength={200}
        value={reason}
        onChange={setReason}
        problem={checking.problem('reason')}
      />
    </ActDialog>
  );
}
