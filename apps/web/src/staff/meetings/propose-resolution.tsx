import { useState } from 'react';
import { useContractForm } from '../../shared/use-contract-form.ts';
import type { Meeting } from '../answers.ts';
import { client } from '../staff-api.ts';
import { ActDialog } from '../ui/act-dialog.tsx';
import { ChoiceBox, LongTextBox } from '../ui/fields.tsx';
import { useWords } from '../words.ts';
import { PresentBox } from './present-box.tsx';
import { useMeetingAct } from './use-meeting.ts';

const majorities = ['simple', 'two-thirds', 'three-quarters'] as const;

/** About a loan of the agenda its words stand there already. */
export function ProposeResolution({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const t = useWords();
  const { id, items, resolutions } = meeting;
  const open = items.find(({ id: itemId }) => !resolutions.some((resolution) => resolution.itemId === itemId));
  const wordsFor = (itemId: string) => {
    const item = items.find((one) => one.id === itemId);
    if (item?.kind === 'loan') return t('meetings.resolvedLoan', { title: item.title, text: item.text });
    return item?.kind === 'write-off' ? t('meetings.resolvedWriteOff', { title: item.title }) : '';
  };
  const [itemId, setItemId] = useState(open?.id ?? '');
  const [text, setText] = useState(() => wordsFor(open?.id ?? ''));
  const [proposerId, setProposer] = useState('');
  const [seconderId, setSeconder] = useState('');
  const [majority, setMajority] = useState<(typeof majorities)[number]>('simple');
  const body = { itemId: itemId === '' ? null : itemId, text: text.trim(), proposerId, seconderId, majority };
  const proposing = useMeetingAct(
    () => client.post('/api/meetings/{id}/resolutions', { path: { id }, body }),
    t('meetings.proposed'),
    onClose,
  );
  const checking = useContractForm('ProposeBody', body, proposing.error);
  return (
    <ActDialog
      title={t('meetings.propose')}
      isOpen
      onClose={onClose}
      act={t('meetings.propose')}
      onAct={() => proposing.mutate(undefined)}
      isBusy={proposing.isPending}
      isReady={body.text.length >= 5 && proposerId !== '' && seconderId !== ''}
      error={proposing.error}
      checking={checking}
    >
      <ChoiceBox
        label={t('meetings.aboutItem')}
        name="itemId"
        none={t('meetings.noItem')}
        value={itemId}
        choices={items.map((item, place) => ({ value: item.id, label: `${place + 1}. ${item.title}` }))}
        onChange={(chosen) => {
          setItemId(chosen);
          if (text === wordsFor(itemId)) setText(wordsFor(chosen));
        }}
        problem={checking.problem('itemId')}
      />
      <LongTextBox
        label={t('meetings.proposeText')}
        name="text"
        rows={5}
        maxLength={2000}
        value={text}
        onChange={setText}
        problem={checking.problem('text')}
      />
      <PresentBox
        meetingId={id}
        label={t('meetings.proposer')}
        name="proposerId"
        value={proposerId}
        onChange={setProposer}
        problem={checking.problem('proposerId')}
      />
      <PresentBox
        meetingId={id}
        label={t('meetings.seconder')}
        name="seconderId"
        value={seconderId}
        onChange={setSeconder}
        problem={checking.problem('seconderId')}
      />
      <ChoiceBox
        label={t('meetings.majority')}
        name="majority"
        value={majority}
        choices={majorities.map((value) => ({ value, label: t(`meetings.majority.${value}`) }))}
        onChange={(chosen) => chosen !== '' && setMajority(chosen)}
      />
    </ActDialog>
  );
}
