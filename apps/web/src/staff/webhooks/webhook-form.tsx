import { useContractForm } from '../../shared/use-contract-form.ts';
import type { AddWebhookRequest } from '../answers.ts';
import { ActDialog } from '../ui/act-dialog.tsx';
import { TextBox, TickBox } from '../ui/fields.tsx';
import { useWords } from '../words.ts';

interface WebhookFormProps {
  title: string;
  act: string;
  typed: AddWebhookRequest;
  offered: AddWebhookRequest['events'];
  onType: (typed: AddWebhookRequest) => void;
  isOpen: boolean;
  isBusy: boolean;
  error: unknown;
  onClose: () => void;
  onAct: () => void;
}

/** Who, where, and of what. */
export function WebhookForm({
  title,
  act,
  typed,
  offered,
  onType,
  isOpen,
  isBusy,
  error,
  onClose,
  onAct,
}: WebhookFormProps) {
  const t = useWords();
  const checking = useContractForm('AddWebhookBody', typed, error);
  const { name, url, events } = typed;
  return (
    <ActDialog
      {...{ title, act, isOpen, isBusy, error, checking, onClose, onAct }}
      isReady={name.trim() !== '' && url.trim() !== '' && events.length > 0}
    >
      <TextBox
        label={t('webhooks.name')}
        name="name"
        maxLength={80}
        value={name}
        onChange={(text) => onType({ ...typed, name: text })}
        problem={checking.problem('name')}
      />
      <TextBox
        label={t('webhooks.url')}
        hint={t('webhooks.urlHow')}
        name="url"
        maxLength={1000}
        value={url}
        onChange={(text) => onType({ ...typed, url: text })}
        problem={checking.problem('url')}
      />
      <fieldset className="stack plain-fieldset">
        <legend>{t('webhooks.events')}</legend>
        {offered.map((event) => (
          <TickBox
            key={event}
            label={t(`webhooks.event.${event}`)}
            isTicked={events.includes(event)}
            onChange={(isTicked) =>
              onType({
                ...typed,
                events: offered.filter((one) => (one === event ? isTicked : events.includes(one))),
              })
            }
          />
        ))}
      </fieldset>
    </ActDialog>
  );
}
