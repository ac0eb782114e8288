import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { noticeLanguageNames } from '../../shared/messages/messages.ts';
import { PlainText } from '../../shared/ui/plain-text.tsx';
import { useContractForm } from '../../shared/use-contract-form.ts';
import type { Notice, NoticeRequest } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { ChoiceBox, DayBox, LongTextBox, TextBox, TickBox } from '../ui/fields.tsx';
import { Form } from '../ui/form.tsx';
import { Section } from '../ui/page.tsx';
import { ProblemNote } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { audiences, kinds, noticeLanguages, priorities } from './notice-words.ts';
import { useReachWords } from './use-reach.ts';

type Text = NoticeRequest['texts'][number];
type Language = Text['language'];

interface NoticeFormProps {
  before?: Notice;
  act: string;
  isBusy: boolean;
  error: unknown;
  saved: unknown;
  onSend: (body: NoticeRequest) => void;
}

/** A notice in one to three languages; beside it stands what its readers will see. */
export function NoticeForm({ before, act, isBusy, error, saved, onSend }: NoticeFormProps) {
  const t = useWords();
  const isOut = before?.state === 'published' || before?.state === 'expired';
  const [kind, setKind] = useState(before?.kind ?? 'general');
  const [priority, setPriority] = useState(before?.priority ?? 'medium');
  const [audience, setAudience] = useState(before?.audience ?? 'members');
  const [texts, setTexts] = useState<readonly Text[]>(before?.texts ?? [{ language: 'en', title: '', text: '' }]);
  const [publishOn, setPublishOn] = useState(before?.publishOn ?? '');
  const [publishTime, setPublishTime] = useState(before?.publishTime ?? '');
  const [expiresOn, setExpiresOn] = useState(before?.expiresOn ?? '');
  const [isPinned, setPinned] = useState(before?.isPinned ?? false);
  const body: NoticeRequest = {
    ...{ kind, priority, audience, isPinned },
    texts: texts.map(({ language, title, text }) => ({ language, title: title.trim(), text: text.trim() })),
    publishOn: publishOn === '' ? null : publishOn,
    publishTime: publishTime.trim() === '' ? null : publishTime.trim(),
    expiresOn: expiresOn === '' ? null : expiresOn,
  };
  const reach = useReachWords(audience, !isOut);
  const checking = useContractForm('NoticeBody', body, error);
  const change = (language: Language, part: Partial<Text>) =>
    setTexts(texts.map((text) => (text.language === language ? { ...text, ...part } : text)));
  const missing = noticeLanguages.filter((language) => texts.every((text) => text.language !== language));
  const isReady = body.texts.every(({ title, text }) => title.length >= 3 && text.length >= 3);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isBusy && isReady) onSend(body);
  };
  return (
    <Form onSubmit={submit} checking={checking} saved={saved}>
      <Section title={t('board.words')}>
        <div className="form-grid">
          {texts.map(({ language, title, text }, index) => (
            <fieldset key={language} className="plain-fieldset stack" lang={language}>
              <legend>{t('board.inThis', { language: noticeLanguageNames[language] })}</legend>
              <TextBox
                label={t('board.titleIn')}
                name={`texts.${index}.title`}
                maxLength={160}
                value={title}
                onChange={(words) => change(language, { title: words })}
                problem={checking.problem(`texts.${index}.title`)}
              />
              <LongTextBox
                label={t('board.textIn')}
                name={`texts.${index}.text`}
                hint={t('board.textHow')}
                maxLength={6000}
                rows={8}
                value={text}
                onChange={(words) => change(language, { text: words })}
                problem={checking.problem(`texts.${index}.text`)}
              />
              {texts.length > 1 && (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  onClick={() => setTexts(texts.filter((one) => one.language !== language))}
                >
                  {t('board.dropLanguage', { language: noticeLanguageNames[language] })}
                </Button>
              )}
            </fieldset>
          ))}
        </div>
        <div className="row">
          {missing.map((language) => (
            <Button key={language} onClick={() => setTexts([...texts, { language, title: '', text: '' }])}>
              {t('board.addLanguage', { language: noticeLanguageNames[language] })}
            </Button>
          ))}
        </div>
      </Section>
      <Section title={t('board.audience')}>
        <div className="form-grid">
          <ChoiceBox
            label={t('board.kind')}
            name="kind"
            value={kind}
            isDisabled={isOut}
            choices={kinds.map((value) => ({ value, label: t(`board.kind.${value}`) }))}
            onChange={(chosen) => chosen !== '' && setKind(chosen)}
            problem={checking.problem('kind')}
          />
          <ChoiceBox
            label={t('board.audience')}
            name="audience"
            hint={[reach, audiences.indexOf(audience) > 3 && !isOut ? t('board.audienceHow') : '']
              .filter(Boolean)
              .join(' ')}
            value={audience}
            isDisabled={isOut}
            choices={audiences.map((value) => ({ value, label: t(`board.audience.${value}`) }))}
            onChange={(chosen) => chosen !== '' && setAudience(chosen)}
            problem={checking.problem('audience')}
          />
          <ChoiceBox
            label={t('board.priority')}
            name="priority"
            value={priority}
            isDisabled={isOut}
            choices={priorities.map((value) => ({ value, label: t(`board.priority.${value}`) }))}
            onChange={(chosen) => chosen !== '' && setPriority(chosen)}
            problem={checking.problem('priority')}
          />
        </div>
      </Section>
      <Section title={t('board.when')}>
        <div className="form-grid">
          <DayBox
            label={t('board.publishOn')}
            name="publishOn"
            hint={t('board.publishOnHow')}
            isOptional
            isDisabled={isOut}
            value={publishOn}
            onChange={setPublishOn}
            problem={checking.problem('publishOn')}
          />
          <TextBox
            label={t('board.publishTime')}
            name="publishTime"
            hint={t('board.publishTimeHow')}
            isOptional
            isDisabled={isOut || publishOn === ''}
            takesDigits
            maxLength={5}
            value={publishTime}
            onChange={setPublishTime}
            problem={checking.problem('publishTime')}
          />
          <DayBox
            label={t('board.expiresOn')}
            name="expiresOn"
            hint={t('board.expiresOnHow')}
            isOptional
            value={expiresOn}
            onChange={setExpiresOn}
            problem={checking.problem('expiresOn')}
          />
        </div>
        <TickBox label={t('board.pin')} isTicked={isPinned} onChange={setPinned} />
      </Section>
      <Preview kind={kind} texts={texts} expiresOn={body.expiresOn ?? null} />
      <ProblemNote error={error} takesFocus />
      <div className="row">
        <Button type="submit" variant="filled" loading={isBusy} disabled={!isReady}>
          {act}
        </Button>
      </div>
    </Form>
  );
}

/** What stands on a member's phone, in each language. */
function Preview({
  kind,
  texts,
  expiresOn,
}: {
  kind: Notice['kind'];
  texts: readonly Text[];
  expiresOn: string | null;
}) {
  const t = useWords();
  const format = useSocietyFormat();
  const written = texts.filter(({ title, text }) => title.trim() !== '' || text.trim() !== '');
  if (written.length === 0) return null;
  return (
    <Section title={t('board.preview')} isOnScreenOnly>
      <div className="notice-previews">
        {written.map(({ language, title, text }) => (
          <article key={language} className="notice-preview" lang={language}>
            <h3>{title}</h3>
            <p className="quiet small">
              {[
                t(`board.kind.${kind}`),
                expiresOn === null ? undefined : t('board.until', { day: format.day(expiresOn) }),
              ]
                .filter((word) => word !== undefined)
                .join(' · ')}
            </p>
            <PlainText text={text} />
          </article>
        ))}
      </div>
    </Section>
  );
}
