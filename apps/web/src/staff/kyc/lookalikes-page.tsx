import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { phoneText } from '../../shared/format.ts';
import { useSocietyFormat } from '../society.tsx';
import { client } from '../staff-api.ts';
import { MemberStatusMark } from '../ui/marks.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Answered, Empty, Note } from '../ui/states.tsx';
import { useWords } from '../words.ts';

/** Members who look like one person: an officer looks whether they are. */
export function LookalikesPage() {
  const t = useWords();
  const format = useSocietyFormat();
  const groups = useQuery({ queryKey: ['lookalikes'], queryFn: () => client.get('/api/lookalike-members') });
  return (
    <Page title={t('lookalikes.title')} lead={t('lookalikes.lead')}>
      <Answered query={groups} lines={6}>
        {({ items, isMore }) => (
          <>
            {items.length === 0 && <Empty title={t('lookalikes.none')} />}
            {items.map(({ kind, shared, bornOn, members }) => (
              <Section
                key={`${kind} ${shared} ${bornOn ?? ''}`}
                title={
                  kind === 'phone'
                    ? t('lookalikes.phone', { shared: phoneText(shared) })
                    : t('lookalikes.nameAndBirthDate', { shared, day: bornOn === null ? '' : format.day(bornOn) })
                }
              >
                <ul className="lines">
                  {members.map(({ id, name, memberNumber, status, joinedOn }) => (
                    <li key={id} className="line-row">
                      <span>
                        <Link to="/members/$id" params={{ id }}>
                          {name}
                        </Link>{' '}
                        · {memberNumber}
                      </span>
                      <span className="row">
                        <span className="quiet small">{format.day(joinedOn)}</span>
                        <MemberStatusMark status={status} />
                      </span>
                    </li>
                  ))}
                </ul>
              </Section>
            ))}
            {isMore && <Note>{t('lookalikes.more')}</Note>}
          </>
        )}
      </Answered>
    </Page>
  );
}
