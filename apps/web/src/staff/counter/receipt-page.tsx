import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type Language, languageNames, languages } from '../../shared/messages/messages.ts';
import { useLanguage } from '../../shared/messages/use-text.ts';
import type { Receipt } from '../answers.ts';
import { ReverseEntry } from '../books/reverse-entry.tsx';
import { useMay } from '../session.ts';
import { useSocietyFormat } from '../society.tsx';
import { Segments } from '../ui/choices.tsx';
import { EntryLink } from '../ui/entry-link.tsx';
import { Page } from '../ui/page.tsx';
import { usePaper } from '../ui/paper.ts';
import { Answered, Note, ProblemNote } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { useReceipt } from './counter-queries.ts';
import { ReceiptSheet } from './receipt-sheet.tsx';
import { SendReceipt } from './send-receipt.tsx';

const route = getRouteApi('/receipts/$id');

export function ReceiptPage() {
  const t = useWords();
  const format = useSocietyFormat();
  const { id } = route.useParams();
  const receipt = useReceipt(id);
  const title =
    receipt.data === undefined
      ? t('receipt.title')
      : t(receipt.data.direction === 'in' ? 'receipt.titleIn' : 'receipt.titleOut', {
          name: receipt.data.memberName,
          amount: format.money(receipt.data.total),
        });
  return (
    <Page title={title} above={<Link to="/counter/receipts">{t('receipts.title')}</Link>}>
      <Answered query={receipt}>{(paper) => <ReceiptBody receipt={paper} />}</Answered>
    </Page>
  );
}

function ReceiptBody({ receipt }: { receipt: Receipt }) {
  const t = useWords();
  const may = useMay();
  const paper = usePaper();
  const shown = useLanguage();
  const [language, setLanguage] = useState<Language>(shown);
  const print = (size: 'a5' | '80mm') =>
    paper.mutate({ path: '/api/receipts/{id}/pdf', options: { path: { id: receipt.id }, query: { size, language } } });
  useHotkeys([['mod+P', () => print('a5')]], []);
  return (
    <div className="two-columns">
      <ReceiptSheet receipt={receipt} />
      <div className="stack no-print">
        {receipt.reversedByEntryId !== null && (
          <Note tone="warning">
            {t('receipt.reversedBy')}{' '}
            {may('books.read') && <EntryLink id={receipt.reversedByEntryId}>{t('entry.open')}</EntryLink>}
          </Note>
        )}
        <p>{receipt.prints === 0 ? t('receipt.notPrinted') : t('receipt.printed', { count: receipt.prints })}</p>
        <Segments
          label={t('receipt.language')}
          options={languages.map((one) => ({ value: one, label: languageNames[one] }))}
          value={language}
          onChange={setLanguage}
        />
        <ProblemNote error={paper.error} takesFocus />
        <div className="row">
          <Button loading={paper.isPending} onClick={() => print('a5')}>
            {t('receipt.printA5')}
          </Button>
          <Button onClick={() => print('80mm')}>{t('receipt.print80')}</Button>
          <SendReceipt receipt={receipt} />
        </div>
        <p>
          {may('books.read') && (
            <>
              <EntryLink id={receipt.entryId}>{t('entry.open')}</EntryLink>
              {' · '}
            </>
          )}
          <Link to="/members/$id" params={{ id: receipt.memberId }}>
            {receipt.memberName}
          </Link>
        </p>
        <ReverseEntry
          entryId={receipt.entryId}
          number={receipt.number}
          isReversed={receipt.reversedByEntryId !== null}
        />
      </div>
    </div>
  );
}
