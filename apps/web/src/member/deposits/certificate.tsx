import type { Deposit } from '../../shared/answers.ts';
import { useLanguage } from '../../shared/messages/use-text.ts';
import { saveFile, shareFile } from '../../shared/save-file.ts';
import { Button } from '../../shared/ui/button.tsx';
import { ProblemNote } from '../../shared/ui/states.tsx';
import { client } from '../member-api.ts';
import { useAct } from '../use-act.ts';
import { useTermText } from './term-words.ts';

/** The paper of the deposit, in the reader's language. */
export function Certificate({ deposit: { id } }: { deposit: Deposit }) {
  const t = useTermText();
  const language = useLanguage();
  const act = useAct(async (deliver: typeof saveFile | typeof shareFile) => {
    await deliver(await client.download('/api/deposits/{id}/certificate.pdf', { path: { id }, query: { language } }));
  });
  return (
    <section className="stack no-print" aria-labelledby="certificate">
      <h2 id="certificate">{t('term.certificate')}</h2>
      <ProblemNote error={act.error} takesFocus />
      <div className="row">
        <Button isBusy={act.isBusy} onClick={() => void act.run(saveFile)}>
          {t('file.savePdf')}
        </Button>
        {isSecureContext && (
          <Button look="text" onClick={() => void act.run(shareFile)}>
            {t('file.share')}
          </Button>
        )}
      </div>
    </section>
  );
}
