export { depositsMessages } from './messages.ts';
export { depositsRoutes } from './deposits-routes.ts';
export {
  type DepositWithBalance,
  findDepositByNumber,
  getDepositFor,
  type MemberDeposit,
  memberDeposits,
} from './deposit-queries.ts';
export { openDeposit, type OpenedDeposit } from './open-deposit.ts';
