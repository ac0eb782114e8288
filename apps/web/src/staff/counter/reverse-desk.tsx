import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { CounterMember } from '../answers.ts';
import { ReverseEntry } from '../books/reverse-entry.tsx';
import { useMe } from '../shell/shell-queries.ts';
import { useSocietyFormat } from '../society.tsx';
import { Mark } from '../ui/marks.tsx';
import { Answered, Empty } from '../ui/states.tsx';
import { useKnownWord, useWords } from '../words.ts';
import { useReceiptsOfDay } from './counter-queries.ts';

/** What this person was given or gave today, each to be taken back by an entry that names it. */
export function ReverseDesk({ person }: { person: CounterMember }) {
  const { data: me } = useMe();
  return me === undefined ? null : <ReceiptsOfToday person={person} today={me.businessDate} />;
}

function ReceiptsOfToday({ person, today }: { person: CounterMember; today: string }) {
  const t = useWords();
  const known = useKnownWord();
  const format = useSocietyFormat();
  const receipts = useReceiptsOfDay(person.id, today);
  const list = useRef<HTMLUListElement>(null);
  const isThere = receipts.data !== undefined;
  useEffect(() => {
    // By keyboard alone: the newest is what was just got wrong.
    if (isThere) list.current?.querySelector('button')?.focus();
  }, [isThere]);
  return (
    <section className="stack" aria-label={t('counter.reverse')}>
      <h2>{t('counter.reverseTitle')}</h2>
      <p className="quiet small">{t('counter.reverseWhat')}</p>
      <Answered query={receipts} lines={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('counter.nothingToReverse')}>{t('counter.nothingToReverseHow')}</Empty>
          ) : (
            <ul className="lines" ref={list}>
              {items.map((receipt) => (
                <li key={receipt.id} className="line-row reverse-row">
                  <span>
                    <Link to="/receipts/$id" params={{ id: receipt.id }}>
                      {receipt.number}
                    </Link>
                    <br />
                    <span className="quiet small">
                      {format.time(receipt.issuedAt)} · {known(`mode.${receipt.mode}`) ?? receipt.mode}
                      {receipt.tillCode !== null && ` · ${t('receipt.till', { code: receipt.tillCode })}`}
                    </span>
                  </span>
                  <span className="figure">
                    {receipt.direction === 'out'
                      ? t('receipt.paid', { amount: format.money(receipt.total) })
                      : format.money(receipt.total)}
                  </span>
                  <span>
                    {receipt.reversedByEntryId !== null && (
                      <Mark look={{ colour: 'red', mark: '↩' }} words={t('receipt.reversed')} />
                    )}
                    <ReverseEntry
                      entryId={receipt.entryId}
                      number={receipt.number}
                      isReversed={receipt.reversedByEntryId !== null}
                    />
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </section>
  );
}
