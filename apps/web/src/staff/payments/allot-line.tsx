import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { fieldProblem } from '../../shared/problem.ts';
import type { BankLine, CounterMember } from '../answers.ts';
import { useCounterMember } from '../counter/counter-queries.ts';
import { ReceiptLineTable } from '../counter/receipt-line-table.tsx';
import { deskLines, readLines, spread, type TypedLines } from '../counter/receipt-lines.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { client } from '../staff-api.ts';
import { LongTextBox } from '../ui/fields.tsx';
import { MemberFinder } from '../ui/member-finder.tsx';
import { MoneyActDialog } from '../ui/money-act-dialog.tsx';
import { Answered, Note } from '../ui/states.tsx';
import { useMoneyAct } from '../ui/use-money-act.ts';
import { WaitsForSecondPerson } from '../ui/waits-for-second-person.tsx';
import { useWords } from '../words.ts';

/** Whose the money is, and what for: spread as at the counter, seen before it is asked, agreed by a second person. */
export function AllotLine({ line, onClose }: { line: BankLine; onClose: () => void }) {
  const [memberId, setMemberId] = useState<string>();
  const acting = useMoneyAct('/api/bank-lines/{id}/allotment', { id: line.id });
  const [wanted, setWanted] = useState<{ lines: ReturnType<typeof readLines>['lines'] }>();
  const [reason, setReason] = useState('');
  const t = useWords();
  const format = useSocietyFormat();
  const request =
    memberId === undefined || wanted === undefined || wanted.lines.length === 0 || reason.trim().length < 3
      ? undefined
      : { memberId, lines: wanted.lines, reason: reason.trim() };
  return (
    <MoneyActDialog
      title={t('bank.allotTitle', { amount: format.money(line.credit) })}
      isOpen
      onClose={onClose}
      acting={acting}
      request={request}
      act={t('bank.ask')}
      done={({ approvalId }) => <WaitsForSecondPerson approvalId={approvalId} />}
    >
      <p className="breakable">
        {format.day(line.bookedOn)} · {line.description}
      </p>
      {line.reasonText !== null && <Note>{line.reasonText}</Note>}
      <Suggestions line={line} chosenId={memberId} onChoose={setMemberId} />
      {memberId !== undefined && (
        <Spread
          key={memberId}
          memberId={memberId}
          amount={line.credit}
          error={acting.error}
          onRead={(lines) => setWanted({ lines })}
        />
      )}
      <LongTextBox
        label={t('bank.allotWhy')}
        name="reason"
        maxLength={400}
        value={reason}
        onChange={setReason}
        problem={fieldProblem(acting.error, 'reason')}
      />
    </MoneyActDialog>
  );
}

interface SuggestionsProps {
  line: BankLine;
  chosenId: string | undefined;
  onChoose: (memberId: string) => void;
}

function Suggestions({ line: { id }, chosenId, onChoose }: SuggestionsProps) {
  const t = useWords();
  const input = useRef<HTMLInputElement>(null);
  const suggested = useQuery({
    queryKey: ['bank-line-suggestions', id],
    queryFn: () => client.get('/api/bank-lines/{id}/suggestions', { path: { id } }),
  });
  return (
    <section className="stack" aria-label={t('bank.whose')}>
      <h3>{t('bank.whose')}</h3>
      <Answered query={suggested} lines={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{t('bank.noSuggestion')}</p>
          ) : (
            <ul className="lines">
              {items.map(({ memberId, memberName, memberNumber, reasonText }) => (
                <li key={memberId} className="line-row">
                  <span>
                    {memberName} · <span className="nowrap">{memberNumber}</span>
                    <span className="block small quiet">{reasonText}</span>
                  </span>
                  <Button
                    size="compact-sm"
                    variant={chosenId === memberId ? 'filled' : 'default'}
                    aria-pressed={chosenId === memberId}
                    onClick={() => onChoose(memberId)}
                  >
                    {t('bank.choose')}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
      <MemberFinder label={t('bank.find')} inputRef={input} onChoose={(member) => onChoose(member.id)} />
    </section>
  );
}

interface SpreadProps {
  memberId: string;
  amount: string;
  error: unknown;
  onRead: (lines: ReturnType<typeof readLines>['lines']) => void;
}

function Spread({ memberId, ...rest }: SpreadProps) {
  const person = useCounterMember(memberId);
  return (
    <Answered query={person} lines={4}>
      {(found) => <SpreadOver key={found.id} person={found} {...rest} />}
    </Answered>
  );
}

function SpreadOver({ person, amount, error, onRead }: Omit<SpreadProps, 'memberId'> & { person: CounterMember }) {
  const t = useWords();
  const format = useSocietyFormat();
  const { decimals, businessDate } = useThisSociety();
  const lines = deskLines(person, businessDate);
  const [typed, setTyped] = useState<TypedLines>(() => {
    const first = spread(lines, amount, decimals);
    // Told at once, so that the usual case needs no typing.
    queueMicrotask(() => onRead(readLines(lines, first, decimals).lines));
    return first;
  });
  const read = readLines(lines, typed, decimals);
  return (
    <section className="stack" aria-label={person.name}>
      <h3>
        {person.name} · <span className="nowrap">{person.memberNumber}</span>
      </h3>
      <ReceiptLineTable
        lines={lines}
        typed={typed}
        total={read.total}
        problemOf={() => fieldProblem(error, 'lines')}
        onType={(key, text) => {
          const next = { ...typed, [key]: text };
          setTyped(next);
          onRead(readLines(lines, next, decimals).lines);
        }}
      />
      {read.total !== amount && (
        <Note tone="warning">{t('bank.total', { total: format.money(read.total), amount: format.money(amount) })}</Note>
      )}
    </section>
  );
}
