import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { showToast } from '../../shared/ui/toast.tsx';
import type { NotificationChoices as Choices } from '../answers.ts';
import { client, queryClient } from '../staff-api.ts';
import { ChoiceBox, TickBox } from '../ui/fields.tsx';
import { Section } from '../ui/page.tsx';
import { Answered, ProblemNote } from '../ui/states.tsx';
import { useWords } from '../words.ts';

const WHOSE = ['society', 'own', 'none'] as const;

/** What comes to somebody of the staff by e-mail, and when not. */
export function NotificationChoices() {
  const t = useWords();
  const query = useQuery({
    queryKey: ['notification-choices'],
    queryFn: () => client.get('/api/notification-choices'),
  });
  return (
    <Section title={t('choices.title')} isOnScreenOnly>
      <Answered query={query} lines={4}>
        {(choices) => <ChoicesForm choices={choices} />}
      </Answered>
    </Section>
  );
}

function ChoicesForm({ choices }: { choices: Choices }) {
  const t = useWords();
  const [kinds, setKinds] = useState(choices.kinds);
  const [quiet, setQuiet] = useState(choices.quiet);
  const saving = useMutation({
    mutationFn: () =>
      client.put('/api/notification-choices', {
        body: {
          choices: kinds.flatMap(({ kind, mustCome, email }) =>
            mustCome ? [] : [{ kind, channel: 'email' as const, isOn: email }],
          ),
          quiet: quiet.whose === 'own' ? { whose: 'own', from: quiet.from, to: quiet.to } : { whose: quiet.whose },
          language: choices.language,
        },
      }),
    onSuccess: (kept) => {
      queryClient.setQueryData(['notification-choices'], kept);
      showToast(t('choices.saved'));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!saving.isPending) saving.mutate();
  };
  const { email } = choices.channels;
  return (
    <form className="stack narrow" onSubmit={submit}>
      <p>{email.isThere ? t('choices.way.email', { address: email.address ?? '' }) : t('choices.noWay.email')}</p>
      <fieldset className="stack plain-fieldset">
        <legend>{t('choices.channel.email')}</legend>
        {kinds.map((row) => (
          <TickBox
            key={row.kind}
            label={
              row.mustCome
                ? `${t(`choices.kind.${row.kind}`)}: ${t('choices.always.security')}`
                : t(`choices.kind.${row.kind}`)
            }
            isTicked={row.email}
            isDisabled={row.mustCome}
            onChange={(isOn) =>
              setKinds(kinds.map((other) => (other.kind === row.kind ? { ...other, email: isOn } : other)))
            }
          />
        ))}
      </fieldset>
      <ChoiceBox
        label={t('choices.quiet')}
        hint={t('choices.quietHow')}
        value={quiet.whose}
        choices={WHOSE.map((value) => ({
          value,
          label: t(`choices.quiet.${value}`, { from: quiet.societyFrom, to: quiet.societyTo }),
        }))}
        onChange={(whose) => setQuiet({ ...quiet, whose: whose === '' ? 'society' : whose })}
      />
      {quiet.whose === 'own' && (
        <div className="row">
          <TextInput
            type="time"
            required
            label={t('choices.quietFrom')}
            value={quiet.from}
            onChange={(event) => setQuiet({ ...quiet, from: event.currentTarget.value })}
          />
          <TextInput
            type="time"
            required
            label={t('choices.quietTo')}
            value={quiet.to}
            onChange={(event) => setQuiet({ ...quiet, to: event.currentTarget.value })}
          />
        </div>
      )}
      <ProblemNote error={saving.error} takesFocus />
      <div className="row">
        <Button type="submit" loading={saving.isPending}>
          {t('choices.save')}
        </Button>
      </div>
    </form>
  );
}
