import { Button, FileButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { isZeroMoney, readTypedMoney } from '../../shared/format.ts';
import { fieldProblem } from '../../shared/problem.ts';
import type { EnterRepaymentSheetRequest, PaymentMode } from '../answers.ts';
import { useMyTill } from '../shell/shell-queries.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { Segments } from '../ui/choices.tsx';
import { Facts } from '../ui/facts.tsx';
import { MoneyBox } from '../ui/fields.tsx';
import { Page } from '../ui/page.tsx';
import { Note, ProblemNote, Waiting } from '../ui/states.tsx';
import { type MoneyAnswer, useMoneyAct } from '../ui/use-money-act.ts';
import { useWords } from '../words.ts';
import { noReference, ReferenceFields, referenceRequest } from './reference-fields.tsx';
import { SheetRows } from './sheet-rows.tsx';
import { useDeskAct } from './use-desk-act.ts';

const MODES: readonly PaymentMode[] = ['bank', 'cheque', 'upi', 'cash'];

/** One sum of money for many loans, from a file: every row is seen with what it would pay before anything is entered. */
export function NewSheetPage() {
  const t = useWords();
  const format = useSocietyFormat();
  const { decimals } = useThisSociety();
  const hasTill = useMyTill().data?.session != null;
  const [file, setFile] = useState<{ name: string; csv: string }>();
  const [mode, setMode] = useState<PaymentMode>('bank');
  const [typed, setTyped] = useState(noReference);
  const [total, setTotal] = useState('');
  const read = readTypedMoney(total, decimals);
  const acting = useMoneyAct('/api/repayment-sheets');
  const request = requestOf(file?.csv, read.ok ? read.text : undefined, mode, typed);
  const { confirm } = useDeskAct(acting, request);
  const { preview, result, error } = acting;
  const choose = async (chosen: File | null) => {
    if (chosen !== null) setFile({ name: chosen.name, csv: await chosen.text() });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm();
  };
  const above = <Link to="/counter/sheets">{t('nav.counterSheets')}</Link>;
  if (result !== undefined) {
    return (
      <Page title={t('repaySheet.entered', { number: result.number })} above={above}>
        <Note tone="good">{t('repaySheet.enteredHow')}</Note>
        <p>
          <Link to="/counter/sheets/$id" params={{ id: result.sheetId }}>
            {t('repaySheet.toSheet', { number: result.number })}
          </Link>
        </p>
      </Page>
    );
  }
  return (
    <Page title={t('repaySheet.newTitle')} above={above} lead={t('repaySheet.how')}>
      <form className="stack stack-wide" onSubmit={submit} noValidate>
        <section className="stack" aria-label={t('repaySheet.file')}>
          <pre className="hash">{t('repaySheet.example')}</pre>
          <div className="row">
            <FileButton accept=".csv,text/csv" onChange={(chosen) => void choose(chosen)}>
              {(button) => (
                <Button {...button} variant="default">
                  {t(file === undefined ? 'file.choose' : 'holidays.chooseAnother')}
                </Button>
              )}
            </FileButton>
            {file !== undefined && <span className="breakable">{file.name}</span>}
          </div>
        </section>
        <Segments
          label={t('counter.mode')}
          isFull
          options={MODES.filter((one) => one !== 'cash' || hasTill).map((one) => ({
            value: one,
            label: t(`mode.${one}`),
          }))}
          value={mode}
          onChange={setMode}
        />
        {mode !== 'cash' && (
          <ReferenceFields
            mode={mode}
            typed={typed}
            onChange={(change) => setTyped((before) => ({ ...before, ...change }))}
            problem={(field) => fieldProblem(error, field)}
          />
        )}
        <MoneyBox
          label={t('repaySheet.total')}
          hint={t('repaySheet.totalHow')}
          name="total"
          value={total}
          onChange={setTotal}
          problem={fieldProblem(error, 'total')}
        />
        <ProblemNote error={error} />
        {acting.isLooking && <Waiting lines={6} />}
        {preview !== undefined && <Seen preview={preview} />}
        <Button
          type="submit"
          variant="filled"
          loading={acting.isDoing}
          disabled={preview === undefined || preview.paidRows === 0}
        >
          {preview === undefined
            ? t('repaySheet.notReady')
            : preview.paidRows === 0
              ? t('repaySheet.nothingReady')
              : t('repaySheet.enter', { count: preview.paidRows, amount: format.money(preview.paid) })}
        </Button>
      </form>
    </Page>
  );
}

type Preview = Extract<MoneyAnswer<'/api/repayment-sheets'>, { preview: true }>;

function Seen({ preview }: { preview: Preview }) {
  const t = useWords();
  const format = useSocietyFormat();
  const { rows, paidRows, paid, refusedRows, left, total, items } = preview;
  return (
    <section className="stack" aria-label={t('rule.preview')} data-testid="sheet-preview">
      <Facts
        columns={3}
        facts={[
          [t('repaySheet.total'), format.money(total)],
          [t('repaySheet.ready', { count: paidRows }), format.money(paid)],
          [t('repaySheet.left'), isZeroMoney(left) ? '–' : format.money(left)],
        ]}
      />
      {refusedRows > 0 && <Note tone="warning">{t('repaySheet.refused', { count: refusedRows })}</Note>}
      {!isZeroMoney(left) && <Note>{t('repaySheet.leftHow', { amount: format.money(left) })}</Note>}
      <SheetRows rows={items} caption={t('repaySheet.rows', { count: rows })} />
    </section>
  );
}

function requestOf(
  csv: string | undefined,
  total: string | undefined,
  mode: PaymentMode,
  typed: typeof noReference,
): EnterRepaymentSheetRequest | undefined {
  if (csv === undefined || csv === '' || total === undefined || isZeroMoney(total)) return undefined;
  if (mode === 'cash') return { csv, total, mode };
  const reference = referenceRequest(mode, typed);
  return reference === undefined ? undefined : { csv, total, mode, ...reference };
}
