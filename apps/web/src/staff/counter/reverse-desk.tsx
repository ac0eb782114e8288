import { useEffect, useRef } from 'react';
import type { CounterMember } from '../answers.ts';
import { ReverseEntry } from '../books/reverse-entry.tsx';
import { useMe } from '../shell/shell-queries.ts';
import { useSocietyFormat } from '../society.tsx';
import { Mark } from '../ui/marks.tsx';
import { Empty } from '../ui/states.tsx';
import { useKnownWord, useWords } from '../words.ts';
import { MovedAmount, MovementLink } from './movement.tsx';

/** What this person gave, was given or moved today, each to be taken back by an entry that names it. */
export function ReverseDesk({ person }: { person: CounterMember }) {
  const { data: me } = useMe();
  return me === undefined ? null : <MovementsOfToday person={person} today={me.businessDate} />;
}

function MovementsOfToday({ person, today }: { person: CounterMember; today: string }) {
  const t = useWords();
  const known = useKnownWord();
  const format = useSocietyFormat();
  const list = useRef<HTMLUListElement>(null);
  // By keyboard alone: the newest is what was just got wrong.
  useEffect(() => list.current?.querySelector('button')?.focus(), []);
  const movements = person.movements.filter(({ postedOn }) => postedOn === today);
  return (
    <section className="stack" aria-label={t('counter.reverse')}>
      <h2>{t('counter.reverseTitle')}</h2>
      <p className="quiet small">{t('counter.reverseWhat')}</p>
      {movements.length === 0 ? (
        <Empty title={t('counter.nothingToReverse')}>{t('counter.nothingToReverseHow')}</Empty>
      ) : (
        <ul className="lines" ref={list}>
          {movements.map((movement) => (
            <li key={movement.entryId} className="line-row reverse-row">
              <span>
                <MovementLink movement={movement} />
                <br />
                <span className="quiet small">
                  {format.time(movement.recordedAt)} · {known(`mode.${movement.mode}`) ?? movement.mode}
                  {movement.tillCode !== null && ` · ${t('receipt.till', { code: movement.tillCode })}`}
                </span>
              </span>
              <MovedAmount movement={movement} />
              <span>
                {movement.reversedByEntryId !== null && (
                  <Mark look={{ colour: 'red', mark: '↩' }} words={t('receipt.reversed')} />
                )}
                <ReverseEntry
                  entryId={movement.entryId}
                  number={movement.number}
                  isReversed={movement.reversedByEntryId !== null}
                />
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
