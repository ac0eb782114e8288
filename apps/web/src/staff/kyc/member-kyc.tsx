import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Kyc } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat } from '../society.tsx';
import { client } from '../staff-api.ts';
import { Facts } from '../ui/facts.tsx';
import { ChoiceBox } from '../ui/fields.tsx';
import { Mark } from '../ui/marks.tsx';
import { Section } from '../ui/page.tsx';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { Answered } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { kycLooks, useKycState, usePapersName } from './kyc-words.ts';
import { ReviewDialog } from './review-dialog.tsx';

export const useMemberKyc = (id: string) =>
  useQuery({ queryKey: ['kyc', id], queryFn: () => client.get('/api/members/{id}/kyc', { path: { id } }) });

/** How the papers of a member stand, in one mark. */
export function KycMark({ memberId }: { memberId: string }) {
  const words = useKycState();
  const { data } = useMemberKyc(memberId);
  return data === undefined ? null : <Mark look={kycLooks[data.state]} words={words(data)} />;
}

/** What the society asks for, paper by paper, when it was last found in order, and how great the risk is. */
export function MemberKyc({ memberId }: { memberId: string }) {
  const t = useWords();
  const kyc = useMemberKyc(memberId);
  return (
    <Section title={t('kyc.title')}>
      <Answered query={kyc} lines={5}>
        {(shown) => <Standing memberId={memberId} kyc={shown} />}
      </Answered>
    </Section>
  );
}

function Standing({ memberId, kyc }: { memberId: string; kyc: Kyc }) {
  const t = useWords();
  const format = useSocietyFormat();
  const stateWords = useKycState();
  const papersName = usePapersName();
  const { office, wanted } = kyc;
  if (office === null) return null;
  const { reviewedOn, reviewedBy, riskClass, riskReason, reviewMonths } = office;
  const risk = riskReason === null ? t(`kyc.risk.${riskClass}`) : `${t(`kyc.risk.${riskClass}`)}: ${riskReason}`;
  return (
    <>
      <p>
        <Mark look={kycLooks[kyc.state]} words={stateWords(kyc)} />
      </p>
      <ul className="lines">
        {wanted.map((one) => (
          <li key={one.kinds.join()} className="line-row">
            <span>{papersName(one.kinds)}</span>
            <span className="row">
              {one.expiresOn !== null && (
                <span className="quiet small">{t('kyc.until', { day: format.day(one.expiresOn) })}</span>
              )}
              <Mark look={kycLooks[one.state]} words={t(`kyc.is.${one.state}`)} />
            </span>
          </li>
        ))}
      </ul>
      <Facts
        facts={[
          [
            t('kyc.reviewed'),
            reviewedOn === null ? null : t('kyc.reviewedBy', { day: format.day(reviewedOn), who: reviewedBy ?? '' }),
          ],
          [t('kyc.risk'), risk],
          [t('kycList.until'), kyc.validUntil === null ? null : format.day(kyc.validUntil)],
        ]}
      />
      <p className="quiet small">{t('kyc.reviewEvery', { count: reviewMonths })}</p>
      {office.mayCheck && <Acts memberId={memberId} kyc={kyc} />}
    </>
  );
}

function Acts({ memberId, kyc }: { memberId: string; kyc: Kyc }) {
  const t = useWords();
  const may = useMay();
  const [open, setOpen] = useState<'review' | 'risk'>();
  const waits = kyc.wanted.some(({ state }) => state === 'pending');
  const isWhole = kyc.wanted.every(({ state }) => state === 'verified');
  return (
    <div className="row">
      {waits && may('kyc.check') && (
        <Button renderRoot={(props) => <Link to="/papers-to-check" {...props} />}>{t('kyc.check')}</Button>
      )}
      {isWhole && <Button onClick={() => setOpen('review')}>{t('kyc.review')}</Button>}
      <Button onClick={() => setOpen('risk')}>{t('kyc.changeRisk')}</Button>
      {open === 'review' && (
        <ReviewDialog memberId={memberId} months={kyc.office?.reviewMonths ?? 0} onClose={() => setOpen(undefined)} />
      )}
      {open === 'risk' && <RiskDialog memberId={memberId} kyc={kyc} onClose={() => setOpen(undefined)} />}
    </div>
  );
}

const risks = ['low', 'medium', 'high'] as const;

function RiskDialog({ memberId, kyc, onClose }: { memberId: string; kyc: Kyc; onClose: () => void }) {
  const t = useWords();
  const now = kyc.office?.riskClass ?? 'low';
  const [riskClass, setRiskClass] = useState<(typeof risks)[number]>(now);
  return (
    <ReasonDialog
      title={t('kyc.changeRiskTitle')}
      act={t('kyc.changeRisk')}
      done={t('kyc.riskChanged')}
      bodyName="ChangeRiskBody"
      asked={{ riskClass }}
      isReady={riskClass !== now}
      onAsk={(body) => client.put('/api/members/{id}/risk-class', { path: { id: memberId }, body })}
      onClose={onClose}
    >
      {(problem) => (
        <>
          <p>{t('kyc.changeRiskHow')}</p>
          <ChoiceBox
            label={t('kyc.risk')}
            name="riskClass"
            value={riskClass}
            choices={risks.map((one) => ({ value: one, label: t(`kyc.risk.${one}`) }))}
            onChange={(one) => setRiskClass(one === '' ? now : one)}
            problem={problem('riskClass')}
          />
        </>
      )}
    </ReasonDialog>
  );
}
