import { Link } from '@tanstack/react-router';
import { phoneText } from '../../shared/format.ts';
import { languageNames } from '../../shared/messages/messages.ts';
import type { Member } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat } from '../society.tsx';
import { Facts } from '../ui/facts.tsx';
import { Section } from '../ui/page.tsx';
import { useWords } from '../words.ts';
import { ChangeEmployment } from './change-employment.tsx';
import { DisclosedNumber } from './disclosed-number.tsx';
import { DueList } from './due-list.tsx';
import { NamedRelatives } from './named-relatives.tsx';
import { NomineeList } from './nominee-list.tsx';

export function MemberDetails({ member }: { member: Member }) {
  const t = useWords();
  const may = useMay();
  const format = useSocietyFormat();
  return (
    <div className="stack">
      <Section title={t('member.contact')}>
        <Facts
          columns={3}
          facts={[
            [t('member.phone'), member.phone === null ? null : phoneText(member.phone)],
            [t('member.email'), member.email],
            [t('member.language'), languageNames[member.language]],
            [t('member.address'), addressOf(member)],
            [t('member.occupation'), member.occupation],
            [
              t('employer.title'),
              <span key="employer">
                {employmentOf(member) ?? '–'} {may('member.change') && <ChangeEmployment member={member} />}
              </span>,
            ],
            [t('member.loginNames'), member.loginNames.map(phoneText).join(', ')],
          ]}
        />
      </Section>
      <Section title={t('member.identity')}>
        <Facts
          columns={3}
          facts={[
            [t('member.dateOfBirth'), format.day(member.dateOfBirth)],
            [t('member.gender'), t(`gender.${member.gender}`)],
            [t('member.parentOrSpouse'), member.parentOrSpouseName],
            [t('member.class'), t(`member.class.${member.memberClass}`)],
            [t('member.joinedOn'), format.day(member.joinedOn)],
            [t('member.aadhaar'), member.aadhaarMasked],
            [t('member.pan'), <DisclosedNumber key="pan" member={member} what="pan" masked={member.panMasked} />],
            [
              t('member.bank'),
              <DisclosedNumber key="bank" member={member} what="bank" masked={member.bankDetailsMasked} />,
            ],
          ]}
        />
      </Section>
      <Section title={t('member.nominees', { count: member.nominees.length })}>
        <NomineeList nominees={member.nominees} />
      </Section>
      {may('loan.read') && <NamedRelatives member={member} />}
      <Section title={t('member.dues')}>
        <DueList dues={member.dues} />
      </Section>
      {may('audit.read') && (
        <p className="no-print">
          <Link to="/audit" search={{ kind: 'member', subject: member.id }}>
            {t('member.audit')}
          </Link>
        </p>
      )}
    </div>
  );
}

function employmentOf({ employment }: Member): string | undefined {
  if (employment === null) return undefined;
  const { employerName, employeeNumber } = employment;
  return employeeNumber === null ? employerName : `${employerName} · ${employeeNumber}`;
}

interface Address {
  addressLine: string;
  locality: string;
  district: string;
  state: string;
  postalCode: string;
}

export function addressOf({ addressLine, locality, district, state, postalCode }: Address): string {
  return [addressLine, locality, district, `${state} ${postalCode}`].filter((part) => part.trim() !== '').join(', ');
}
