import { Progress } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { isZeroMoney } from '../../shared/format.ts';
import type { RepaymentSheet } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { client } from '../staff-api.ts';
import { Facts } from '../ui/facts.tsx';
import { Page } from '../ui/page.tsx';
import { PrintButton } from '../ui/print-button.tsx';
import { Answered, Note } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { SheetRows } from './sheet-rows.tsx';

const route = getRouteApi('/counter/sheets/$id');
const LOOK_AGAIN_MS = 2_000;

/** A sheet of repayments: the money that came, how far its rows are, and what became of each. */
export function SheetPage() {
  const t = useWords();
  const { id } = route.useParams();
  const sheet = useQuery({
    queryKey: ['repayment-sheet', id],
    queryFn: () => client.get('/api/repayment-sheets/{id}', { path: { id } }),
    refetchInterval: ({ state }) => (state.data?.status === 'posting' ? LOOK_AGAIN_MS : false),
  });
  return (
    <Page
      title={t('repaySheet.title', { number: sheet.data?.number ?? '' })}
      above={<Link to="/counter/sheets">{t('nav.counterSheets')}</Link>}
      signedBy={[t('print.preparedBy'), t('print.checkedBy')]}
      actions={<PrintButton />}
    >
      <Answered query={sheet} lines={10}>
        {(data) => <Sheet sheet={data} />}
      </Answered>
    </Page>
  );
}

function Sheet({ sheet }: { sheet: RepaymentSheet }) {
  const t = useWords();
  const format = useSocietyFormat();
  const { rows, paidRows, refusedRows, paid, left, total, status, mode, reference, enteredBy, enteredOn } = sheet;
  const done = paidRows + refusedRows;
  return (
    <div className="stack stack-wide">
      {status === 'posting' && (
        <section className="stack" aria-live="polite">
          <p>{t('repaySheet.posting', { done, count: rows })}</p>
          <Progress value={(100 * done) / Math.max(1, rows)} aria-label={t('repaySheet.progress')} />
        </section>
      )}
      {status === 'taken-back' && <Note tone="warning">{t('repaySheet.status.taken-back')}</Note>}
      <Facts
        columns={3}
        facts={[
          [t('repaySheet.total'), format.money(total)],
          [t('repaySheet.paidRows', { count: paidRows }), format.money(paid)],
          [t('repaySheet.left'), isZeroMoney(left) ? '–' : format.money(left)],
          [t('counter.mode'), reference === null ? t(`mode.${mode}`) : `${t(`mode.${mode}`)} · ${reference}`],
          [t('repaySheet.enteredBy'), `${enteredBy}, ${format.day(enteredOn)}`],
          [
            t('repaySheet.entry'),
            <Link key="entry" to="/transactions/$id" params={{ id: sheet.entryId }}>
              {sheet.entryNumber}
            </Link>,
          ],
        ]}
      />
      {refusedRows > 0 && <Note tone="warning">{t('repaySheet.notPaid', { count: refusedRows })}</Note>}
      <SheetRows rows={sheet.items} caption={t('repaySheet.rows', { count: rows })} />
    </div>
  );
}
