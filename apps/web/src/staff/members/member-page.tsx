import { formatMoney, sum } from '@kafal/core';
import { Button, Tabs } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { isZeroMoney, moneyFromText } from '../../shared/format.ts';
import type { Member } from '../answers.ts';
import { KycMark, MemberKyc } from '../kyc/member-kyc.tsx';
import { PaperHistory } from '../kyc/paper-history.tsx';
import { Unverified } from '../kyc/unverified.tsx';
import { useMay } from '../session.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { Glow } from '../ui/glow.tsx';
import { MemberStatusMark } from '../ui/marks.tsx';
import { Page } from '../ui/page.tsx';
import { Answered } from '../ui/states.tsx';
import { StoredPicture } from '../ui/stored-picture.tsx';
import { useWords } from '../words.ts';
import { ChangeStatus } from './change-status.tsx';
import { FileList } from './file-list.tsx';
import { InterestCertificate } from './interest-certificate.tsx';
import { IssueCode } from './issue-code.tsx';
import { MemberAccounts } from './member-accounts.tsx';
import { MemberDetails } from './member-details.tsx';
import { MemberLogIn } from './member-log-in.tsx';
import { MemberNotes } from './member-notes.tsx';
import { useMember, useMemberCounts } from './member-queries.ts';
import { MemberReceipts } from './member-receipts.tsx';
import { MemberRequests } from './member-requests.tsx';
import { MemberShares } from './member-shares.tsx';
import { MemberTimeline } from './member-timeline.tsx';
import { StaffStanding } from './staff-standing.tsx';
import { StatusHistoryList } from './status-history-list.tsx';
import { TaxDeclarations } from './tax-declarations.tsx';

const route = getRouteApi('/members/$id');

export function MemberPage() {
  const t = useWords();
  const { id } = route.useParams();
  const member = useMember(id);
  return (
    <Page
      title={member.data === undefined ? t('member.title') : `${member.data.name} · ${member.data.memberNumber}`}
      above={<Link to="/members">{t('nav.members')}</Link>}
      lead={member.data === undefined ? undefined : <Standing member={member.data} />}
      actions={member.data === undefined ? undefined : <Acts member={member.data} />}
    >
      <Answered query={member} lines={10}>
        {(person) => <MemberBody key={person.id} member={person} />}
      </Answered>
    </Page>
  );
}

function Standing({ member }: { member: Member }) {
  const t = useWords();
  const format = useSocietyFormat();
  return (
    <>
      {member.nameLocal !== null && <>{member.nameLocal} · </>}
      <MemberStatusMark status={member.status} /> {t('member.since', { day: format.day(member.statusSince) })}{' '}
      <KycMark memberId={member.id} />
    </>
  );
}

function Acts({ member }: { member: Member }) {
  const t = useWords();
  const may = useMay();
  return (
    <div className="row">
      {may('receipt.take') && (
        <Button
          variant="filled"
          renderRoot={(props) => <Link to="/counter" search={{ member: member.id }} {...props} />}
        >
          {t('member.toCounter')}
        </Button>
      )}
      {may('member.change') && (
        <Button renderRoot={(props) => <Link to="/members/$id/details" params={{ id: member.id }} {...props} />}>
          {t('member.changeDetails')}
        </Button>
      )}
      <Statement member={member} />
      <ChangeStatus member={member} />
      <IssueCode member={member} />
    </div>
  );
}

/** Of the first account; the others have theirs on their own pages. */
function Statement({ member }: { member: Member }) {
  const t = useWords();
  const first = member.deposits[0];
  if (first === undefined) return null;
  return (
    <Button renderRoot={(props) => <Link to="/savings/$id" params={{ id: first.id }} {...props} />}>
      {t('member.statement')}
    </Button>
  );
}

function MemberBody({ member }: { member: Member }) {
  const t = useWords();
  const may = useMay();
  const format = useSocietyFormat();
  const { decimals } = useThisSociety();
  const savings = sum(member.deposits.map((deposit) => moneyFromText(deposit.balance, decimals)));
  const [tab, setTab] = useState<string | null>('details');
  const mayShares = may('share.read');
  const mayReceipts = may('counter.read');
  const mayLogIn = may('user.read');
  const counts = useMemberCounts(member.id);
  return (
    <>
      <div className="person-head">
        <StoredPicture fileId={member.photoFileId} alt={t('file.kind.photo')} />
        <StoredPicture fileId={member.signatureFileId} alt={t('file.kind.signature')} look="signature" />
        <Unverified pictures={member.unverifiedPictures} />
      </div>
      <section className="figures figures-strip" aria-label={t('member.standing')}>
        <Strip
          label={t('member.shares')}
          value={format.money(member.shares.amount)}
          more={t('member.shareCount', { count: member.shares.shares })}
        />
        <Strip label={t('member.sharesPending')} value={format.money(member.shares.pending)} />
        <Strip
          label={t('member.savings')}
          value={format.money(formatMoney(savings, decimals))}
          more={t('member.accountCount', { count: member.deposits.length })}
        />
        <Strip
          label={t('member.dues')}
          value={isZeroMoney(member.duesOutstanding) ? t('member.noDues') : format.money(member.duesOutstanding)}
        />
      </section>
      <Tabs value={tab} onChange={setTab} keepMounted={false} className="tabs">
        <Tabs.List aria-label={t('member.parts')}>
          <Tabs.Tab value="details">{t('member.tabDetails')}</Tabs.Tab>
          <Tabs.Tab value="accounts">{t('member.tabAccounts', { count: member.deposits.length })}</Tabs.Tab>
          {mayShares && <Tabs.Tab value="shares">{t('member.tabShares', { count: member.shares.shares })}</Tabs.Tab>}
          {mayReceipts && (
            <Tabs.Tab value="receipts">{t('member.tabReceipts', { count: counts.data?.receipts ?? 0 })}</Tabs.Tab>
          )}
          <Tabs.Tab value="papers">{t('member.tabPapers', { count: counts.data?.papers ?? 0 })}</Tabs.Tab>
          <Tabs.Tab value="requests">{t('member.tabRequests', { count: counts.data?.waiting ?? 0 })}</Tabs.Tab>
          <Tabs.Tab value="notes">{t('member.tabNotes', { count: counts.data?.notes ?? 0 })}</Tabs.Tab>
          {mayLogIn && <Tabs.Tab value="login">{t('member.tabLogIn')}</Tabs.Tab>}
          <Tabs.Tab value="timeline">{t('member.tabTimeline')}</Tabs.Tab>
          <Tabs.Tab value="history">{t('member.tabHistory')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="details">
          <MemberDetails member={member} />
        </Tabs.Panel>
        <Tabs.Panel value="accounts">
          <MemberAccounts member={member} />
          <InterestCertificate member={member} />
          <TaxDeclarations member={member} />
          <StaffStanding member={member} />
        </Tabs.Panel>
        {mayShares && (
          <Tabs.Panel value="shares">
            <MemberShares member={member} />
          </Tabs.Panel>
        )}
        {mayReceipts && (
          <Tabs.Panel value="receipts">
            <MemberReceipts member={member} />
          </Tabs.Panel>
        )}
        <Tabs.Panel value="papers">
          <MemberKyc memberId={member.id} />
          <FileList of="member" id={member.id} name={member.name} mayChange={may('member.change')} />
          <PaperHistory memberId={member.id} />
        </Tabs.Panel>
        <Tabs.Panel value="requests">
          <MemberRequests member={member} />
        </Tabs.Panel>
        <Tabs.Panel value="notes">
          <MemberNotes member={member} />
        </Tabs.Panel>
        {mayLogIn && (
          <Tabs.Panel value="login">
            <MemberLogIn member={member} />
          </Tabs.Panel>
        )}
        <Tabs.Panel value="timeline">
          <MemberTimeline member={member} />
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <StatusHistoryList member={member} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

function Strip({ label, value, more }: { label: string; value: string; more?: string }) {
  return (
    <div className="figure-block">
      <p className="figure-label">{label}</p>
      <p className="figure-line">
        <Glow value={value}>
          <span className="figure-value figure-smaller">{value}</span>
        </Glow>
      </p>
      {more !== undefined && <p className="figure-more">{more}</p>}
    </div>
  );
}
