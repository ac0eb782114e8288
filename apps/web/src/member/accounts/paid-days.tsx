import { useState } from 'react';
import { Link } from 'wouter';
import type { AnswerOf } from '../../shared/client.ts';
import type { Format } from '../../shared/format.ts';
import type { paidDaysMessages } from '../../shared/messages/en/paid-days.ts';
import type { MessageKey } from '../../shared/messages/messages.ts';
import { useLanguage, useText } from '../../shared/messages/use-text.ts';
import { Button } from '../../shared/ui/button.tsx';
import { ChartFrame } from '../../shared/ui/charts/chart-frame.tsx';
import { MonthOfDays } from '../../shared/ui/charts/month-of-days.tsx';
import { ProblemNote, Skeleton } from '../../shared/ui/states.tsx';
import { useAmountsHidden, useShownMoney } from '../hidden-amounts.ts';
import { usePaidDays } from '../member-queries.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';

const usePaidDaysText = useText<MessageKey<typeof paidDaysMessages>>;
type Month = AnswerOf<'get', '/api/deposits/{id}/paid-days'>;

/** A month of a daily deposit: on which days something was paid, and how much. */
export function PaidDays({ id }: { id: string }) {
  const t = usePaidDaysText();
  const format = useSocietyFormat();
  const [on, setOn] = useState<string>();
  const { data: month, error, refetch } = usePaidDays(id, on);
  return (
    <section className="stack" aria-labelledby="paid-days">
      <h2 id="paid-days">{t('paidDays.title')}</h2>
      {month === undefined ? (
        error === null ? (
          <Skeleton lines={8} />
        ) : (
          <ProblemNote error={error} onRetry={() => void refetch()} />
        )
      ) : (
        <>
          <div className="row row-apart">
            <Button disabled={month.before === null} onClick={() => setOn(month.before ?? undefined)}>
              <span aria-hidden="true">‹</span> <span className="visually-hidden">{t('paidDays.before')}</span>
            </Button>
            <strong aria-live="polite">{format.ownMonth(month.from)}</strong>
            <Button disabled={month.after === null} onClick={() => setOn(month.after ?? undefined)}>
              <span className="visually-hidden">{t('paidDays.after')}</span> <span aria-hidden="true">›</span>
            </Button>
          </div>
          <MonthPicture month={month} />
        </>
      )}
    </section>
  );
}

function MonthPicture({ month }: { month: Month }) {
  const t = usePaidDaysText();
  const language = useLanguage();
  const format = useSocietyFormat();
  const { calendar } = useThisSociety();
  const isHidden = useAmountsHidden();
  const shown = useShownMoney();
  const { days, total } = month;
  const count = days.length;
  const amount = shown(format.money(total));
  const label = t('paidDays.picture', { month: format.ownMonth(month.from), count, amount });
  return (
    <>
      <p>{count === 0 ? t('paidDays.none') : t('paidDays.sum', { count, amount })}</p>
      <ChartFrame
        title={label}
        tableWords={t('paidDays.asTable')}
        table={{
          columns: [t('paidDays.day'), t('paidDays.receipt'), t('paidDays.amount', { currency: month.currency })],
          rows: days.map(({ day, amount: paid, receipts }) => ({
            key: day,
            heading: format.day(day),
            cells: [<Receipts key="receipts" receipts={receipts} />, shown(format.amount(paid))],
          })),
          ...(count === 0 ? {} : { foot: { heading: t('paidDays.total'), cells: ['', shown(format.amount(total))] } }),
        }}
      >
        <MonthOfDays
          from={month.from}
          to={month.to}
          marks={new Map(days.map(({ day, amount: paid }) => [day, isHidden ? '✓' : inBox(paid, format)]))}
          businessDate={month.businessDate}
          calendar={calendar}
          language={language}
          weekdays={([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => t(`paidDays.weekday.${weekday}`))}
          label={label}
        />
      </ChartFrame>
    </>
  );
}

function Receipts({ receipts }: { receipts: Month['days'][number]['receipts'] }) {
  return receipts.map(({ id, number }, index) => (
    <span key={id}>
      {index > 0 && ', '}
      <Link href={`/receipts/${id}`}>{number}</Link>
    </span>
  ));
}

const widestInBox = 6;

/** "100", "1,500": a box has room for a few figures; what is longer is shortened, and stands whole in the list. */
function inBox(amount: string, format: Format): string {
  const whole = format.amount(amount).replace(/\.0+$/, '');
  return whole.length <= widestInBox ? whole : format.moneyShort(amount);
}
