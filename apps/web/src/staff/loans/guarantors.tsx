import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { isZeroMoney } from '../../shared/format.ts';
import { useContractForm } from '../../shared/use-contract-form.ts';
import type { FoundMember, Loan } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat } from '../society.tsx';
import { client, queryClient } from '../staff-api.ts';
import { ActDialog } from '../ui/act-dialog.tsx';
import { LongTextBox } from '../ui/fields.tsx';
import { MemberFinder } from '../ui/member-finder.tsx';
import { MemberLink } from '../ui/member-link.tsx';
import { Section } from '../ui/page.tsx';
import { Note } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { RecoverFromGuarantor } from './recover-from-guarantor.tsx';
import { SuretyCode } from './surety-code.tsx';

type Guarantor = Loan['guarantors'][number];

/** Who answers for the loan, for how much of it, what else they stand for, and whether it comes back to them. */
export function Guarantors({ loan }: { loan: Loan }) {
  const t = useWords();
  const may = useMay();
  const { guarantors, status } = loan;
  const isLive = ['submitted', 'returned', 'recommended', 'sanctioned', 'active'].includes(status);
  return (
    <Section title={t('loan.guarantors')}>
      {guarantors.length === 0 && <p className="quiet">{t('loan.noGuarantors')}</p>}
      {guarantors.map((guarantor) => (
        <div key={guarantor.memberId} className="stack">
          <GuarantorFacts guarantor={guarantor} />
          <div className="row">
            <SuretyCode loan={loan} guarantor={guarantor} />
            <RecoverFromGuarantor loan={loan} guarantor={guarantor} />
            {isLive && may('loan.apply') && guarantor.status !== 'released' && guarantor.replaces === null && (
              <Substitute loan={loan} guarantor={guarantor} />
            )}
          </div>
        </div>
      ))}
    </Section>
  );
}

function GuarantorFacts({ guarantor }: { guarantor: Guarantor }) {
  const t = useWords();
  const format = useSocietyFormat();
  const { memberId, memberName, memberNumber, status, releasedOn, part, paid, replaces, capacity, circle } = guarantor;
  const answers = status === 'asked' || status === 'consented';
  return (
    <>
      <div className="line-row">
        <MemberLink id={memberId} name={memberName} number={memberNumber} />
        <span className="quiet">
          {t(`loan.surety.${status}`)}
          {releasedOn !== null && `, ${format.day(releasedOn)}`}
        </span>
      </div>
      {replaces !== null && <p className="quiet small">{t('loan.suretyInstead', { number: replaces })}</p>}
      {answers && capacity !== null && (
        <p className="quiet small">
          {t('loan.suretyPart', { part: format.money(part) })}{' '}
          {capacity.loans > 0 &&
            `${t('loan.suretyBeside', { exposure: format.money(capacity.exposure), count: capacity.loans })} `}
          {capacity.free !== null && t('loan.suretyFree', { free: format.money(capacity.free) })}
        </p>
      )}
      {!isZeroMoney(paid) && <p className="quiet small">{t('recovery.paid', { amount: format.money(paid) })}</p>}
      {circle.length > 0 && (
        <Note tone="warning">
          {t(circle.length === 2 ? 'loan.suretyMutual' : 'loan.suretyCircle', { names: circle.join(' → ') })}
        </Note>
      )}
    </>
  );
}

function Substitute({ loan, guarantor }: { loan: Loan; guarantor: Guarantor }) {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  const [coming, setComing] = useState<FoundMember>();
  const [reason, setReason] = useState('');
  const finder = useRef<HTMLInputElement>(null);
  const body = {
    replacesMemberId: guarantor.memberId,
    memberNumber: coming?.memberNumber ?? '',
    reason: reason.trim(),
  };
  const asking = useMutation({
    mutationFn: () => client.post('/api/loans/{id}/guarantors', { path: { id: loan.id }, body }),
    onSuccess: async () => {
      setOpen(false);
      setComing(undefined);
      setReason('');
      await queryClient.invalidateQueries();
    },
  });
  const checking = useContractForm('SubstituteGuarantorBody', body, asking.error);
  const isDecided = loan.status !== 'submitted' && loan.status !== 'returned';
  return (
    <>
      <Button variant="subtle" size="compact-sm" onClick={() => setOpen(true)}>
        {t('loan.substitute', { name: guarantor.memberName })}
      </Button>
      <ActDialog
        title={t('loan.substituteTitle', { name: guarantor.memberName })}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        act={t(isDecided ? 'loan.disburseAsk' : 'loan.substituteAsk')}
        onAct={() => asking.mutate()}
        isBusy={asking.isPending}
        isReady={coming !== undefined && body.reason.length >= 3}
        error={asking.error}
        checking={checking}
      >
        <p>{t(isDecided ? 'loan.substituteLater' : 'loan.substituteHow', { name: guarantor.memberName })}</p>
        {coming === undefined ? (
          <MemberFinder label={t('apply.guarantorFind')} inputRef={finder} onChoose={setComing} />
        ) : (
          <div className="row">
            <strong>
              {coming.name} · {coming.memberNumber}
            </strong>
            <Button variant="subtle" onClick={() => setComing(undefined)}>
              {t('apply.change')}
            </Button>
          </div>
        )}
        <LongTextBox
          label={t('act.reason')}
          maxLength={400}
          value={reason}
          onChange={setReason}
          problem={checking.problem('reason')}
        />
      </ActDialog>
    </>
  );
}
