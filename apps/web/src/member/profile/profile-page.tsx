import { Link } from 'wouter';
import type { Member } from '../../shared/answers.ts';
import { percentText, phoneText } from '../../shared/format.ts';
import { useLanguage } from '../../shared/messages/use-text.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Empty, Skeleton } from '../../shared/ui/states.tsx';
import { LanguageSwitch, ThemeSwitch } from '../../shared/ui/switches.tsx';
import { BigTextSwitch } from '../big-text-switch.tsx';
import { putOnHomeScreen, useInstalledApp } from '../installed-app.ts';
import { LogOutButton } from '../log-out-button.tsx';
import { client } from '../member-api.ts';
import { useProfile } from '../member-queries.ts';
import { type MemberKey, useMemberText } from '../member-text.ts';
import { Page } from '../page.tsx';
import { PushSwitch } from '../push/push-switch.tsx';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { memberStatusKey } from '../status-words.ts';
import { forgetTyped, useTyped } from '../typed.ts';
import { PageProblem } from '../waiting-pages.tsx';
import { ContactForm } from './contact-form.tsx';
import { IdentityForm } from './identity-form.tsx';
import { NomineesForm } from './nominees-form.tsx';

type Edited = 'contact' | 'identity' | 'nominees';

export function ProfilePage() {
  const t = useMemberText();
  const { data: member, error, refetch } = useProfile();
  const { offer } = useInstalledApp();
  const { languages } = useThisSociety();
  const [{ edits }, change] = useTyped<{ edits: Edited | undefined }>('profile', () => ({ edits: undefined }));
  const edit = (one: Edited) => change({ edits: one });
  const close = () => {
    change({ edits: undefined });
    forgetTyped('profile', 'contact', 'identity', 'nominees');
  };
  if (member === undefined) {
    if (error !== null) {
      return <PageProblem title={t('profile.title')} backTo="/" error={error} onRetry={() => void refetch()} />;
    }
    return (
      <Page title={t('profile.title')} backTo="/">
        <Skeleton lines={5} />
      </Page>
    );
  }
  return (
    <Page title={t('profile.title')} backTo="/">
      <Waiting member={member} />
      <Person member={member} />
      {edits === 'contact' ? (
        <ContactForm member={member} onDone={close} />
      ) : (
        <Contact member={member} onEdit={() => edit('contact')} />
      )}
      {edits === 'identity' ? (
        <IdentityForm member={member} onDone={close} />
      ) : (
        <Button look="text" onClick={() => edit('identity')}>
          {t('profile.requestChange')}
        </Button>
      )}
      {edits === 'nominees' ? (
        <NomineesForm member={member} onDone={close} />
      ) : (
        <Nominees member={member} onEdit={() => edit('nominees')} />
      )}
      <Link href="/papers" className="button button-quiet no-print">
        {t('profile.papers')}
      </Link>
      <section className="stack section no-print" aria-labelledby="device">
        <h2 id="device">{t('profile.device')}</h2>
        <LanguageSwitch
          offered={languages}
          onChosen={(language) => void client.put('/api/me/language', { body: { language } }).catch(() => undefined)}
        />
        <ThemeSwitch />
        <BigTextSwitch />
        <PushSwitch />
        <Link href="/notifications/choices" className="button button-quiet">
          {t('notifications.choices')}
        </Link>
        {offer !== undefined && <Button onClick={() => void putOnHomeScreen()}>{t('app.install')}</Button>}
      </section>
      <section className="stack section no-print" aria-labelledby="security">
        <h2 id="security">{t('security.title')}</h2>
        <Link href="/security" className="button button-quiet">
          {t('security.open')}
        </Link>
        <LogOutButton />
      </section>
    </Page>
  );
}

const detailWords: Readonly<Record<string, MemberKey>> = {
  name: 'apply.name',
  nameLocal: 'apply.nameLocal',
  dateOfBirth: 'apply.dateOfBirth',
  pan: 'apply.pan',
  bankDetails: 'profile.bank',
  nominees: 'apply.nominees',
};

/** What was asked for and is not confirmed yet. */
function Waiting({ member }: { member: Member }) {
  const t = useMemberText();
  const waiting = member.waitingChanges.flatMap((field) => detailWords[field] ?? []);
  if (waiting.length === 0) return null;
  return (
    <div className="note">
      <p className="note-title">{t('profile.waits', { what: waiting.map((key) => t(key)).join(', ') })}</p>
      <p>{t('profile.changeWaits')}</p>
    </div>
  );
}

function Person({ member }: { member: Member }) {
  const t = useMemberText();
  const language = useLanguage();
  const format = useSocietyFormat();
  const names = [member.name, ...(member.nameLocal === null ? [] : [member.nameLocal])];
  const [first, second] = language === 'hi' ? names.toReversed() : names;
  return (
    <section className="stack" aria-labelledby="person">
      <h2 id="person">
        {first}
        {second !== undefined && <span className="quiet"> · {second}</span>}
      </h2>
      <dl className="facts">
        <div>
          <dt>{t('profile.memberNumber')}</dt>
          <dd>{member.memberNumber}</dd>
        </div>
        <div>
          <dt>{t('profile.status')}</dt>
          <dd>
            {t(memberStatusKey(member.status))} · {t('home.since', { day: format.day(member.statusSince) })}
          </dd>
        </div>
        <div>
          <dt>{t('profile.joinedOn')}</dt>
          <dd>{format.day(member.joinedOn)}</dd>
        </div>
        <div>
          <dt>{t('apply.dateOfBirth')}</dt>
          <dd>{format.day(member.dateOfBirth)}</dd>
        </div>
        {member.panMasked !== null && (
          <div>
            <dt>{t('apply.pan')}</dt>
            <dd>{member.panMasked}</dd>
          </div>
        )}
        {member.aadhaarMasked !== null && (
          <div>
            <dt>{t('apply.aadhaar')}</dt>
            <dd>{member.aadhaarMasked}</dd>
          </div>
        )}
        {member.bankDetailsMasked !== null && (
          <div>
            <dt>{t('profile.bank')}</dt>
            <dd>{member.bankDetailsMasked}</dd>
          </div>
        )}
        <div>
          <dt>{t('profile.loginNames')}</dt>
          <dd>{member.loginNames.map(phoneText).join(', ')}</dd>
        </div>
      </dl>
    </section>
  );
}

function Contact({ member, onEdit }: { member: Member; onEdit: () => void }) {
  const t = useMemberText();
  return (
    <section className="stack" aria-labelledby="contact">
      <h2 id="contact">{t('profile.contact')}</h2>
      <dl className="facts">
        <div>
          <dt>{t('apply.phone')}</dt>
          <dd>{member.phone === null ? '–' : phoneText(member.phone)}</dd>
        </div>
        <div>
          <dt>{t('apply.email')}</dt>
          <dd>{member.email ?? '–'}</dd>
        </div>
        <div>
          <dt>{t('profile.address')}</dt>
          <dd>
            {member.addressLine}, {member.locality}, {member.district}, {member.state} {member.postalCode}
          </dd>
        </div>
        <div>
          <dt>{t('apply.occupation')}</dt>
          <dd>{member.occupation}</dd>
        </div>
      </dl>
      <Button onClick={onEdit}>{t('profile.editContact')}</Button>
    </section>
  );
}

function Nominees({ member, onEdit }: { member: Member; onEdit: () => void }) {
  const t = useMemberText();
  const format = useSocietyFormat();
  return (
    <section className="stack section" aria-labelledby="nominees">
      <h2 id="nominees">{t('apply.nominees')}</h2>
      {member.nominees.length === 0 ? (
        <Empty title={t('profile.noNominees')}>
          <p>{t('apply.nomineesWhy')}</p>
        </Empty>
      ) : (
        <ul className="list">
          {member.nominees.map((nominee) => (
            <li key={`${nominee.name}${nominee.dateOfBirth}`} className="list-row">
              <span className="list-title">{nominee.name}</span>
              <span className="list-side">{percentText(nominee.sharePercent)}</span>
              <span className="list-note">
                {nominee.relation} · {t('profile.bornOn', { day: format.day(nominee.dateOfBirth) })}
                {nominee.guardianName !== null && ` · ${t('apply.guardianOf', { name: nominee.guardianName })}`}
              </span>
            </li>
          ))}
        </ul>
      )}
      <Button onClick={onEdit}>{t('profile.changeNominees')}</Button>
    </section>
  );
}
