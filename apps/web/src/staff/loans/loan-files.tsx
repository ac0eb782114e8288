import type { AnyFileKind, Loan } from '../answers.ts';
import { FileList } from '../members/file-list.tsx';
import { useMay } from '../session.ts';
import { useWords } from '../words.ts';

const KINDS = [
  'income_proof',
  'security_paper',
  'quotation',
  'identity_proof',
  'address_proof',
  'signed_agreement',
  'other_paper',
] as const satisfies readonly AnyFileKind[];
const OPEN: readonly Loan['status'][] = ['submitted', 'returned', 'recommended', 'sanctioned', 'active'];

/** What the borrower has shown, and what was signed. */
export function LoanFiles({ loan: { id, memberName, status } }: { loan: Loan }) {
  const t = useWords();
  const may = useMay();
  const mayChange = may('loan.apply') && OPEN.includes(status);
  return <FileList of="loan" id={id} name={memberName} mayChange={mayChange} title={t('loan.files')} kinds={KINDS} />;
}
