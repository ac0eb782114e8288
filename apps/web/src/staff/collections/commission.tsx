import { calendarDate, lastCalendarMonths } from '@kafal/core';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AnswerOf } from '../../shared/client.ts';
import { isZeroMoney, percentText } from '../../shared/format.ts';
import { useLanguage } from '../../shared/messages/use-text.ts';
import { useMay } from '../session.ts';
import { useMe } from '../shell/shell-queries.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { client } from '../staff-api.ts';
import { ActPreviewCard } from '../ui/act-preview.tsx';
import { EntryLink } from '../ui/entry-link.tsx';
import { Facts } from '../ui/facts.tsx';
import { ChoiceBox } from '../ui/fields.tsx';
import { FileButton } from '../ui/files.tsx';
import { Answered, Note, ProblemNote } from '../ui/states.tsx';
import { useMoneyAct } from '../ui/use-money-act.ts';
import { WaitsForSecondPerson } from '../ui/waits-for-second-person.tsx';
import { useWords } from '../words.ts';
import type { Agent } from './collection-queries.ts';

const MONTHS_SHOWN = 12;

type Counted = AnswerOf<'get', '/api/collections/agents/{id}/commission'>;

/** The commission of a month, what it is made of, and asking for it to be paid. */
export function Commission({ agent }: { agent: Agent }) {
  const t = useWords();
  const format = useSocietyFormat();
  const { data: me } = useMe();
  const { calendar } = useThisSociety();
  const months = me === undefined ? [] : lastCalendarMonths(calendarDate(me.businessDate), calendar, MONTHS_SHOWN);
  const [chosen, setMonth] = useState('');
  const month = chosen === '' ? (months[1]?.label ?? '') : chosen;
  const counted = useQuery({
    queryKey: ['collections', 'commission', agent.id, month],
    queryFn: () => client.get('/api/collections/agents/{id}/commission', { path: { id: agent.id }, query: { month } }),
    enabled: month !== '',
  });
  return (
    <section className="stack" aria-label={t('commission.title')}>
      <h3>{t('commission.title')}</h3>
      <ChoiceBox
        label={t('commission.month')}
        value={month}
        choices={months.map(({ label, from }) => ({ value: label, label: format.ownMonth(from) }))}
        onChange={setMonth}
      />
      <Answered query={counted}>
        {(figures) => <Figures key={`${agent.id} ${month}`} agent={agent} month={month} figures={figures} />}
      </Answered>
    </section>
  );
}

function Figures({ agent, month, figures }: { agent: Agent; month: string; figures: Counted }) {
  const t = useWords();
  const language = useLanguage();
  const format = useSocietyFormat();
  const mayManage = useMay()('collections.manage');
  if (figures.lines.length === 0) return <p className="quiet">{t('commission.none')}</p>;
  return (
    <>
      <CommissionLines figures={figures} />
      <div className="row">
        <FileButton
          use="print"
          path="/api/collections/agents/{id}/commission.pdf"
          options={{ path: { id: agent.id }, query: { month, language } }}
        >
          {t('commission.paper')}
        </FileButton>
      </div>
      {figures.isPaid && figures.entryId !== null ? (
        <Note tone="good">
          {t('commission.paid')} <EntryLink id={figures.entryId}>{t('entry.open')}</EntryLink>
        </Note>
      ) : !isZeroMoney(figures.notHandedOver) ? (
        <Note>{t('commission.cashOut', { amount: format.money(figures.notHandedOver) })}</Note>
      ) : (
        mayManage && <AskForPayment agent={agent} month={month} net={figures.net} />
      )}
    </>
  );
}

/** Days at one rate, the tax, and what is left. */
export function CommissionLines({ figures }: { figures: Counted }) {
  const t = useWords();
  const format = useSocietyFormat();
  return (
    <Facts
      facts={[
        [t('commission.collected'), format.money(figures.collected)],
        ...figures.lines.map(
          (line) =>
            [
              t('commission.line', {
                from: format.day(line.from),
                to: format.day(line.to),
                amount: format.money(line.collected),
                rate: percentText(line.rate),
              }),
              format.money(line.commission),
            ] as const,
        ),
        ...(figures.taxRate === null
          ? []
          : ([[t('commission.tax', { rate: percentText(figures.taxRate) }), format.money(figures.tax)]] as const)),
        [t('commission.net'), <strong key="net">{format.money(figures.net)}</strong>],
      ]}
    />
  );
}

function AskForPayment({ agent, month, net }: { agent: Agent; month: string; net: string }) {
  const t = useWords();
  const format = useSocietyFormat();
  const acting = useMoneyAct('/api/collections/agents/{id}/commission', { id: agent.id });
  if (acting.result !== undefined) return <WaitsForSecondPerson approvalId={acting.result.approvalId} />;
  return (
    <div className="stack">
      {acting.preview !== undefined && <ActPreviewCard preview={acting.preview} />}
      <ProblemNote error={acting.error} takesFocus />
      <div className="row">
        <Button
          loading={acting.isLooking || acting.isDoing}
          onClick={() => void (acting.preview === undefined ? acting.look({ month }) : acting.confirm())}
        >
          {acting.preview === undefined ? t('commission.look') : t('commission.ask', { amount: format.money(net) })}
        </Button>
      </div>
    </div>
  );
}
