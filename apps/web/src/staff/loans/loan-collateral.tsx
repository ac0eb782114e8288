import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { MoneyAct } from '../../shared/idempotency.ts';
import type { CollateralItem, Loan } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat } from '../society.tsx';
import { client, queryClient } from '../staff-api.ts';
import { ActDialog } from '../ui/act-dialog.tsx';
import { TextBox } from '../ui/fields.tsx';
import { Section } from '../ui/page.tsx';
import { Note, ProblemNote } from '../ui/states.tsx';
import { WaitsForSecondPerson } from '../ui/waits-for-second-person.tsx';
import { useWords } from '../words.ts';
import { AddCollateral } from './add-collateral.tsx';

const OPEN = ['submitted', 'returned', 'recommended', 'sanctioned', 'active'];
const isOver = ({ status }: Loan) => ['closed', 'rejected', 'withdrawn', 'lapsed'].includes(status);

/** What secures the loan, what it is worth, where it is, and what may be done with it now. */
export function LoanCollateral({ loan }: { loan: Loan }) {
  const t = useWords();
  const may = useMay();
  const { collateral, status } = loan;
  const isOpen = OPEN.includes(status);
  if (collateral.length === 0 && !isOpen) return null;
  const awaited = collateral.filter((item) => item.kind !== 'deposit' && item.status === 'offered');
  const toReturn = isOver(loan) ? collateral.filter((item) => item.kind !== 'deposit' && item.status === 'held') : [];
  const mayReceive = awaited.length > 0 && (status === 'sanctioned' || status === 'active');
  return (
    <Section title={t('collateral.title')}>
      {collateral.length === 0 && <p className="quiet">{t('collateral.none')}</p>}
      {toReturn.length > 0 && <Note tone="warning">{t('collateral.toReturnNote', { count: toReturn.length })}</Note>}
      {collateral.map((item) => (
        <Item key={item.id} loan={loan} item={item} />
      ))}
      {may('loan.apply') && (
        <div className="row">
          {isOpen && <AddCollateral loan={loan} />}
          {mayReceive && <Move loan={loan} items={awaited} move="receipt" />}
          {toReturn.length > 0 && <Move loan={loan} items={toReturn} move="release" />}
        </div>
      )}
    </Section>
  );
}

function Item({ loan, item }: { loan: Loan; item: CollateralItem }) {
  const t = useWords();
  const may = useMay();
  const format = useSocietyFormat();
  const { kind, status, description, ownerName, value, valuedBy, valuedOn, gold } = item;
  const state =
    kind === 'deposit' && status === 'offered'
      ? 'pledged'
      : kind !== 'deposit' && status === 'held' && isOver(loan)
        ? 'toReturn'
        : (status as 'offered' | 'held' | 'released');
  return (
    <div className="stack">
      <div className="line-row">
        <span>
          {t(`collateral.kind.${kind}`)}: {description}
        </span>
        <span className="quiet">{t(`collateral.state.${state}`)}</span>
      </div>
      <p className="quiet small">
        {kind === 'deposit'
          ? t('collateral.lienLine', { value: format.money(value) })
          : `${t('collateral.valuedLine', { value: format.money(value), by: valuedBy, day: format.day(valuedOn) })} · ${t('collateral.owner')}: ${ownerName}`}
      </p>
      {gold !== null && <GoldLine gold={gold} />}
      <Custody item={item} />
      {status === 'offered' && OPEN.includes(loan.status) && may('loan.apply') && <Remove loan={loan} item={item} />}
    </div>
  );
}

/** What lies on the scales, as whoever sees it compares it. */
function GoldLine({ gold }: { gold: NonNullable<CollateralItem['gold']> }) {
  const t = useWords();
  const format = useSocietyFormat();
  return (
    <p className="quiet small">
      {t('collateral.goldLine', {
        packet: gold.packetNumber,
        pieces: format.count(gold.pieces),
        net: gold.netWeight,
        gross: gold.grossWeight,
        purity: String(gold.purity),
        rate: format.money(gold.ratePerGram),
      })}
    </p>
  );
}

function Custody({ item }: { item: CollateralItem }) {
  const t = useWords();
  const format = useSocietyFormat();
  const { kind, receivedOn, keptWhere, receivedBy, receiptAgreedBy, releasedOn } = item;
  const day = (value: string) => format.day(value);
  return (
    <>
      {receivedOn !== null && (
        <p className="quiet small">
          {kind === 'deposit'
            ? t('collateral.lienOn', { day: day(receivedOn) })
            : t('collateral.keptLine', {
                day: day(receivedOn),
                where: keptWhere ?? '',
                by: receivedBy ?? '',
                agreed: receiptAgreedBy ?? '',
              })}
        </p>
      )}
      {releasedOn !== null && (
        <p className="quiet small">
          {kind === 'deposit'
            ? t('collateral.lienOff', { day: day(releasedOn) })
            : t('collateral.releasedLine', {
                day: day(releasedOn),
                to: item.releasedTo ?? '',
                by: item.releasedBy ?? '',
                agreed: item.releaseAgreedBy ?? '',
              })}
        </p>
      )}
    </>
  );
}

function Remove({ loan, item }: { loan: Loan; item: CollateralItem }) {
  const t = useWords();
  const removing = useMutation({
    mutationFn: () => client.delete('/api/loans/{id}/collateral/{itemId}', { path: { id: loan.id, itemId: item.id } }),
    onSuccess: () => queryClient.invalidateQueries(),
  });
  return (
    <>
      <ProblemNote error={removing.error} />
      <p>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          aria-label={t('collateral.removeNamed', { item: item.description })}
          loading={removing.isPending}
          onClick={() => removing.mutate()}
        >
          {t('collateral.remove')}
        </Button>
      </p>
    </>
  );
}

interface MoveProps {
  loan: Loan;
  items: readonly CollateralItem[];
  move: 'receipt' | 'release';
}

/** All that waits goes at once: what lies together is signed for together. */
function Move({ loan, items, move }: MoveProps) {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState(move === 'release' ? loan.memberName : '');
  const isReceipt = move === 'receipt';
  const itemIds = items.map(({ id }) => id);
  const act = useRef(new MoneyAct());
  const asking = useMutation({
    mutationFn: () => {
      const where = said.trim();
      const sent = { path: { id: loan.id }, idempotencyKey: act.current.keyFor({ itemIds, where }) };
      return isReceipt
        ? client.post('/api/loans/{id}/collateral/receipt', { ...sent, body: { itemIds, keptWhere: where } })
        : client.post('/api/loans/{id}/collateral/release', { ...sent, body: { itemIds, releasedTo: where } });
    },
    onSuccess: async () => {
      act.current.done();
      setOpen(false);
      await queryClient.invalidateQueries();
    },
  });
  if (asking.data !== undefined) return <WaitsForSecondPerson approvalId={asking.data.approvalId} />;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t(isReceipt ? 'collateral.receive' : 'collateral.release')}</Button>
      <ActDialog
        title={t(isReceipt ? 'collateral.receiveTitle' : 'collateral.releaseTitle', { number: loan.number })}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        act={t('loan.disburseAsk')}
        onAct={() => asking.mutate()}
        isBusy={asking.isPending}
        isReady={said.trim().length >= 2}
        error={asking.error}
      >
        <ul className="lines">
          {items.map(({ id, description, gold }) => (
            <li key={id}>
              {description}
              {gold !== null && <GoldLine gold={gold} />}
            </li>
          ))}
        </ul>
        <TextBox
          label={t(isReceipt ? 'collateral.keptWhere' : 'collateral.releasedTo')}
          hint={t(isReceipt ? 'collateral.keptWhereHow' : 'collateral.releasedToHow')}
          name={isReceipt ? 'keptWhere' : 'releasedTo'}
          maxLength={120}
          value={said}
          onChange={setSaid}
        />
      </ActDialog>
    </>
  );
}
