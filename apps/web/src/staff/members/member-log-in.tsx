import { useQuery } from '@tanstack/react-query';
import { phoneText } from '../../shared/format.ts';
import type { Member } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { client } from '../staff-api.ts';
import { Facts } from '../ui/facts.tsx';
import { StateMark } from '../ui/marks.tsx';
import { Section } from '../ui/page.tsx';
import { Answered } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { IssueCode } from './issue-code.tsx';

/** How the member comes in, and where the log-in is open now. */
export function MemberLogIn({ member }: { member: Member }) {
  const t = useWords();
  const format = useSocietyFormat();
  const logIn = useQuery({
    queryKey: ['member-log-in', member.id],
    queryFn: () => client.get('/api/members/{id}/log-in', { path: { id: member.id } }),
  });
  return (
    <Section title={t('logIn.title')} actions={<IssueCode member={member} />}>
      <Answered query={logIn}>
        {({ status, hasPassword, lastLoginAt, sessions }) => (
          <>
            <Facts
              columns={2}
              facts={[
                [t('list.state'), <StateMark key="state" state={status} />],
                [t('member.loginNames'), member.loginNames.map(phoneText).join(', ')],
                [t('logIn.password'), hasPassword ? t('logIn.passwordSet') : t('logIn.passwordNone')],
                [t('logIn.last'), lastLoginAt === null ? t('logIn.never') : format.instant(lastLoginAt)],
              ]}
            />
            <h3>{t('logIn.open', { count: sessions.length })}</h3>
            <ul className="lines">
              {sessions.map((session) => (
                <li key={session.id} className="line-row">
                  <span>
                    {session.agent} <span className="quiet">{session.address}</span>
                  </span>
                  <span className="quiet">{format.instant(session.lastSeenAt)}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Answered>
    </Section>
  );
}
