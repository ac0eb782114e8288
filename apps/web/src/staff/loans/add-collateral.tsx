import { COLLATERAL_KINDS, toLatinDigits } from '@kafal/core';
import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { readTypedMoney } from '../../shared/format.ts';
import { newIdempotencyKey } from '../../shared/idempotency.ts';
import { useContractForm } from '../../shared/use-contract-form.ts';
import type { Loan, OfferCollateralRequest } from '../answers.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { client, queryClient } from '../staff-api.ts';
import { ActDialog } from '../ui/act-dialog.tsx';
import { ChoiceBox, DayBox, MoneyBox, TextBox } from '../ui/fields.tsx';
import { Note } from '../ui/states.tsx';
import { useWords } from '../words.ts';

type Kind = (typeof COLLATERAL_KINDS)[number];

const NOTHING = {
  description: '',
  packetNumber: '',
  pieces: '1',
  grossWeight: '',
  deduction: '0',
  purity: '916',
  value: '',
  depositId: '',
  valuedBy: '',
};

/** Names one piece of security with what it is worth; of gold the scales and the rate say it. */
export function AddCollateral({ loan }: { loan: Loan }) {
  const t = useWords();
  const format = useSocietyFormat();
  const { businessDate, decimals } = useThisSociety();
  const [isOpen, setOpen] = useState(false);
  const [kind, setKind] = useState<Kind | ''>('gold');
  const [typed, setTyped] = useState(NOTHING);
  const [ownerName, setOwner] = useState(loan.memberName);
  const [valuedOn, setValuedOn] = useState(businessDate ?? '');
  const key = useRef(newIdempotencyKey());
  const set = (part: Partial<typeof NOTHING>) => setTyped((before) => ({ ...before, ...part }));
  const accounts = useQuery({
    queryKey: ['deposits-of', loan.memberId],
    queryFn: () => client.get('/api/deposits', { query: { memberId: loan.memberId, status: 'active' } }),
    enabled: isOpen && kind === 'deposit',
  });
  const value = readTypedMoney(typed.value, decimals);
  const plain = (text: string) => toLatinDigits(text.trim());
  const said = {
    description: typed.description.trim(),
    ownerName: ownerName.trim(),
    valuedBy: typed.valuedBy.trim(),
    valuedOn,
  };
  const body: OfferCollateralRequest =
    kind === 'gold' || kind === ''
      ? {
          kind: 'gold',
          ...said,
          packetNumber: typed.packetNumber.trim(),
          pieces: Number(plain(typed.pieces)),
          grossWeight: plain(typed.grossWeight),
          deduction: plain(typed.deduction),
          purity: Number(plain(typed.purity)),
        }
      : kind === 'deposit'
        ? { kind, depositId: typed.depositId, value: value.ok ? value.text : typed.value }
        : { kind, ...said, value: value.ok ? value.text : typed.value };
  const adding = useMutation({
    mutationFn: () =>
      client.post('/api/loans/{id}/collateral', { path: { id: loan.id }, body, idempotencyKey: key.current }),
    onSuccess: async () => {
      setOpen(false);
      key.current = newIdempotencyKey();
      setTyped(NOTHING);
      await queryClient.invalidateQueries();
    },
  });
  const checking = useContractForm('OfferCollateralBody', body, adding.error);
  const isSaid = said.description.length >= 3 && said.ownerName.length >= 2 && said.valuedBy.length >= 2;
  const isReady =
    kind === 'gold'
      ? isSaid && typed.packetNumber.trim() !== '' && typed.grossWeight.trim() !== ''
      : kind === 'deposit'
        ? typed.depositId !== '' && value.ok
        : kind !== '' && isSaid && value.ok;
  const text = (name: keyof typeof NOTHING, label: string, more: object = {}) => (
    <TextBox
      label={label}
      name={name}
      maxLength={200}
      value={typed[name]}
      onChange={(one) => set({ [name]: one })}
      problem={checking.problem(name)}
      {...more}
    />
  );
  const number = { takesDigits: true, inputMode: 'decimal', maxLength: 12 } as const;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('collateral.add')}</Button>
      <ActDialog
        title={t('collateral.addTitle', { number: loan.number })}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        act={t('collateral.addAct')}
        onAct={() => adding.mutate()}
        isBusy={adding.isPending}
        isReady={isReady}
        error={adding.error}
        checking={checking}
      >
        <ChoiceBox
          label={t('collateral.kind')}
          name="kind"
          value={kind}
          choices={COLLATERAL_KINDS.map((one) => ({ value: one, label: t(`collateral.kind.${one}`) }))}
          onChange={setKind}
        />
        {kind === 'deposit' ? (
          <>
            {accounts.data?.items.length === 0 && <Note tone="warning">{t('collateral.noAccount')}</Note>}
            <ChoiceBox
              label={t('collateral.account')}
              name="depositId"
              value={typed.depositId}
              choices={(accounts.data?.items ?? []).map((account) => ({
                value: account.id,
                label: `${account.accountNumber} · ${account.product} · ${format.money(account.balance)}`,
              }))}
              onChange={(depositId) => set({ depositId })}
              problem={checking.problem('depositId')}
            />
            <MoneyBox
              label={t('collateral.amount')}
              hint={t('collateral.amountHow')}
              name="value"
              value={typed.value}
              onChange={(one) => set({ value: one })}
              problem={checking.problem('value')}
            />
          </>
        ) : (
          <>
            {text('description', t('collateral.description'))}
            <TextBox
              label={t('collateral.owner')}
              name="ownerName"
              maxLength={120}
              value={ownerName}
              onChange={setOwner}
              problem={checking.problem('ownerName')}
            />
            {kind === 'gold' ? (
              <>
                {text('packetNumber', t('collateral.packet'), { maxLength: 32 })}
                {text('pieces', t('collateral.pieces'), { ...number, inputMode: 'numeric', maxLength: 3 })}
                {text('grossWeight', t('collateral.gross'), number)}
                {text('deduction', t('collateral.deduction'), number)}
                {text('purity', t('collateral.purity'), { ...number, maxLength: 4, hint: t('collateral.purityHow') })}
                <p className="quiet small">{t('collateral.goldHow')}</p>
              </>
            ) : (
              <MoneyBox
                label={t('collateral.value')}
                name="value"
                value={typed.value}
                onChange={(one) => set({ value: one })}
                problem={checking.problem('value')}
              />
            )}
            {text('valuedBy', t('collateral.valuedBy'), { maxLength: 80 })}
            <DayBox
              label={t('collateral.valuedOn')}
              name="valuedOn"
              value={valuedOn}
              onChange={setValuedOn}
              problem={checking.problem('valuedOn')}
            />
          </>
        )}
      </ActDialog>
    </>
  );
}
