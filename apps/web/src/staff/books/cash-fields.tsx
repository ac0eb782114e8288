import { ChoiceBox, MoneyBox } from '../ui/fields.tsx';
import { useWords } from '../words.ts';
import { useAccounts, useTillList } from './book-queries.ts';
import type { TypedVoucher } from './voucher.ts';

/** The heads of the chart that are money at the bank or on its way there. */
const bankHeads = /^120\d$/;

interface CashFieldsProps {
  typed: TypedVoucher;
  onChange: (change: Partial<TypedVoucher>) => void;
  problem: (path: string) => string | undefined;
}

/** Cash from one place to another: vault, tills, bank. */
export function CashFields({ typed, onChange, problem }: CashFieldsProps) {
  const t = useWords();
  const tills = useTillList();
  const accounts = useAccounts();
  const places = [
    { value: 'vault', label: t('voucher.vault') },
    ...(tills.data?.items ?? [])
      .filter((till) => till.isActive)
      .map((till) => ({ value: `till ${till.id}`, label: t('voucher.till', { code: till.code, name: till.name }) })),
    ...(accounts.data?.items ?? [])
      .filter((account) => account.isActive && bankHeads.test(account.code))
      .map((account) => ({ value: `bank ${account.code}`, label: `${account.code} ${account.name}` })),
  ];
  const placeProblem = (side: 'from' | 'to') =>
    problem(side) ?? problem(`${side}.tillId`) ?? problem(`${side}.accountCode`);
  return (
    <div className="form-grid">
      <ChoiceBox
        label={t('voucher.from')}
        name="from"
        value={typed.from}
        choices={places.filter((place) => place.value !== typed.to)}
        onChange={(from) => onChange({ from })}
        problem={placeProblem('from')}
      />
      <ChoiceBox
        label={t('voucher.to')}
        name="to"
        value={typed.to}
        choices={places.filter((place) => place.value !== typed.from)}
        onChange={(to) => onChange({ to })}
        problem={placeProblem('to')}
      />
      <MoneyBox
        label={t('voucher.amount')}
        name="amount"
        value={typed.amount}
        onChange={(amount) => onChange({ amount })}
        problem={problem('amount')}
      />
    </div>
  );
}
