import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useContractForm } from '../../shared/use-contract-form.ts';
import type { Meeting, MeetingPreparation, MeetingRequest } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { ChoiceBox, DayBox, LongTextBox, TextBox } from '../ui/fields.tsx';
import { Form } from '../ui/form.tsx';
import { Section } from '../ui/page.tsx';
import { ProblemNote } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { meetingKinds } from './meeting-words.ts';

type Item = MeetingRequest['items'][number] & { readonly key: string };

interface MeetingFormProps {
  before?: Meeting;
  preparation: MeetingPreparation;
  isBusy: boolean;
  error: unknown;
  saved: unknown;
  onSend: (body: MeetingRequest) => void;
}

let keys = 0;
const keyed = (item: MeetingRequest['items'][number]): Item => {
  keys += 1;
  return { ...item, key: String(keys) };
};

/** A meeting with its agenda, in the order in which it is spoken of. */
export function MeetingForm({ before, preparation, isBusy, error, saved, onSend }: MeetingFormProps) {
  const t = useWords();
  const format = useSocietyFormat();
  const [kind, setKind] = useState<MeetingRequest['kind']>(before?.kind ?? 'annual');
  const [title, setTitle] = useState(before?.title ?? '');
  const [heldOn, setHeldOn] = useState(before?.heldOn ?? '');
  const [heldTime, setHeldTime] = useState(before?.heldTime ?? '11:00');
  const [place, setPlace] = useState(before?.place ?? '');
  const [link, setLink] = useState(before?.link ?? '');
  const [chairUserId, setChair] = useState(before?.chairUserId ?? '');
  const [items, setItems] = useState<readonly Item[]>(
    () =>
      before?.items.map(({ kind: of, title: about, text, subjectId }) =>
        keyed({ kind: of, title: about, text, subjectId }),
      ) ?? [keyed({ kind: 'text', title: '', text: '' })],
  );
  const rule = preparation.rules.find((one) => one.kind === kind);
  const body: MeetingRequest = {
    ...{ kind, title: title.trim(), heldOn, heldTime: heldTime.trim(), place: place.trim(), chairUserId },
    link: link.trim() === '' ? null : link.trim(),
    items: items.map(({ kind: of, title: about, text, subjectId }) => ({
      ...{ kind: of, title: about.trim(), text: (text ?? '').trim(), subjectId: subjectId ?? null },
    })),
  };
  const checking = useContractForm('MeetingBody', body, error);
  const isReady =
    body.title.length >= 3 &&
    heldOn !== '' &&
    body.place.length >= 3 &&
    chairUserId !== '' &&
    body.items.every((item) => item.title.length >= 3);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isBusy && isReady) onSend(body);
  };
  return (
    <Form onSubmit={submit} checking={checking} saved={saved}>
      <Section title={t('meetings.what')}>
        <div className="form-grid">
          <ChoiceBox
            label={t('meetings.pickKind')}
            name="kind"
            value={kind}
            choices={meetingKinds.map((value) => ({ value, label: t(`meeting.kind.${value}`) }))}
            onChange={(chosen) => chosen !== '' && setKind(chosen)}
            problem={checking.problem('kind')}
          />
          <TextBox
            label={t('meetings.name')}
            name="title"
            maxLength={160}
            value={title}
            onChange={setTitle}
            problem={checking.problem('title')}
          />
          <DayBox
            label={t('meetings.day')}
            name="heldOn"
            hint={
              rule === undefined
                ? undefined
                : t('meetings.earliest', { days: rule.clearDays, day: format.day(rule.earliest) })
            }
            value={heldOn}
            onChange={setHeldOn}
            problem={checking.problem('heldOn')}
          />
          <TextBox
            label={t('meetings.time')}
            name="heldTime"
            takesDigits
            maxLength={5}
            value={heldTime}
            onChange={setHeldTime}
            problem={checking.problem('heldTime')}
          />
          <TextBox
            label={t('meeting.place')}
            name="place"
            maxLength={200}
            value={place}
            onChange={setPlace}
            problem={checking.problem('place')}
          />
          <TextBox
            label={t('meeting.link')}
            name="link"
            hint={t('meetings.linkHow')}
            isOptional
            maxLength={300}
            value={link}
            onChange={setLink}
            problem={checking.problem('link')}
          />
          <ChoiceBox
            label={t('meeting.chair')}
            name="chairUserId"
            hint={t('meetings.chairHow')}
            value={chairUserId}
            choices={preparation.committee.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setChair}
            problem={checking.problem('chairUserId')}
          />
        </div>
      </Section>
      <Agenda items={items} preparation={preparation} problem={checking.problem} onChange={setItems} />
      <ProblemNote error={error} takesFocus />
      <div className="row">
        <Button type="submit" variant="filled" loading={isBusy} disabled={!isReady}>
          {t('meetings.save')}
        </Button>
      </div>
    </Form>
  );
}

interface AgendaProps {
  items: readonly Item[];
  preparation: MeetingPreparation;
  problem: (field: string) => string | undefined;
  onChange: (items: readonly Item[]) => void;
}

function Agenda({ items, preparation, problem, onChange }: AgendaProps) {
  const t = useWords();
  const set = (key: string, part: Partial<Item>) =>
    onChange(items.map((item) => (item.key === key ? { ...item, ...part } : item)));
  const up = (place: number) => {
    const moved = items[place];
    if (moved === undefined) return;
    const others = items.filter((item) => item !== moved);
    onChange([...others.slice(0, place - 1), moved, ...others.slice(place - 1)]);
  };
  const waiting = preparation.waiting.filter(
    (one) => !items.some(({ kind, subjectId }) => kind === one.kind && subjectId === one.subjectId),
  );
  const isBlank = ({ title, text }: Item) => title.trim() === '' && (text ?? '').trim() === '';
  return (
    <Section title={t('meeting.agenda')}>
      <ol className="stack plain-list narrow-wide">
        {items.map((item, place) => (
          <li key={item.key} className="stack">
            <TextBox
              label={`${t('meetings.item', { place: place + 1 })}: ${t('meetings.itemTitle')}`}
              name={`items.${place}.title`}
              maxLength={200}
              value={item.title}
              onChange={(title) => set(item.key, { title })}
              problem={problem(`items.${place}.title`) ?? problem(`items.${place}.subjectId`)}
            />
            <LongTextBox
              label={t('meetings.itemText')}
              name={`items.${place}.text`}
              isOptional
              rows={2}
              maxLength={2000}
              value={item.text ?? ''}
              onChange={(text) => set(item.key, { text })}
              problem={problem(`items.${place}.text`)}
            />
            <div className="row">
              {place > 0 && (
                <Button size="compact-sm" variant="subtle" onClick={() => up(place)}>
                  {t('meetings.itemUp', { place: place + 1 })}
                </Button>
              )}
              {items.length > 1 && (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  onClick={() => onChange(items.filter(({ key }) => key !== item.key))}
                >
                  {t('meetings.dropItem', { place: place + 1 })}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ol>
      <div className="row">
        <Button onClick={() => onChange([...items, keyed({ kind: 'text', title: '', text: '' })])}>
          {t('meetings.addItem')}
        </Button>
      </div>
      {waiting.length > 0 && (
        <>
          <h3>{t('meetings.waiting')}</h3>
          <div className="row">
            {waiting.map((one) => (
              <Button
                key={`${one.kind} ${one.subjectId}`}
                size="compact-sm"
                onClick={() => onChange([...items.filter((item) => !isBlank(item)), keyed(one)])}
              >
                {t('meetings.addWaiting', { title: one.title })}
              </Button>
            ))}
          </div>
        </>
      )}
    </Section>
  );
}
