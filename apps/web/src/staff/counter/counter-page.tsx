import { Button, Kbd } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { CounterMember } from '../answers.ts';
import { useMayOpenTerm } from '../savings/may-open-term.ts';
import { useMay } from '../session.ts';
import { useMyTill } from '../shell/shell-queries.ts';
import { Segments } from '../ui/choices.tsx';
import { MemberFinder } from '../ui/member-finder.tsx';
import { Page } from '../ui/page.tsx';
import { Answered, Empty, Note } from '../ui/states.tsx';
import { useWords, type WordKey } from '../words.ts';
import { useCounterMember } from './counter-queries.ts';
import { DepositDesk } from './deposit-desk.tsx';
import { PersonCard } from './person-card.tsx';
import { ReceiveDesk } from './receive-desk.tsx';
import { ReverseDesk } from './reverse-desk.tsx';
import { TransferDesk } from './transfer-desk.tsx';
import { UnansweredDesk } from './unanswered-desk.tsx';
import { useUnansweredAct } from './unanswered-money.ts';
import { WithdrawDesk } from './withdraw-desk.tsx';

type Desk = 'receive' | 'withdraw' | 'transfer' | 'deposit' | 'reverse';
const desks = [
  { desk: 'receive', permission: 'receipt.take', key: 'F6', label: 'counter.receive' },
  { desk: 'withdraw', permission: 'savings.withdraw', key: 'F7', label: 'counter.withdraw' },
  { desk: 'transfer', permission: 'savings.transfer', key: 'F8', label: 'counter.transfer' },
  { desk: 'deposit', permission: 'deposit.open', key: 'F3', label: 'counter.deposit' },
  { desk: 'reverse', permission: 'entry.reverse', key: 'F10', label: 'counter.reverse' },
] as const satisfies readonly { desk: Desk; permission: string; key: string; label: WordKey }[];

const route = getRouteApi('/counter');

/** One screen, three columns: who, what for, and the receipt as it will print. */
export function CounterPage() {
  const t = useWords();
  const may = useMay();
  const navigate = useNavigate();
  const { member: memberId, desk } = route.useSearch();
  const finder = useRef<HTMLInputElement>(null);
  const mayOpenTerm = useMayOpenTerm();
  const open = desks.filter((one) => (one.desk === 'deposit' ? mayOpenTerm : may(one.permission)));
  const shown = open.find((one) => one.desk === desk)?.desk ?? open[0]?.desk;
  const found = useUnansweredAct();
  // What it did, or why not, stays to be read after it is answered for.
  const [asked, setAsked] = useState(found);
  if (asked === undefined && found !== undefined) setAsked(found);

  // Whoever came for one act does it with the next person they find; the person after that starts anew.
  const choose = (id: string) =>
    void navigate({ to: '/counter', search: { member: id, ...(desk === undefined ? {} : { desk }) } });
  const next = () => {
    void navigate({ to: '/counter', search: {} });
    finder.current?.focus();
  };
  const setDesk = (wanted: Desk) =>
    void navigate({
      to: '/counter',
      search: { ...(memberId === undefined ? {} : { member: memberId }), desk: wanted },
      replace: true,
    });
  const show = (key: string) => {
    const wanted = open.find((one) => one.key === key);
    if (wanted !== undefined) setDesk(wanted.desk);
  };
  useHotkeys(
    [
      ['F2', () => finder.current?.focus()],
      ['F3', () => show('F3')],
      ['F4', next],
      ['F6', () => show('F6')],
      ['F7', () => show('F7')],
      ['F8', () => show('F8')],
      ['F10', () => show('F10')],
    ],
    [],
  );
  // What has no answer comes before the next person, for the keyboard too.
  const isAsking = asked !== undefined;
  useEffect(() => {
    if (memberId === undefined && !isAsking) finder.current?.focus();
  }, [memberId, isAsking]);

  return (
    <Page
      title={t('counter.title')}
      actions={
        <Button variant="default" onClick={next} rightSection={<Kbd size="xs">F4</Kbd>}>
          {t('counter.next')}
        </Button>
      }
    >
      <NoTillNote />
      <div className="counter">
        <section className="counter-who" aria-label={t('counter.who')}>
          <MemberFinder
            label={t('counter.find')}
            keys="F2"
            inputRef={finder}
            onChoose={(member) => choose(member.id)}
          />
          {memberId === undefined ? <p className="quiet small">{t('counter.findHow')}</p> : <Person id={memberId} />}
        </section>
        {asked !== undefined ? (
          <div className="counter-rest">
            <UnansweredDesk
              key={asked.key}
              unanswered={asked}
              onLeave={() => {
                setAsked(undefined);
                next();
              }}
            />
          </div>
        ) : memberId === undefined || shown === undefined ? (
          <div className="counter-rest">
            <Empty title={t('counter.nobody')}>
              <p>{t('counter.nobodyHow')}</p>
              <KeyList />
            </Empty>
          </div>
        ) : (
          <div className="counter-rest">
            {open.length > 1 && (
              <Segments
                label={t('counter.act')}
                isLabelHidden
                options={open.map((one) => ({
                  value: one.desk,
                  label: (
                    <>
                      {t(one.label)}
                      <span className="key-hint"> · {one.key}</span>
                    </>
                  ),
                }))}
                value={shown}
                onChange={setDesk}
              />
            )}
            <DeskOf id={memberId} desk={shown} onNext={next} />
          </div>
        )}
      </div>
    </Page>
  );
}

function Person({ id }: { id: string }) {
  const member = useCounterMember(id);
  return <Answered query={member}>{(person) => <PersonCard person={person} />}</Answered>;
}

function DeskOf({ id, desk, onNext }: { id: string; desk: Desk; onNext: () => void }) {
  const member = useCounterMember(id);
  return (
    <Answered query={member} lines={6}>
      {(person) => <Desks key={`${person.id} ${desk}`} person={person} desk={desk} onNext={onNext} />}
    </Answered>
  );
}

function Desks({ person, desk, onNext }: { person: CounterMember; desk: Desk; onNext: () => void }) {
  switch (desk) {
    case 'receive':
      return <ReceiveDesk person={person} onNext={onNext} />;
    case 'withdraw':
      return <WithdrawDesk person={person} onNext={onNext} />;
    case 'transfer':
      return <TransferDesk person={person} onNext={onNext} />;
    case 'deposit':
      return <DepositDesk person={person} onNext={onNext} />;
    case 'reverse':
      return <ReverseDesk person={person} />;
  }
}

function NoTillNote() {
  const t = useWords();
  const mayOperate = useMay()('till.operate');
  const { data } = useMyTill(mayOperate);
  if (!mayOperate || data === undefined || data.session !== null) return null;
  return (
    <Note tone="warning">
      {t('counter.noTill')} <Link to="/counter/till">{t('counter.openTill')}</Link>
    </Note>
  );
}

const keys: readonly (readonly [string, WordKey])[] = [
  ['F2', 'counter.keyFind'],
  ['Enter', 'counter.keyEnter'],
  ['F9', 'counter.keyTake'],
  ['F10', 'counter.keyReverse'],
  ['Ctrl P', 'counter.keyPrint'],
  ['F4', 'counter.keyNext'],
];

function KeyList() {
  const t = useWords();
  return (
    <dl className="key-list">
      {keys.map(([key, label]) => (
        <div key={key}>
          <dt>
            <Kbd>{key}</Kbd>
          </dt>
          <dd>{t(label)}</dd>
        </div>
      ))}
    </dl>
  );
}
