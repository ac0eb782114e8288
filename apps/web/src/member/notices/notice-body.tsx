import { useState } from 'react';
import type { PublicNotice } from '../../shared/answers.ts';
import { noticeLanguageNames } from '../../shared/messages/messages.ts';
import { saveFile, shareFile } from '../../shared/save-file.ts';
import { Button } from '../../shared/ui/button.tsx';
import { PlainText } from '../../shared/ui/plain-text.tsx';
import { ProblemNote } from '../../shared/ui/states.tsx';
import { useSocietyFormat } from '../society.tsx';
import { useAct } from '../use-act.ts';
import { useNoticeText } from './notice-words.ts';

type Language = PublicNotice['language'];
type Download = () => Promise<{ blob: Blob; fileName: string }>;

/** The words of a notice in the language that is chosen, and what belongs to it. */
export function NoticeBody({
  notice,
  download,
  print,
}: {
  notice: Pick<PublicNotice, 'texts' | 'file' | 'kind' | 'publishedAt' | 'expiresOn' | 'isPinned'>;
  download: Download;
  print?: (language: Language) => ReturnType<Download>;
}) {
  const t = useNoticeText();
  const format = useSocietyFormat();
  const [chosen, setChosen] = useState<Language>();
  const text = notice.texts.find(({ language }) => language === chosen) ?? notice.texts[0];
  const open = useAct(async () => shareFile(await download()));
  const printing = useAct(async () => {
    if (print !== undefined && text !== undefined) saveFile(await print(text.language));
  });
  const { texts, file, kind, publishedAt, expiresOn } = notice;
  return (
    <>
      <p className="quiet">
        {[
          t(`board.kind.${kind}`),
          publishedAt === null ? undefined : format.instant(publishedAt),
          expiresOn === null ? undefined : t('board.until', { day: format.day(expiresOn) }),
        ]
          .filter((word) => word !== undefined)
          .join(' · ')}
      </p>
      {texts.length > 1 && (
        <fieldset className="switch">
          <legend className="visually-hidden">{t('board.inLanguage')}</legend>
          {texts.map(({ language }) => (
            <button
              key={language}
              type="button"
              lang={language}
              className="switch-choice"
              aria-pressed={language === text?.language}
              onClick={() => setChosen(language)}
            >
              {noticeLanguageNames[language]}
            </button>
          ))}
        </fieldset>
      )}
      {text !== undefined && (
        <article className="stack" lang={text.language}>
          {text !== texts[0] && <h2>{text.title}</h2>}
          <PlainText text={text.text} />
        </article>
      )}
      <ProblemNote error={open.error ?? printing.error} takesFocus />
      {file !== null && (
        <div className="stack">
          <p className="quiet">{t('board.file', { name: file.name, kilobytes: kilobytesOf(file.bytes) })}</p>
          <Button isBusy={open.isBusy} onClick={() => void open.run(undefined)}>
            {t('board.fileOpen')}
          </Button>
        </div>
      )}
      {print !== undefined && (
        <Button look="text" isBusy={printing.isBusy} onClick={() => void printing.run(undefined)}>
          {t('board.print')}
        </Button>
      )}
    </>
  );
}

const kilobytesOf = (bytes: number) => String(Math.max(1, Math.round(bytes / 1_024)));
