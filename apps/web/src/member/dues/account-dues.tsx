import type { DepositDetail } from '../../shared/answers.ts';
import { StandingInstruction } from './standing-instruction.tsx';
import { ThriftDues } from './thrift-dues.tsx';

/** What falls due on the account, and whether it is taken from savings. */
export function AccountDues({ deposit }: { deposit: DepositDetail }) {
  return (
    <>
      {deposit.thrift !== null && <ThriftDues thrift={deposit.thrift} />}
      <StandingInstruction deposit={deposit} />
    </>
  );
}
