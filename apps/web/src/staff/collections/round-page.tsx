import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { isZeroMoney, readTypedMoney, typedFromMoney } from '../../shared/format.ts';
import { useLineState } from '../../shared/use-line-state.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { client, queryClient } from '../staff-api.ts';
import { Segments } from '../ui/choices.tsx';
import { MoneyBox } from '../ui/fields.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Answered, Empty, Note, ProblemNote } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { type Door, type Round, roundQuery } from './collection-queries.ts';
import { useUnsentCollections } from './unsent-collections.ts';

type Shown = 'left' | 'all';

/** The agent's phone: one door after the other, an amount, a tap. */
export function RoundPage() {
  const t = useWords();
  const format = useSocietyFormat();
  const round = useQuery(roundQuery);
  const { data } = round;
  const [shown, setShown] = useState<Shown>('left');
  return (
    <Page
      title={data === undefined ? t('nav.round') : t('round.title', { amount: format.money(data.collectedToday) })}
      lead={data === undefined ? undefined : <WithYou round={data} />}
    >
      <Answered query={round} lines={8}>
        {(mine) => (
          <>
            <Warnings round={mine} />
            <Unsent />
            <Segments
              label={t('round.show')}
              isLabelHidden
              isFull
              options={[
                { value: 'left', label: t('round.showLeft') },
                { value: 'all', label: t('round.showAll') },
              ]}
              value={shown}
              onChange={setShown}
            />
            {mine.routes.every(({ accounts }) => accounts.length === 0) ? (
              <Empty title={t('round.none')}>{t('round.noneHow')}</Empty>
            ) : (
              mine.routes.map((route) => <RouteDoors key={route.id} route={route} round={mine} shown={shown} />)
            )}
            <OwnReceipts />
          </>
        )}
      </Answered>
    </Page>
  );
}

function WithYou({ round: { agent } }: { round: Round }) {
  const t = useWords();
  const format = useSocietyFormat();
  const cash = format.money(agent.cash);
  return agent.cashSince === null
    ? t('round.lead', { cash })
    : t('round.leadSince', { cash, day: format.day(agent.cashSince) });
}

function Warnings({ round: { agent } }: { round: Round }) {
  const t = useWords();
  const format = useSocietyFormat();
  return (
    <>
      {agent.isOverLimit && agent.cashLimit !== null && (
        <Note tone="warning">{t('round.overLimit', { limit: format.money(agent.cashLimit) })}</Note>
      )}
      {agent.isOverdue && <Note tone="warning">{t('round.overdue')}</Note>}
    </>
  );
}

/** What was typed where there was no line. It is sent by itself when the line is back, or by a tap. */
function Unsent() {
  const t = useWords();
  const format = useSocietyFormat();
  const { unsent, send } = useUnsentCollections();
  const { status } = useLineState();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const waiting = useRef(unsent);
  useEffect(() => {
    waiting.current = unsent;
  });
  const sendAll = async () => {
    setBusy(true);
    setError(undefined);
    try {
      for (const { act } of waiting.current) await send(act);
    } catch (problem) {
      setError(problem);
    }
    setBusy(false);
    void queryClient.invalidateQueries({ queryKey: roundQuery.queryKey });
  };
  const latest = useRef(sendAll);
  useEffect(() => {
    latest.current = sendAll;
  });
  useEffect(() => {
    if (status === 'live' && waiting.current.length > 0) void latest.current();
  }, [status]);
  if (unsent.length === 0) return <ProblemNote error={error} />;
  return (
    <section className="stack" aria-label={t('round.unanswered', { count: unsent.length })} data-testid="unsent">
      <Note tone="warning">
        <strong>{t('round.unanswered', { count: unsent.length })}</strong> {t('round.unansweredHow')}
      </Note>
      <ul className="lines">
        {unsent.map(({ key, act }) => (
          <li key={key} className="line-row">
            <span>{act.name}</span>
            <span>{t('round.waits', { amount: format.money(act.request.amount) })}</span>
          </li>
        ))}
      </ul>
      <ProblemNote error={error} />
      <Button size="lg" variant="filled" loading={isBusy} onClick={() => void sendAll()}>
        {t('round.sendAgain')}
      </Button>
    </section>
  );
}

interface RouteDoorsProps {
  route: Round['routes'][number];
  round: Round;
  shown: Shown;
}

function RouteDoors({ route, round, shown }: RouteDoorsProps) {
  const t = useWords();
  const { unsent } = useUnsentCollections();
  // A door that was just done stays where it is, with its receipt, until the list is looked at anew.
  const [doneHere, setDoneHere] = useState<ReadonlySet<string>>(new Set());
  const isDone = (door: Door) =>
    !isZeroMoney(door.collectedToday) || unsent.some(({ act }) => act.request.depositId === door.depositId);
  const left = route.accounts.filter((door) => !isDone(door)).length;
  const doors = route.accounts.filter((door) => shown === 'all' || !isDone(door) || doneHere.has(door.depositId));
  if (route.accounts.length === 0) return null;
  return (
    <Section title={`${route.code} · ${route.name}`}>
      <p className="quiet" role="status">
        {left === 0
          ? t('round.allDone', { route: route.name })
          : t('round.left', { count: left, all: route.accounts.length })}
      </p>
      <ol className="round">
        {doors.map((door) => (
          <DoorRow
            key={door.depositId}
            door={door}
            businessDate={round.businessDate}
            onTaken={() => setDoneHere((before) => new Set(before).add(door.depositId))}
          />
        ))}
      </ol>
    </Section>
  );
}

interface DoorRowProps {
  door: Door;
  businessDate: string;
  onTaken: () => void;
}

function DoorRow({ door, businessDate, onTaken }: DoorRowProps) {
  const t = useWords();
  const format = useSocietyFormat();
  const { decimals } = useThisSociety();
  const { send } = useUnsentCollections();
  const isDone = !isZeroMoney(door.collectedToday);
  const [typed, setTyped] = useState(isDone ? '' : typedFromMoney(door.dailyAmount));
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const [taken, setTaken] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const read = readTypedMoney(typed, decimals);
  const amount = read.ok && !isZeroMoney(read.text) ? read.text : undefined;

  const take = async (event: FormEvent) => {
    event.preventDefault();
    if (amount === undefined || isBusy) return;
    setBusy(true);
    setError(undefined);
    onTaken();
    const request = { depositId: door.depositId, amount, collectedOn: businessDate };
    try {
      const answer = await send({ name: door.memberName, request });
      setTyped('');
      setTaken(
        t('round.taken', { amount: format.money(amount), name: door.memberName, number: answer.receipt.number }),
      );
      showTaken(door.depositId, answer);
      nextBox(form.current)?.focus();
    } catch (problem) {
      setError(problem);
    }
    setBusy(false);
  };
  return (
    <li className="door" data-testid="door">
      <div className="door-who">
        <strong>{door.memberName}</strong>
        <span className="quiet small">
          {door.accountNumber} · {t('round.balance', { amount: format.money(door.balance) })}
        </span>
        {isDone && (
          <span className="door-done">
            <span aria-hidden="true">✓ </span>
            {t('round.today', { amount: format.money(door.collectedToday) })}
          </span>
        )}
      </div>
      <form ref={form} className="door-take" onSubmit={(event) => void take(event)}>
        <MoneyBox
          label=""
          ariaLabel={t('round.amountOf', { name: door.memberName })}
          hint={isDone ? t('round.usual', { amount: format.money(door.dailyAmount) }) : undefined}
          value={typed}
          onChange={setTyped}
        />
        <Button type="submit" size="md" variant="filled" loading={isBusy} disabled={amount === undefined}>
          {t('round.take', { amount: amount === undefined ? '' : format.money(amount) })}
        </Button>
      </form>
      <p className="door-taken small" role="status">
        {taken}
      </p>
      <ProblemNote error={error} />
    </li>
  );
}

/** The figures of the answer at once, without asking for the whole round after every door. */
function showTaken(
  depositId: string,
  answer: { balance: string; collectedToday: string; cash: string; isOverLimit: boolean },
): void {
  const before = queryClient.getQueryData(roundQuery.queryKey);
  if (before === undefined) return;
  queryClient.setQueryData(roundQuery.queryKey, {
    ...before,
    agent: { ...before.agent, cash: answer.cash, isOverLimit: answer.isOverLimit },
    routes: before.routes.map((route) => ({
      ...route,
      accounts: route.accounts.map((door) =>
        door.depositId === depositId
          ? { ...door, balance: answer.balance, collectedToday: answer.collectedToday }
          : door,
      ),
    })),
  });
  void queryClient.invalidateQueries({ queryKey: roundQuery.queryKey });
  void queryClient.invalidateQueries({ queryKey: ['round-receipts'] });
}

/** The box of the next door, so that a round can be typed without touching anything else. */
function nextBox(form: HTMLFormElement | null): HTMLInputElement | null {
  return form?.closest('li')?.nextElementSibling?.querySelector('input') ?? null;
}

function OwnReceipts() {
  const t = useWords();
  const format = useSocietyFormat();
  const receipts = useQuery({
    queryKey: ['round-receipts'],
    queryFn: () => client.get('/api/collections/own/receipts', { query: { limit: 20 } }),
  });
  return (
    <Section title={t('round.receipts')}>
      <Answered query={receipts}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{t('round.noReceipts')}</p>
          ) : (
            <ul className="lines">
              {items.map((row) => (
                <li key={row.id} className="line-row">
                  <span>
                    <span className="nowrap">{row.receiptNumber}</span>{' '}
                    <span className="quiet">
                      {row.memberName} · {format.day(row.collectedOn)}
                      {row.isReversed && ` · ${t('round.isReversed')}`}
                    </span>
                  </span>
                  <span className="figure">{format.amount(row.amount)}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </Section>
  );
}
