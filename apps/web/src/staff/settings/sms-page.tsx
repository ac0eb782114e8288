import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { noticeLanguageNames } from '../../shared/messages/messages.ts';
import { showToast } from '../../shared/ui/toast.tsx';
import type { SetSmsProviderRequest, SetSmsTemplateRequest, SmsTemplate, SmsView } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat } from '../society.tsx';
import { client, queryClient } from '../staff-api.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Facts } from '../ui/facts.tsx';
import { ChoiceBox, LongTextBox, PasswordBox, TextBox } from '../ui/fields.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Answered, Empty, Note, ProblemNote } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { ReasonBox, RuleChangeForm, WaitingLink } from './rule-change.tsx';

const LANGUAGES = ['en', 'hi', 'ne'] as const;
const SLOTS = [
  'amount',
  'number',
  'account',
  'loan',
  'dueOn',
  'payBy',
  'level',
  'memberNumber',
  'notice',
  'society',
  'code',
] as const;
const VARIABLE = /\{#var#\}/g;
const BODY = '{"to":"{to}","message":"{text}","sender":"{sender}","pe":"{entityId}","template":"{templateId}"}';

/** Through whom SMS go, and the texts that are registered for them. */
export function SmsPage() {
  const t = useWords();
  const sms = useQuery({ queryKey: ['sms'], queryFn: () => client.get('/api/sms') });
  const provider = sms.data?.provider;
  return (
    <Page title={provider == null ? t('sms.titleNone') : t('sms.title', { name: provider.name })}>
      <p>
        {t('sms.how')} <Link to="/deliveries">{t('nav.deliveries')}</Link>
      </p>
      <Answered query={sms} lines={6}>
        {(view) => (
          <>
            <Provider view={view} />
            <Templates view={view} />
          </>
        )}
      </Answered>
    </Page>
  );
}

function Provider({ view: { provider, pricePerPart, waiting } }: { view: SmsView }) {
  const t = useWords();
  const format = useSocietyFormat();
  const may = useMay()('settings.change');
  const waits = waiting.find(({ rule }) => rule === 'sms-provider');
  const [isOpen, setOpen] = useState(false);
  const ending = useMutation({
    mutationFn: () => client.delete('/api/sms/provider', {}),
    onSuccess: async () => {
      showToast(t('sms.ended'));
      await queryClient.invalidateQueries();
    },
  });
  return (
    <Section title={t('sms.provider')}>
      {provider !== null && (
        <Facts
          facts={[
            [
              t('sms.url'),
              <span key="url" className="breakable">
                {provider.url}
              </span>,
            ],
            [t('sms.sender'), provider.sender],
            [t('sms.entityId'), provider.entityId === '' ? '–' : provider.entityId],
            [t('sms.price'), format.money(pricePerPart)],
            [t('sms.since'), format.instant(provider.startedAt)],
            [t('sms.by'), [provider.setBy, provider.approvedBy].filter((name) => name !== null).join(', ') || '–'],
          ]}
        />
      )}
      <ProblemNote error={ending.error} takesFocus />
      {waits !== undefined && (
        <Note>
          {t('rule.isWaiting')} <WaitingLink approvalId={waits.approvalId} />
        </Note>
      )}
      {may && waits === undefined && !isOpen && (
        <div className="row">
          <Button variant={provider === null ? 'filled' : 'default'} onClick={() => setOpen(true)}>
            {t(provider === null ? 'sms.setProvider' : 'sms.changeProvider')}
          </Button>
          {provider !== null && (
            <Button variant="subtle" color="red" loading={ending.isPending} onClick={() => ending.mutate()}>
              {t('sms.end')}
            </Button>
          )}
        </div>
      )}
      {may && waits === undefined && isOpen && <SetProvider />}
    </Section>
  );
}

function SetProvider() {
  const t = useWords();
  const [typed, setTyped] = useState<SetSmsProviderRequest>({
    ...{ name: '', url: 'https://', body: BODY, authHeader: 'authorization', secret: '', sender: '', entityId: '' },
  });
  const [reason, setReason] = useState('');
  const set = (field: keyof SetSmsProviderRequest) => (value: string) => setTyped({ ...typed, [field]: value });
  const body = { ...typed, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) };
  const isReady = typed.name !== '' && typed.secret !== '' && typed.sender !== '' && URL.canParse(typed.url);
  return (
    <div className="narrow-wide">
      <RuleChangeForm
        request={isReady ? body : undefined}
        body="SetSmsProviderBody"
        typed={body}
        send={(preview) => client.put('/api/sms/provider', { query: { preview }, body })}
      >
        {(problem) => (
          <>
            <TextBox
              label={t('sms.name')}
              name="name"
              maxLength={80}
              value={typed.name}
              onChange={set('name')}
              problem={problem('name')}
            />
            <TextBox
              label={t('sms.url')}
              name="url"
              maxLength={400}
              value={typed.url}
              onChange={set('url')}
              problem={problem('url')}
            />
            <LongTextBox
              label={t('sms.body')}
              hint={t('sms.bodyHow')}
              rows={4}
              maxLength={2000}
              value={typed.body}
              onChange={set('body')}
              problem={problem('body')}
            />
            <TextBox
              label={t('sms.authHeader')}
              name="authHeader"
              maxLength={60}
              value={typed.authHeader}
              onChange={set('authHeader')}
              problem={problem('authHeader')}
            />
            <PasswordBox
              label={t('sms.secret')}
              hint={t('sms.secretHow')}
              autoComplete="new-password"
              value={typed.secret}
              onChange={set('secret')}
              problem={problem('secret')}
            />
            <TextBox
              label={t('sms.sender')}
              hint={t('sms.senderHow')}
              name="sender"
              maxLength={11}
              value={typed.sender}
              onChange={set('sender')}
              problem={problem('sender')}
            />
            <TextBox
              label={t('sms.entityId')}
              name="entityId"
              maxLength={30}
              isOptional
              value={typed.entityId}
              onChange={set('entityId')}
              problem={problem('entityId')}
            />
            <ReasonBox value={reason} onChange={setReason} problem={problem('reason')} />
          </>
        )}
      </RuleChangeForm>
    </div>
  );
}

function Templates({ view }: { view: SmsView }) {
  const t = useWords();
  const format = useSocietyFormat();
  const may = useMay()('settings.change');
  const [isOpen, setOpen] = useState(false);
  const ending = useMutation({
    mutationFn: (id: string) => client.delete('/api/sms/templates/{id}', { path: { id } }),
    onSuccess: () => queryClient.invalidateQueries(),
  });
  const titleOf = (event: string) => view.events.find((one) => one.event === event)?.title ?? event;
  const columns: Column<SmsTemplate>[] = [
    { name: 'event', heading: t('sms.event'), isLong: true, cell: ({ event }) => titleOf(event) },
    {
      name: 'text',
      heading: t('sms.text'),
      isLong: true,
      cell: ({ text, language }) => <span lang={language}>{text}</span>,
    },
    {
      name: 'slots',
      heading: t('sms.slots'),
      isMinor: true,
      isLong: true,
      cell: ({ slots }) => slots.map((slot) => t(`sms.slot.${slot}`)).join(', '),
    },
    { name: 'language', heading: t('sms.language'), cell: ({ language }) => noticeLanguageNames[language] },
    { name: 'version', heading: t('sms.version'), cell: ({ version }) => version },
    { name: 'dlt', heading: t('sms.dltId'), isMinor: true, cell: ({ dltId }) => (dltId === '' ? '–' : dltId) },
    {
      name: 'held',
      heading: t('sms.held'),
      cell: ({ id, startedAt, endedAt }) =>
        endedAt === null ? (
          <>
            {t('sms.heldSince', { at: format.instant(startedAt) })}{' '}
            {may && (
              <Button size="compact-sm" variant="subtle" color="red" onClick={() => ending.mutate(id)}>
                {t('sms.endText')}
              </Button>
            )}
          </>
        ) : (
          t('sms.heldUntil', { at: format.instant(endedAt) })
        ),
    },
  ];
  return (
    <Section title={t('sms.texts')}>
      <ProblemNote error={ending.error} takesFocus />
      {view.waiting
        .filter(({ rule }) => rule !== 'sms-provider')
        .map(({ approvalId }) => (
          <Note key={approvalId}>
            {t('rule.isWaiting')} <WaitingLink approvalId={approvalId} />
          </Note>
        ))}
      {view.templates.length === 0 ? (
        <Empty title={t('sms.noTexts')}>{t('sms.noTextsHow')}</Empty>
      ) : (
        <DataTable caption={t('sms.texts')} columns={columns} rows={view.templates} rowKey={({ id }) => id} />
      )}
      {may && !isOpen && (
        <div className="row">
          <Button onClick={() => setOpen(true)}>{t('sms.addText')}</Button>
        </div>
      )}
      {may && isOpen && <SetTemplate events={view.events} />}
    </Section>
  );
}

function SetTemplate({ events }: { events: SmsView['events'] }) {
  const t = useWords();
  const [event, setEvent] = useState('receipt.issued');
  const [language, setLanguage] = useState<SmsTemplate['language']>('en');
  const [text, setText] = useState('');
  const [dltId, setDltId] = useState('');
  const [chosen, setChosen] = useState<SmsTemplate['slots']>([]);
  const [reason, setReason] = useState('');
  const count = (text.match(VARIABLE) ?? []).length;
  const slots = Array.from({ length: count }, (_, at) => chosen[at] ?? 'society');
  const body: SetSmsTemplateRequest = {
    ...{ event, language, text: text.trim(), slots, dltId },
    ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
  };
  return (
    <div className="narrow-wide">
      <RuleChangeForm
        request={text.trim().length < 5 ? undefined : body}
        body="SetSmsTemplateBody"
        typed={body}
        send={(preview) => client.put('/api/sms/templates', { query: { preview }, body })}
      >
        {(problem) => (
          <>
            <ChoiceBox
              label={t('sms.event')}
              value={event}
              choices={events.map((one) => ({ value: one.event, label: one.title }))}
              onChange={(one) => one !== '' && setEvent(one)}
              problem={problem('event')}
            />
            <ChoiceBox
              label={t('sms.language')}
              value={language}
              choices={LANGUAGES.map((value) => ({ value, label: noticeLanguageNames[value] }))}
              onChange={(one) => one !== '' && setLanguage(one)}
            />
            <LongTextBox
              label={t('sms.text')}
              hint={t('sms.textHow')}
              rows={4}
              maxLength={700}
              value={text}
              onChange={setText}
              problem={problem('text')}
            />
            {slots.map((slot, at) => (
              <ChoiceBox
                // biome-ignore lint/suspicious/noArrayIndexKey: the places of a text have no other name.
                key={at}
                label={t('sms.slotAt', { place: at + 1 })}
                value={slot}
                choices={SLOTS.map((value) => ({ value, label: t(`sms.slot.${value}`) }))}
                onChange={(one) => one !== '' && setChosen(slots.map((other, place) => (place === at ? one : other)))}
              />
            ))}
            <TextBox
              label={t('sms.dltId')}
              name="dltId"
              maxLength={30}
              isOptional
              value={dltId}
              onChange={setDltId}
              problem={problem('dltId')}
            />
            <ReasonBox value={reason} onChange={setReason} problem={problem('reason')} />
          </>
        )}
      </RuleChangeForm>
    </div>
  );
}
