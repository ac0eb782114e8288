import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { DashboardExceptions, ExceptionRow } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { EntryLink } from '../ui/entry-link.tsx';
import { useKeysetList } from '../ui/keyset-list.tsx';
import { Section } from '../ui/page.tsx';
import { Answered } from '../ui/states.tsx';
import { useKnownWord, useWords } from '../words.ts';
import { useExceptions } from './today-queries.ts';

type Kind = DashboardExceptions['kinds'][number]['kind'];

/** What an auditor asks about first; every count opens to its rows. */
export function ExceptionsSection() {
  const t = useWords();
  const known = useKnownWord();
  const format = useSocietyFormat();
  const exceptions = useExceptions();
  return (
    <Section title={t('exceptions.title')}>
      <Answered query={exceptions} lines={8}>
        {({ since, sinceLastVisit, kinds, acts }) => (
          <>
            <p className="quiet">
              {t(sinceLastVisit ? 'exceptions.sinceVisit' : 'exceptions.since', { day: format.day(since) })}
            </p>
            <ul className="lines">
              {kinds.map(({ kind, count }) => (
                <li key={kind}>
                  <KindRows kind={kind} count={count} since={since} />
                </li>
              ))}
              {acts.map(({ action, count }) => (
                <li key={action} className="line-row">
                  <Link to="/audit" search={{ action, from: since }}>
                    {known(`audit.${action}`) ?? action}
                  </Link>
                  <span className="figure">{format.count(count)}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Answered>
    </Section>
  );
}

function KindRows({ kind, count, since }: { kind: Kind; count: number; since: string }) {
  const t = useWords();
  const format = useSocietyFormat();
  const [isOpen, setOpen] = useState(false);
  if (count === 0) {
    return (
      <span className="line-row">
        <span>{t(`exception.${kind}`)}</span>
        <span className="figure">–</span>
      </span>
    );
  }
  return (
    <details className="exception" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="line-row">
        <span>{t(`exception.${kind}`)}</span>
        <span className="figure strong">{format.count(count)}</span>
      </summary>
      <p className="quiet small">{t(`exception.${kind}How`)}</p>
      {isOpen && <Rows kind={kind} since={since} />}
    </details>
  );
}

function Rows({ kind, since }: { kind: Kind; since: string }) {
  const t = useWords();
  const list = useKeysetList('/api/admin/exceptions', { kind, since, limit: 20 });
  return (
    <Answered query={list}>
      {({ pages }) => (
        <>
          <ul className="exception-rows">
            {pages
              .flatMap((page) => page.items)
              .map((row) => (
                <ExceptionLine key={row.id} row={row} />
              ))}
          </ul>
          {list.hasNextPage && (
            <Button size="compact-sm" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t('act.more')}
            </Button>
          )}
        </>
      )}
    </Answered>
  );
}

function ExceptionLine({ row }: { row: ExceptionRow }) {
  const format = useSocietyFormat();
  const words = `${row.number} · ${row.words}`;
  return (
    <li className="line-row">
      <span>
        {row.entryId !== null ? (
          <EntryLink id={row.entryId}>{words}</EntryLink>
        ) : row.memberId !== null ? (
          <Link to="/members/$id" params={{ id: row.memberId }}>
            {words}
          </Link>
        ) : (
          <Link to="/settings/tills">{words}</Link>
        )}
        <span className="quiet small">
          {' '}
          {row.at === null ? format.day(row.on) : format.instant(row.at)}
          {row.by !== null && ` · ${row.by}`}
        </span>
      </span>
      <span className="figure">{format.amount(row.amount)}</span>
    </li>
  );
}
