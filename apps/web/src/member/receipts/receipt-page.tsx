import { Link } from 'wouter';
import type { Receipt } from '../../shared/answers.ts';
import { useLanguage } from '../../shared/messages/use-text.ts';
import { saveFile, shareFile } from '../../shared/save-file.ts';
import { Button } from '../../shared/ui/button.tsx';
import { ProblemNote, Skeleton } from '../../shared/ui/states.tsx';
import { useShownMoney } from '../hidden-amounts.ts';
import { client } from '../member-api.ts';
import { useProfile, useReceipt } from '../member-queries.ts';
import { useMemberText } from '../member-text.ts';
import { Page } from '../page.tsx';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { useAct } from '../use-act.ts';
import { PageProblem } from '../waiting-pages.tsx';
import { modeWord } from './mode-word.ts';
import { pictureOfReceipt } from './picture-of-receipt.ts';
import { drawReceipt } from './receipt-picture.ts';
import { SendReceipt } from './send-receipt.tsx';

export function ReceiptPage({ id }: { id: string }) {
  const t = useMemberText();
  const language = useLanguage();
  const format = useSocietyFormat();
  const shown = useShownMoney();
  const { data: receipt, error, refetch } = useReceipt(id);
  const pdf = useAct(async (deliver: typeof saveFile | typeof shareFile) => {
    await deliver(await client.download('/api/receipts/{id}/pdf', { path: { id }, query: { size: 'a5', language } }));
  });
  const society = useThisSociety();
  const profile = useProfile();
  const picture = useAct(async (shown: Receipt) => {
    const nameLocal = profile.data?.nameLocal ?? null;
    const blob = await drawReceipt(pictureOfReceipt(shown, { society, nameLocal, language, format, t }));
    await shareFile({ blob, fileName: `${shown.number.replaceAll('/', '-')}.png` });
  });
  if (receipt === undefined) {
    if (error !== null) {
      return <PageProblem title={t('receipt.title')} backTo="/receipts" error={error} onRetry={() => void refetch()} />;
    }
    return (
      <Page title={t('receipt.title')} backTo="/receipts">
        <Skeleton lines={5} />
      </Page>
    );
  }
  return (
    <Page title={t('receipt.numbered', { number: receipt.number })} backTo="/receipts">
      {receipt.reversedByEntryId !== null && (
        <div className="note note-warning">
          <p>{t('receipt.wasReversed')}</p>
          <Link href={`/entries/${receipt.reversedByEntryId}`}>{t('entry.reversedBy')}</Link>
        </div>
      )}
      <ul className="list">
        {receipt.lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of an issued receipt never change their order.
          <li key={index} className="list-row">
            <span className="list-title">{line.label}</span>
            <span className="list-side">{shown(format.money(line.amount))}</span>
          </li>
        ))}
        <li className="list-row list-total">
          <span className="list-title">
            {receipt.direction === 'in' ? t('receipt.totalIn') : t('receipt.totalOut')}
          </span>
          <span className="list-side">{shown(format.money(receipt.total))}</span>
          <span className="list-note">{shown(receipt.totalInWords[language])}</span>
        </li>
      </ul>
      <dl className="facts">
        <div>
          <dt>{t('receipt.mode')}</dt>
          <dd>
            {modeWord(receipt.mode, t)}
            {receipt.reference !== null && ` · ${receipt.reference}`}
          </dd>
        </div>
        <div>
          <dt>{t('receipt.issued')}</dt>
          <dd>{format.instant(receipt.issuedAt)}</dd>
        </div>
        {receipt.issuedBy !== null && (
          <div>
            <dt>{t('receipt.issuedBy')}</dt>
            <dd>{receipt.issuedBy}</dd>
          </div>
        )}
      </dl>
      <ProblemNote error={pdf.error ?? picture.error} takesFocus />
      <div className="row">
        <Button look="filled" isBusy={pdf.isBusy} onClick={() => void pdf.run(saveFile)}>
          {t('file.savePdf')}
        </Button>
        <Button isBusy={picture.isBusy} onClick={() => void picture.run(receipt)}>
          {t(isSecureContext ? 'file.sharePicture' : 'file.savePicture')}
        </Button>
        {isSecureContext && (
          <Button look="text" onClick={() => void pdf.run(shareFile)}>
            {t('file.sharePdf')}
          </Button>
        )}
        <SendReceipt receipt={receipt} />
      </div>
    </Page>
  );
}
