import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { phoneText } from '../../shared/format.ts';
import { languageNames } from '../../shared/messages/messages.ts';
import type { Application, ApprovedAnswer } from '../answers.ts';
import { FileList } from '../members/file-list.tsx';
import { addressOf } from '../members/member-details.tsx';
import { NomineeList } from '../members/nominee-list.tsx';
import { useMay } from '../session.ts';
import { useSocietyFormat } from '../society.tsx';
import { Facts } from '../ui/facts.tsx';
import { StateMark } from '../ui/marks.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Answered, Note } from '../ui/states.tsx';
import { Timeline } from '../ui/timeline.tsx';
import { useKnownWord, useWords } from '../words.ts';
import { ApplicationChecks } from './application-checks.tsx';
import { ApplicationDecision } from './application-decision.tsx';
import { useApplication } from './application-queries.ts';
import { Approved } from './approved.tsx';

const route = getRouteApi('/applications/$id');

export function ApplicationPage() {
  const t = useWords();
  const { id } = route.useParams();
  const application = useApplication(id);
  const [approved, setApproved] = useState<ApprovedAnswer>();
  const title =
    application.data === undefined
      ? t('application.title')
      : t(`application.title.${application.data.status}`, { name: application.data.name });
  return (
    <Page title={title} above={<Link to="/applications">{t('nav.applications')}</Link>}>
      <Answered query={application} lines={12}>
        {(applicant) => (
          <>
            {approved !== undefined && <Approved answer={approved} name={applicant.name} />}
            <div className="review">
              <div>
                <ApplicationBody application={applicant} />
              </div>
              <div className="review-side">
                <ApplicationDecision application={applicant} onApproved={setApproved} />
                <ApplicationHistory application={applicant} />
              </div>
            </div>
          </>
        )}
      </Answered>
    </Page>
  );
}

function ApplicationBody({ application }: { application: Application }) {
  const t = useWords();
  const may = useMay();
  const format = useSocietyFormat();
  return (
    <>
      <Flags application={application} />
      <ApplicationChecks application={application} />
      <FileList
        of="application"
        id={application.id}
        name={application.name}
        mayChange={may('member.register') && (application.status === 'submitted' || application.status === 'returned')}
        missing={application.checks.find(({ code }) => code === 'papers')?.missing ?? []}
      />
      <Section title={t('application.person')}>
        <Facts
          columns={2}
          facts={[
            [t('application.tracking'), application.trackingNumber],
            [t('list.state'), <StateMark key="state" state={application.status} />],
            [t('member.name'), application.name],
            [t('member.nameLocal'), application.nameLocal],
            [
              t('member.dateOfBirth'),
              t('application.bornAge', { day: format.day(application.dateOfBirth), age: application.age }),
            ],
            [t('member.gender'), t(`gender.${application.gender}`)],
            [t('member.parentOrSpouse'), application.parentOrSpouseName],
            [t('member.occupation'), application.occupation],
            [t('member.class'), t(`member.class.${application.memberClass}`)],
            [t('application.account'), t(`application.account.${application.accountType}`)],
            [t('member.pan'), application.panMasked],
            [t('member.aadhaar'), application.aadhaarMasked],
          ]}
        />
      </Section>
      <Section title={t('member.contact')}>
        <Facts
          columns={2}
          facts={[
            [t('member.phone'), phoneText(application.phone)],
            [t('member.email'), application.email],
            [t('member.address'), addressOf(application)],
            [t('member.language'), languageNames[application.language]],
            ...(application.phoneSharedReason === null
              ? []
              : ([[t('register.phoneShared'), application.phoneSharedReason]] as const)),
            [t('application.source'), t(`application.source.${application.source}`)],
          ]}
        />
      </Section>
      <Section title={t('member.nominees', { count: application.nominees.length })}>
        <NomineeList nominees={application.nominees} />
      </Section>
      <Section title={t('application.dues', { amount: format.money(application.duesTotal) })}>
        <ul className="lines narrow">
          {application.dues.map((due) => (
            <li key={due.code} className="line-row">
              <span>{due.name}</span>
              <span className="figure">{format.amount(due.amount)}</span>
            </li>
          ))}
          <li className="line-row strong">
            <span>{t('counter.total')}</span>
            <span className="figure">{format.money(application.duesTotal)}</span>
          </li>
        </ul>
      </Section>
    </>
  );
}

function Flags({ application }: { application: Application }) {
  const t = useWords();
  if (application.flagged.length === 0) return null;
  return (
    <Note tone="warning">
      <strong>{t('application.flagCount', { count: application.flagged.length })}</strong>
      {application.flagged.map((flag) => (
        <span key={`${flag.code} ${flag.memberId ?? ''}`} className="note-line">
          {flag.detail}{' '}
          {flag.memberId !== null && (
            <Link to="/members/$id" params={{ id: flag.memberId }}>
              {flag.memberNumber}
            </Link>
          )}
        </span>
      ))}
    </Note>
  );
}

function ApplicationHistory({ application }: { application: Application }) {
  const t = useWords();
  const known = useKnownWord();
  return (
    <Section title={t('application.history')}>
      <Timeline
        events={application.history.map((event) => ({
          key: `${event.at} ${event.act}`,
          at: event.at,
          what: known(`application.act.${event.act}`) ?? event.act,
          by: event.by,
          note: event.note,
        }))}
      />
    </Section>
  );
}
