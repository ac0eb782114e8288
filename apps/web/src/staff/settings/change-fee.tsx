import { useState } from 'react';
import { readTypedMoney, typedFromMoney } from '../../shared/format.ts';
import type { ChangeFeeRequest, FeeList } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { client } from '../staff-api.ts';
import type { Column } from '../ui/data-table.tsx';
import { MoneyBox, TextBox, TickBox } from '../ui/fields.tsx';
import { Note } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { RuleChangeForm, useTypedWhy, WaitingLink, WhyFields } from './rule-change.tsx';
import { RuleHistory } from './rule-history.tsx';
import { useFeeHistory } from './setting-queries.ts';

export type Fee = FeeList['items'][number];

/** Another amount from a day on; dues that stand already stay as they are. */
export function ChangeFee({ fee }: { fee: Fee }) {
  const t = useWords();
  const may = useMay();
  const format = useSocietyFormat();
  const history = useFeeHistory(fee.code);
  type Past = NonNullable<typeof history.data>['items'][number];
  const columns: Column<Past>[] = [
    { name: 'amount', heading: t('fee.amount'), isNumber: true, cell: (past) => format.money(past.amount) },
  ];
  return (
    <div className="stack stack-wide">
      <p>{t('fee.help', { amount: format.money(fee.amount), account: fee.accountCode })}</p>
      {fee.waitingApprovalId !== null ? (
        <Note>
          {t('rule.isWaiting')} <WaitingLink approvalId={fee.waitingApprovalId} />
        </Note>
      ) : (
        may('settings.change') && <FeeForm fee={fee} />
      )}
      <RuleHistory query={history} columns={columns} />
    </div>
  );
}

function FeeForm({ fee }: { fee: Fee }) {
  const t = useWords();
  const { decimals } = useThisSociety();
  const { why, set, body } = useTypedWhy();
  const [amount, setAmount] = useState(() => typedFromMoney(fee.amount));
  const [nameEn, setNameEn] = useState(fee.nameEn);
  const [nameHi, setNameHi] = useState(fee.nameHi);
  const [dueOnAdmission, setDueOnAdmission] = useState(fee.dueOnAdmission);
  const read = readTypedMoney(amount, decimals);
  const typed = {
    ...(read.ok ? { amount: read.text } : {}),
    nameEn: nameEn.trim(),
    nameHi: nameHi.trim(),
    dueOnAdmission,
    ...body,
  };
  const isWhole = read.ok && typed.nameEn !== '' && typed.nameHi !== '';
  const request: ChangeFeeRequest | undefined =
    isWhole && body !== undefined ? { ...typed, amount: read.text, ...body } : undefined;
  return (
    <RuleChangeForm
      request={request}
      body="ChangeFeeBody"
      typed={typed}
      send={(preview) =>
        client.put('/api/fees/{code}', {
          path: { code: fee.code },
          query: { preview },
          // The form asks only when the request is whole.
          body: request as ChangeFeeRequest,
        })
      }
    >
      {(problem) => (
        <>
          <h3>{t('rule.askTitle')}</h3>
          <MoneyBox
            label={t('fee.amount')}
            hint={t('fee.amountHow')}
            name="amount"
            value={amount}
            onChange={setAmount}
            problem={problem('amount')}
          />
          <NameFields nameEn={nameEn} nameHi={nameHi} onEn={setNameEn} onHi={setNameHi} problem={problem} />
          <TickBox label={t('fee.dueOnAdmission')} isTicked={dueOnAdmission} onChange={setDueOnAdmission} />
          <WhyFields why={why} onChange={set} problem={problem} />
        </>
      )}
    </RuleChangeForm>
  );
}

interface NameFieldsProps {
  nameEn: string;
  nameHi: string;
  onEn: (name: string) => void;
  onHi: (name: string) => void;
  problem: (path: string) => string | undefined;
}

/** What something is called, for readers of either language. */
export function NameFields({ nameEn, nameHi, onEn, onHi, problem }: NameFieldsProps) {
  const t = useWords();
  return (
    <>
      <TextBox
        label={t('rule.nameEn')}
        maxLength={80}
        name="nameEn"
        value={nameEn}
        onChange={onEn}
        problem={problem('nameEn')}
      />
      <TextBox
        label={t('rule.nameHi')}
        maxLength={80}
        name="nameHi"
        value={nameHi}
        onChange={onHi}
        problem={problem('nameHi')}
      />
    </>
  );
}
