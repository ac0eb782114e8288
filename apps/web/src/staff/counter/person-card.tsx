import { Link } from '@tanstack/react-router';
import { isZeroMoney, phoneText } from '../../shared/format.ts';
import type { CounterMember } from '../answers.ts';
import { Unverified } from '../kyc/unverified.tsx';
import { useMay } from '../session.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { Facts } from '../ui/facts.tsx';
import { Glow } from '../ui/glow.tsx';
import { Mark, MemberStatusMark } from '../ui/marks.tsx';
import { PrivatePicture } from '../ui/private-picture.tsx';
import { Note } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { MovedAmount, MovementLink } from './movement.tsx';

/** Whose face and whose hand it must be; staff who may not see pictures see none. */
function Pictures({ person }: { person: CounterMember }) {
  const t = useWords();
  const may = useMay();
  const { photoFileId, signatureFileId, name } = person;
  if (!may('member.read') || (photoFileId === null && signatureFileId === null)) return null;
  return (
    <div className="person-pictures">
      {photoFileId !== null && (
        <PrivatePicture fileId={photoFileId} words={t('counter.photoOf', { name })} className="person-photo" />
      )}
      {signatureFileId !== null && (
        <PrivatePicture
          fileId={signatureFileId}
          words={t('counter.signatureOf', { name })}
          className="person-signature"
        />
      )}
      <Unverified pictures={person.unverifiedPictures} />
    </div>
  );
}

/** All that this person should bring today: dues of the membership, instalments and thrift; or that it is nothing. */
function useDuesOf(person: CounterMember): readonly (readonly [string, string])[] {
  const t = useWords();
  const format = useSocietyFormat();
  const { businessDate } = useThisSociety();
  const instalments = person.instalments
    .filter(({ dueOn }) => businessDate !== null && dueOn <= businessDate)
    .map(
      ({ number, accountNumber, amount, dueOn }) =>
        [
          t('counter.instalment', { number, account: accountNumber }),
          `${format.money(amount)}, ${t('counter.instalmentDue', { day: format.day(dueOn) })}`,
        ] as const,
    );
  const thrift = person.thriftDues.map(
    ({ arrears, since, monthsInArrear }) =>
      [
        t('thrift.title'),
        t('counter.thriftOwed', { amount: format.money(arrears), day: format.day(since), count: monthsInArrear }),
      ] as const,
  );
  const dues = [...instalments, ...thrift];
  if (!isZeroMoney(person.duesOutstanding)) dues.unshift([t('member.dues'), format.money(person.duesOutstanding)]);
  return dues.length === 0 ? [[t('member.dues'), t('member.noDues')]] : dues;
}

/** Everything the cashier must know about the person in front of them. */
export function PersonCard({ person }: { person: CounterMember }) {
  const t = useWords();
  const format = useSocietyFormat();
  const dues = useDuesOf(person);
  return (
    <div className="person stack" data-testid="person-card">
      <Pictures person={person} />
      <div>
        <h2 className="person-name">
          <Link to="/members/$id" params={{ id: person.id }}>
            {person.name}
          </Link>
        </h2>
        {person.nameLocal !== null && <p className="quiet">{person.nameLocal}</p>}
        <p className="person-number">
          {person.memberNumber} <MemberStatusMark status={person.status} />
        </p>
        <p className="quiet small">{t('member.since', { day: format.day(person.statusSince) })}</p>
      </div>
      {person.warnings.map((warning) => (
        <Note key={warning.code} tone="warning">
          {warning.detail}
        </Note>
      ))}
      <Facts
        columns={1}
        facts={[
          [t('member.phone'), person.phone === null ? null : phoneText(person.phone)],
          [t('member.locality'), person.locality],
          ...dues,
          [t('member.sharesHeld'), `${format.count(person.shares.shares)} · ${format.money(person.shares.amount)}`],
          ...(isZeroMoney(person.shares.pending)
            ? []
            : ([[t('member.sharesPending'), format.money(person.shares.pending)]] as const)),
        ]}
      />
      <ul className="lines">
        {person.deposits.map((deposit) => (
          <li key={deposit.id} className="line-row">
            <span>
              <Link to="/savings/$id" params={{ id: deposit.id }}>
                {deposit.accountNumber}
              </Link>
              <br />
              <span className="quiet small">{deposit.product}</span>
            </span>
            <span className="figure">
              <Glow value={deposit.balance}>{format.money(deposit.balance)}</Glow>
              <br />
              <span className="quiet small">{t('member.available', { amount: format.money(deposit.available) })}</span>
            </span>
          </li>
        ))}
      </ul>
      {person.movements.length > 0 && (
        <div>
          <h3>{t('counter.lastFive')}</h3>
          <ul className="lines small">
            {person.movements.slice(0, 5).map((movement) => (
              <li key={movement.entryId} className="line-row">
                <span>
                  <MovementLink movement={movement} /> <span className="quiet">{format.day(movement.postedOn)}</span>
                  {movement.reversedByEntryId !== null && (
                    <Mark look={{ colour: 'red', mark: '↩' }} words={t('receipt.reversed')} />
                  )}
                </span>
                <MovedAmount movement={movement} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
