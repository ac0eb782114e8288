import { toLatinDigits } from '@kafal/core';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { isZeroMoney } from '../../shared/format.ts';
import { fieldProblem } from '../../shared/problem.ts';
import type { AllotSharesRequest } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat } from '../society.tsx';
import { EntryLink } from '../ui/entry-link.tsx';
import { TextBox } from '../ui/fields.tsx';
import { FileButton } from '../ui/files.tsx';
import { MoneyActDialog } from '../ui/money-act-dialog.tsx';
import { ResolutionBox } from '../ui/resolution-box.tsx';
import { Note } from '../ui/states.tsx';
import { useMoneyAct } from '../ui/use-money-act.ts';
import { useWords } from '../words.ts';

interface Holding {
  memberId: string;
  memberName: string;
  pending: string;
}

/** Share money that waits becomes shares, by a resolution of the committee. */
export function AllotShares({ holding, isCompact = true }: { holding: Holding; isCompact?: boolean }) {
  const t = useWords();
  const may = useMay();
  const format = useSocietyFormat();
  const [isOpen, dialog] = useDisclosure(false);
  const [shares, setShares] = useState('');
  const [resolutionNumber, setResolutionNumber] = useState('');
  const acting = useMoneyAct('/api/members/{memberId}/share-allotments', {
    memberId: holding.memberId,
  });
  // The dialog stays while what it did is read, even though nothing waits any more.
  if (!may('share.allot') || (isZeroMoney(holding.pending) && !isOpen)) return null;
  const request: AllotSharesRequest = {
    ...(shares === '' ? {} : { shares: Number(shares) }),
    ...(resolutionNumber.trim() === '' ? {} : { resolutionNumber: resolutionNumber.trim() }),
  };
  return (
    <>
      <Button size={isCompact ? 'compact-sm' : 'sm'} onClick={dialog.open}>
        {t('share.allot')}
      </Button>
      <MoneyActDialog
        title={t('share.allotTo', { name: holding.memberName })}
        isOpen={isOpen}
        onClose={dialog.close}
        acting={acting}
        request={request}
        act={t('share.allotNow')}
        previewed={(preview) => <p className="strong">{t('share.willAllot', { count: preview.shares })}</p>}
        done={(result) => (
          <>
            <Note tone="good">
              {t('share.allotted', {
                count: result.allotment.shares,
                certificate: result.allotment.certificateNumber,
                folio: result.folio,
              })}
            </Note>
            <p>{t('share.stillPending', { amount: format.money(result.pending) })}</p>
            {may('books.read') && (
              <p className="quiet small">
                {t('counter.wrongHow')} <EntryLink id={result.allotment.entryId}>{t('entry.open')}</EntryLink>
              </p>
            )}
            <div className="row">
              <FileButton
                use="print"
                path="/api/share-certificates/{id}/pdf"
                options={{ path: { id: result.allotment.id } }}
              >
                {t('share.printCertificate')}
              </FileButton>
            </div>
          </>
        )}
      >
        <p>{t('share.waiting', { amount: format.money(holding.pending) })}</p>
        <TextBox
          label={t('share.howMany')}
          hint={t('share.howManyHow')}
          isOptional
          inputMode="numeric"
          maxLength={7}
          value={shares}
          onChange={(text) => setShares(toLatinDigits(text).replace(/\D/g, ''))}
          problem={fieldProblem(acting.error, 'shares')}
        />
        <ResolutionBox
          label={t('share.resolution')}
          isOptional
          value={resolutionNumber}
          onChange={setResolutionNumber}
          problem={fieldProblem(acting.error, 'resolutionNumber')}
        />
      </MoneyActDialog>
    </>
  );
}
