import { getRouteApi, Link } from '@tanstack/react-router';
import { PlainText } from '../../shared/ui/plain-text.tsx';
import type { Meeting } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { Facts } from '../ui/facts.tsx';
import { FileButton } from '../ui/files.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Answered, Note } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { MeetingActs } from './meeting-acts.tsx';
import { MarkPresent } from './meeting-attendance.tsx';
import { MeetingResolutions } from './meeting-resolutions.tsx';
import { useMeeting } from './use-meeting.ts';

const route = getRouteApi('/meetings/$id');

/** A meeting from its draft to its minutes; while it is open its quorum stands in large figures. */
export function MeetingPage() {
  const t = useWords();
  const format = useSocietyFormat();
  const { id } = route.useParams();
  const meeting = useMeeting(id);
  const { data } = meeting;
  return (
    <Page
      title={data?.title ?? t('meetings.meeting')}
      lead={
        data === undefined
          ? undefined
          : [
              t(`meeting.kind.${data.kind}`),
              t('meeting.when', { day: format.day(data.heldOn), time: data.heldTime }),
              t(`meeting.state.${data.state}`),
            ].join(' · ')
      }
      above={<Link to="/meetings">{t('nav.meetings')}</Link>}
      actions={data !== undefined && <MeetingActs meeting={data} />}
    >
      <Answered query={meeting} lines={8}>
        {(shown) => (
          <>
            {shown.isAdjourned && <Note>{t('meeting.adjourned')}</Note>}
            {shown.state === 'open' && <Quorum meeting={shown} />}
            {shown.state === 'open' && shown.may.manage && <MarkPresent meeting={shown} />}
            <About meeting={shown} />
            <AgendaShown meeting={shown} />
            {(shown.state === 'open' || shown.state === 'held') && <MeetingResolutions meeting={shown} />}
            <History meeting={shown} />
          </>
        )}
      </Answered>
    </Page>
  );
}

function Quorum({ meeting: { present, entitled, quorum, isQuorate } }: { meeting: Meeting }) {
  const t = useWords();
  return (
    <section className="section" aria-label={t('meetings.quorum')} aria-live="polite">
      <p className={isQuorate ? 'quorum quorum-whole' : 'quorum'}>
        <span className="quorum-figure">
          {present} / {quorum}
        </span>
        <span>
          {t('meetings.presentOf', { present, entitled })}
          <br />
          {isQuorate
            ? t('meetings.quorate', { quorum })
            : t('meetings.notQuorate', { quorum, missing: quorum - present })}
        </span>
      </p>
    </section>
  );
}

function About({ meeting }: { meeting: Meeting }) {
  const t = useWords();
  const format = useSocietyFormat();
  const { id, place, link, chair, calledOn, votersOn, noticeId, state, present, entitled, quorum } = meeting;
  const isCalled = calledOn !== null;
  return (
    <Section title={t('meetings.meeting')}>
      <Facts
        columns={3}
        facts={[
          [t('meeting.place'), place],
          [t('meeting.chair'), chair],
          ...(link === null
            ? []
            : ([
                [
                  t('meeting.link'),
                  <a key="link" href={link} rel="noreferrer">
                    {link}
                  </a>,
                ],
              ] as const)),
          [t('meetings.calledOn'), calledOn === null ? '' : format.day(calledOn)],
          [t('meetings.votersOn'), votersOn === null ? '' : format.day(votersOn)],
          ...(state === 'held'
            ? ([
                [t('meetings.there'), t('meetings.presentOf', { present, entitled })],
                [t('meetings.quorum'), String(quorum)],
              ] as const)
            : []),
        ]}
      />
      <div className="row no-print">
        {isCalled && (
          <Link to="/meetings/$id/people" params={{ id }}>
            {t('meetings.people')}
          </Link>
        )}
        {noticeId !== null && (
          <Link to="/notice-board/$id" params={{ id: noticeId }}>
            {t('meetings.noticeRead')}
          </Link>
        )}
        {state === 'held' && (
          <Link to="/meetings/$id/minutes" params={{ id }}>
            {t('meeting.minutes')}
          </Link>
        )}
      </div>
      <div className="row no-print">
        <FileButton use="print" path="/api/meetings/{id}/notice.pdf" options={{ path: { id } }}>
          {t('meetings.print')}
        </FileButton>
        {isCalled && (
          <FileButton use="print" path="/api/meetings/{id}/voters.pdf" options={{ path: { id } }}>
            {t('meetings.printVoters')}
          </FileButton>
        )}
      </div>
    </Section>
  );
}

function AgendaShown({ meeting: { items } }: { meeting: Meeting }) {
  const t = useWords();
  return (
    <Section title={t('meeting.agenda')}>
      <ol className="lines narrow-wide">
        {items.map(({ id, title, text, subjectId }, place) => (
          <li key={id} className="notice">
            <p>
              <strong>
                {place + 1}. {title}
              </strong>
            </p>
            {text !== '' && <PlainText text={text} />}
            {subjectId !== null && (
              <p className="no-print">
                <Link to="/loans/$id" params={{ id: subjectId }}>
                  {t('meetings.toLoan')}
                </Link>
              </p>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}

function History({ meeting: { steps } }: { meeting: Meeting }) {
  const t = useWords();
  const format = useSocietyFormat();
  return (
    <Section title={t('meetings.history')} isOnScreenOnly>
      <ol className="lines narrow-wide">
        {steps.map(({ act, by, at, note }) => (
          <li key={`${act} ${at}`} className="notice">
            <p>{t(`meetings.act.${act}`)}</p>
            <p className="quiet small">{t('meetings.byAt', { by, at: format.instant(at) })}</p>
            {note !== null && <PlainText text={note} />}
          </li>
        ))}
      </ol>
    </Section>
  );
}
