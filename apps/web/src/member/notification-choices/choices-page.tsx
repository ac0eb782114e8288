import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { NotificationChoices } from '../../shared/answers.ts';
import { noticeLanguageNames } from '../../shared/messages/messages.ts';
import { Button } from '../../shared/ui/button.tsx';
import { CheckField, ChoiceField, Field, SelectField } from '../../shared/ui/field.tsx';
import { ProblemNote, Skeleton } from '../../shared/ui/states.tsx';
import { showToast } from '../../shared/ui/toast.tsx';
import { client } from '../member-api.ts';
import { Page } from '../page.tsx';
import { useAct } from '../use-act.ts';
import { PageProblem } from '../waiting-pages.tsx';
import { useChoicesText } from './choices-words.ts';

const CHANNELS = ['push', 'email', 'sms'] as const;
const WHOSE = ['society', 'own', 'none'] as const;
const LANGUAGES = ['en', 'hi', 'ne'] as const;

/** What comes to the member outside of the app, by which way, and when not. */
export function ChoicesPage() {
  const t = useChoicesText();
  const { data, error, refetch, isFetchedAfterMount, fetchStatus } = useQuery({
    queryKey: ['notification-choices'],
    queryFn: () => client.get('/api/notification-choices'),
    refetchOnMount: 'always',
  });
  // The form begins with what it is given, and what this device kept may be older than the last choice.
  const isOld = !isFetchedAfterMount && fetchStatus === 'fetching';
  if (data === undefined && error !== null) {
    return (
      <PageProblem title={t('choices.title')} backTo="/notifications" error={error} onRetry={() => void refetch()} />
    );
  }
  return (
    <Page title={t('choices.title')} backTo="/notifications">
      <p className="quiet">{t('choices.lead')}</p>
      {data === undefined || isOld ? <Skeleton lines={8} /> : <Choices choices={data} />}
    </Page>
  );
}

function Choices({ choices }: { choices: NotificationChoices }) {
  const t = useChoicesText();
  const queries = useQueryClient();
  const [kinds, setKinds] = useState(choices.kinds);
  const [quiet, setQuiet] = useState(choices.quiet);
  const [language, setLanguage] = useState(choices.language);
  const act = useAct(async () => {
    const kept = await client.put('/api/notification-choices', {
      body: {
        choices: kinds.flatMap((row) =>
          row.mustCome ? [] : CHANNELS.map((channel) => ({ kind: row.kind, channel, isOn: row[channel] })),
        ),
        quiet: quiet.whose === 'own' ? { whose: 'own', from: quiet.from, to: quiet.to } : { whose: quiet.whose },
        language,
      },
    });
    queries.setQueryData(['notification-choices'], kept);
    showToast(t('choices.saved'));
  });
  // What never comes is not asked about; a phone may be turned on any day.
  const shownChannels = CHANNELS.filter((channel) => channel === 'push' || choices.channels[channel].isThere);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void act.run(undefined);
  };
  return (
    <form className="stack" onSubmit={submit}>
      <Ways choices={choices} />
      {kinds.map((row) => (
        <fieldset key={row.kind} className="field choice">
          <legend className="field-label">{t(`choices.kind.${row.kind}`)}</legend>
          {row.mustCome ? (
            <p className="field-hint">{t(row.kind === 'legal' ? 'choices.always.legal' : 'choices.always.security')}</p>
          ) : (
            shownChannels.map((channel) => (
              <CheckField
                key={channel}
                label={t(`choices.channel.${channel}`)}
                isChecked={row[channel]}
                onChange={(isOn) =>
                  setKinds(kinds.map((other) => (other.kind === row.kind ? { ...other, [channel]: isOn } : other)))
                }
              />
            ))
          )}
        </fieldset>
      ))}
      <ChoiceField
        label={t('choices.quiet')}
        hint={t('choices.quietHow')}
        value={quiet.whose}
        choices={WHOSE.map((value) => ({
          value,
          label: t(`choices.quiet.${value}`, { from: quiet.societyFrom, to: quiet.societyTo }),
        }))}
        onChange={(whose) => setQuiet({ ...quiet, whose })}
      />
      {quiet.whose === 'own' && (
        <div className="row">
          <Time label={t('choices.quietFrom')} value={quiet.from} onChange={(from) => setQuiet({ ...quiet, from })} />
          <Time label={t('choices.quietTo')} value={quiet.to} onChange={(to) => setQuiet({ ...quiet, to })} />
        </div>
      )}
      <SelectField
        label={t('choices.language')}
        value={language}
        choices={LANGUAGES.map((value) => ({ value, label: noticeLanguageNames[value] }))}
        onChange={setLanguage}
      />
      <ProblemNote error={act.error} takesFocus />
      <Button type="submit" look="filled" isBusy={act.isBusy}>
        {t('choices.save')}
      </Button>
    </form>
  );
}

/** Where what is chosen would go, or that there is no such way. */
function Ways({ choices: { channels } }: { choices: NotificationChoices }) {
  const t = useChoicesText();
  return (
    <div className="note">
      <p>
        {channels.email.isThere
          ? t('choices.way.email', { address: channels.email.address ?? '' })
          : t('choices.noWay.email')}
      </p>
      <p>
        {channels.sms.isThere ? t('choices.way.sms', { address: channels.sms.address ?? '' }) : t('choices.noWay.sms')}
      </p>
      {!channels.push.isThere && <p>{t('choices.noWay.push')}</p>}
    </div>
  );
}

function Time({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <Field label={label}>
      {(described) => (
        <input
          {...described}
          type="time"
          className="field-input"
          required
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
