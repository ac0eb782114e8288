import { Button, FileButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { MoneyAct } from '../../shared/idempotency.ts';
import { showToast } from '../../shared/ui/toast.tsx';
import type { ImportStatementRequest, StatementPreview } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat } from '../society.tsx';
import { client, queryClient } from '../staff-api.ts';
import { ActDialog } from '../ui/act-dialog.tsx';
import { Facts } from '../ui/facts.tsx';
import { TextBox } from '../ui/fields.tsx';
import { Note } from '../ui/states.tsx';
import { useWords } from '../words.ts';

const NAMED = ['date', 'description', 'reference', 'debit', 'credit', 'balance'] as const;
type Headings = Record<(typeof NAMED)[number], string>;
const noHeadings: Headings = { date: '', description: '', reference: '', debit: '', credit: '', balance: '' };

/** A statement from the bank's own file: seen before it is taken in, refused as a whole where a line is wrong. */
export function ImportStatement() {
  const t = useWords();
  const may = useMay()('voucher.enter');
  const [isOpen, dialog] = useDisclosure(false);
  const [file, setFile] = useState<{ fileName: string; csv: string }>();
  const [headings, setHeadings] = useState(noHeadings);
  const [seen, setSeen] = useState<StatementPreview>();
  const [act] = useState(() => new MoneyAct());
  const looking = useMutation({
    mutationFn: (body: ImportStatementRequest) =>
      client.post('/api/bank-statements', { query: { preview: true }, body }),
    onSuccess: (answer) => setSeen(answer.preview ? answer : undefined),
  });
  const taking = useMutation({
    mutationFn: (body: ImportStatementRequest) =>
      client.post('/api/bank-statements', { body, idempotencyKey: act.keyFor(body) }),
    onSuccess: async (answer) => {
      act.done();
      if (!answer.preview) showToast(t('bank.imported', { count: answer.statement.lines }));
      close();
      await queryClient.invalidateQueries();
    },
  });
  const close = () => {
    dialog.close();
    setFile(undefined);
    setSeen(undefined);
    setHeadings(noHeadings);
    looking.reset();
    taking.reset();
  };
  const bodyOf = (chosen: { fileName: string; csv: string }): ImportStatementRequest => {
    const named = Object.fromEntries(NAMED.flatMap((name) => (headings[name] === '' ? [] : [[name, headings[name]]])));
    const { date, description, credit } = headings;
    return date === '' || description === '' || credit === ''
      ? chosen
      : { ...chosen, headings: { date, description, credit, ...named } };
  };
  const choose = async (chosen: File | null) => {
    if (chosen === null) return;
    setSeen(undefined);
    taking.reset();
    const next = { fileName: chosen.name.slice(0, 120), csv: await chosen.text() };
    setFile(next);
    looking.mutate(bodyOf(next));
  };
  if (!may) return null;
  const count = seen === undefined || seen.mistakes.length > 0 ? 0 : seen.credits.lines + seen.debits.lines;
  return (
    <>
      <Button variant="filled" onClick={dialog.open}>
        {t('bank.import')}
      </Button>
      <ActDialog
        title={t('bank.importTitle')}
        isOpen={isOpen}
        onClose={close}
        act={count === 0 ? t('bank.importNone') : t('bank.importNow', { count })}
        onAct={() => file !== undefined && taking.mutate(bodyOf(file))}
        isBusy={looking.isPending || taking.isPending}
        isReady={count > 0}
        error={taking.error ?? looking.error}
      >
        <p>{t('bank.importHow')}</p>
        <div className="row">
          <FileButton accept=".csv,.txt,text/csv,text/plain" onChange={(chosen) => void choose(chosen)}>
            {(button) => (
              <Button {...button} variant="default">
                {t(file === undefined ? 'file.choose' : 'holidays.chooseAnother')}
              </Button>
            )}
          </FileButton>
          {file !== undefined && <span className="breakable">{file.fileName}</span>}
        </div>
        <details>
          <summary>{t('bank.headings')}</summary>
          <p className="quiet">{t('bank.headingsHow')}</p>
          {NAMED.map((name) => (
            <TextBox
              key={name}
              label={t(`bank.heading.${name}`)}
              isOptional={name === 'reference' || name === 'debit' || name === 'balance'}
              maxLength={80}
              value={headings[name]}
              onChange={(text) => setHeadings((before) => ({ ...before, [name]: text }))}
            />
          ))}
          {file !== undefined && (
            <Button variant="default" onClick={() => looking.mutate(bodyOf(file))}>
              {t('bank.readAgain')}
            </Button>
          )}
        </details>
        {seen !== undefined && <Seen seen={seen} />}
      </ActDialog>
    </>
  );
}

function Seen({ seen }: { seen: StatementPreview }) {
  const t = useWords();
  const format = useSocietyFormat();
  const { from, to, credits, debits, known, mistakes, sample, accountCode } = seen;
  return (
    <section className="stack" aria-label={t('rule.preview')}>
      {mistakes.length > 0 && (
        <Note tone="warning">
          <p>{t('bank.mistakes', { count: mistakes.length })}</p>
          <ul>
            {mistakes.slice(0, 20).map(({ line, code, detail }) => (
              <li key={`${line} ${code}`}>{detail}</li>
            ))}
          </ul>
        </Note>
      )}
      <Facts
        facts={[
          [t('bank.account'), accountCode],
          [t('bank.period'), from === null || to === null ? '–' : `${format.day(from)} – ${format.day(to)}`],
          [t('bank.credits'), `${t('bank.count', { count: credits.lines })} · ${format.money(credits.amount)}`],
          [t('bank.debits'), `${t('bank.count', { count: debits.lines })} · ${format.money(debits.amount)}`],
          [t('bank.known'), t('bank.count', { count: known })],
        ]}
      />
      <ul className="lines" aria-label={t('bank.lines')}>
        {sample.slice(0, 5).map(({ bookedOn, description, credit, debit, isKnown }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the first lines of a file never move, and two may be equal.
          <li key={place} className="line-row">
            <span className="breakable">
              {format.day(bookedOn)} · {description}
              {isKnown && ` · ${t('bank.isKnown')}`}
            </span>
            <span className="figure">{credit === '0.00' ? `−${format.amount(debit)}` : format.amount(credit)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
