// A second, simpler set of books: what a careful clerk would keep on paper beside the program. It knows nothing of the
// program: plain whole paise in maps, and for each act whether the by-laws allow it and what it moves.

export type Mode = 'cash' | 'cheque' | 'bank' | 'upi';
export const ACCOUNT_OF_MODE: Record<Mode, string> = { cash: '1102', cheque: '1204', bank: '1201', upi: '1203' };

export interface PaperMember {
  status: string;
  /** Outstanding by fee code, in the order they fall due. */
  dues: Map<string, { accountCode: string; outstanding: number; amount: number }>;
  savings: number;
  sharesPending: number;
  shares: number;
}

interface Undo {
  undo(): boolean;
}

export class SecondBooks {
  readonly accounts = new Map<string, number>();
  readonly members = new Map<string, PaperMember>();
  till = 0;
  vault = 0;
  readonly minimumBalance: number;
  readonly faceValue: number;
  readonly minimumShares: number;

  constructor(rules: { minimumBalance: number; faceValue: number; minimumShares: number }) {
    this.minimumBalance = rules.minimumBalance;
    this.faceValue = rules.faceValue;
    this.minimumShares = rules.minimumShares;
  }

  member(id: string): PaperMember {
    const found = this.members.get(id);
    if (found === undefined) throw new Error(`no member ${id} on paper`);
    return found;
  }

  /** Debit is positive. */
  private move(accountCode: string, debit: number): void {
    this.accounts.set(accountCode, (this.accounts.get(accountCode) ?? 0) + debit);
  }

  moneyInAllowed = (status: string) => ['pending_payment', 'active', 'dormant', 'suspended'].includes(status);
  moneyOutAllowed = (status: string) => status === 'active';

  openTill(fromVault: number): void {
    this.move('1102', fromVault);
    this.move('1101', -fromVault);
    this.till += fromVault;
    this.vault -= fromVault;
  }

  bringCapital(amount: number): void {
    this.move('1101', amount);
    this.move('3211', -amount);
    this.vault += amount;
  }

  receipt(id: string, mode: Mode, lines: { to: string; amount: number }[]): Undo | undefined {
    const member = this.member(id);
    if (!this.moneyInAllowed(member.status)) return undefined;
    const asked = new Map<string, number>();
    for (const { to, amount } of lines) asked.set(to, (asked.get(to) ?? 0) + amount);
    for (const [to, amount] of asked) {
      if (to !== 'savings' && to !== 'shares' && amount > (member.dues.get(to)?.outstanding ?? 0)) return undefined;
    }
    const total = lines.reduce((sum, line) => sum + line.amount, 0);
    const onShareDue = this.onShareDue(member, asked);
    const before = member.status;
    const apply = (sign: 1 | -1) => {
      this.move(ACCOUNT_OF_MODE[mode], sign * total);
      if (mode === 'cash') this.till += sign * total;
      for (const { to, amount } of lines) {
        if (to === 'savings') {
          this.move('2101', -sign * amount);
          member.savings += sign * amount;
        } else if (to === 'shares') {
          this.move('2204', -sign * amount);
          member.sharesPending += sign * amount;
          if (onShareDue !== undefined) onShareDue.due.outstanding -= sign * onShareDue.amount;
        } else {
          const due = member.dues.get(to);
          if (due === undefined) throw new Error(`no due ${to} on paper`);
          this.move(due.accountCode, -sign * amount);
          due.outstanding -= sign * amount;
          if (due.accountCode === '2204') member.sharesPending += sign * amount;
        }
      }
    };
    apply(1);
    const complete = [...member.dues.values()].every((due) => due.outstanding === 0);
    const activated = before === 'pending_payment' && complete;
    if (activated) member.status = 'active';
    return {
      undo: () => {
        const savings = lines.filter((line) => line.to === 'savings').reduce((sum, line) => sum + line.amount, 0);
        const shareMoney = lines
          .filter(({ to }) => to === 'shares' || member.dues.get(to)?.accountCode === '2204')
          .reduce((sum, line) => sum + line.amount, 0);
        // What was credited by mistake was never the member's: only zero is the limit.
        if (savings > member.savings) return false;
        if (shareMoney > member.sharesPending) return false;
        if (mode === 'cash' && total > this.till) return false;
        apply(-1);
        // Whoever owes dues again is a member to be, as before they were paid.
        this.owesAgain(member);
        return true;
      },
    };
  }

  /** Money for shares pays what is still due for the fewest shares first. */
  private onShareDue(member: PaperMember, asked: ReadonlyMap<string, number>) {
    const money = asked.get('shares') ?? 0;
    for (const [code, due] of member.dues) {
      if (due.accountCode !== '2204' || money === 0) continue;
      return { due, amount: Math.min(money, due.outstanding - (asked.get(code) ?? 0)) };
    }
    return undefined;
  }

  /** Who owes dues, because a payment was taken back meanwhile, comes back as a member to be. */
  changeStatus(member: PaperMember, to: string): void {
    member.status = to;
    this.owesAgain(member);
  }

  private owesAgain(member: PaperMember): void {
    if (member.status === 'active' && [...member.dues.values()].some((due) => due.outstanding > 0)) {
      member.status = 'pending_payment';
    }
  }

  withdraw(id: string, amount: number): Undo | undefined {
    const member = this.member(id);
    if (!this.moneyOutAllowed(member.status)) return undefined;
    if (member.savings - amount < this.minimumBalance || amount > this.till) return undefined;
    const apply = (sign: 1 | -1) => {
      this.move('2101', sign * amount);
      this.move('1102', -sign * amount);
      member.savings -= sign * amount;
      this.till -= sign * amount;
    };
    apply(1);
    return {
      undo: () => {
        apply(-1);
        return true;
      },
    };
  }

  transferToMember(from: string, to: string, amount: number): Undo | undefined {
    const [giver, taker] = [this.member(from), this.member(to)];
    if (!this.moneyOutAllowed(giver.status) || !this.moneyInAllowed(taker.status)) return undefined;
    if (from === to || giver.savings - amount < this.minimumBalance) return undefined;
    giver.savings -= amount;
    taker.savings += amount;
    this.move('2101', amount);
    this.move('2101', -amount);
    return {
      undo: () => {
        if (taker.savings < amount) return false;
        giver.savings += amount;
        taker.savings -= amount;
        return true;
      },
    };
  }

  transferToShares(id: string, amount: number): Undo | undefined {
    const member = this.member(id);
    if (!this.moneyOutAllowed(member.status) || member.savings - amount < this.minimumBalance) return undefined;
    const onShareDue = this.onShareDue(member, new Map([['shares', amount]]));
    const apply = (sign: 1 | -1) => {
      if (onShareDue !== undefined) onShareDue.due.outstanding -= sign * onShareDue.amount;
      this.move('2101', sign * amount);
      this.move('2204', -sign * amount);
      member.savings -= sign * amount;
      member.sharesPending += sign * amount;
    };
    apply(1);
    return {
      undo: () => {
        if (member.sharesPending < amount) return false;
        apply(-1);
        this.owesAgain(member);
        return true;
      },
    };
  }

  /** As many whole shares as the pending money pays for. */
  allot(id: string): Undo | undefined {
    const member = this.member(id);
    if (member.status === 'pending_payment') return undefined;
    const shares = Math.floor(member.sharesPending / this.faceValue);
    if (shares === 0 || member.shares + shares < this.minimumShares) return undefined;
    // The preset's cap: a fifth of all shares, this allotment included, and never less than the minimum holding.
    const all = [...this.members.values()].reduce((sum, each) => sum + each.shares, 0) + shares;
    if (member.shares + shares > Math.max(this.minimumShares, Math.floor(all / 5))) return undefined;
    const amount = shares * this.faceValue;
    const apply = (sign: 1 | -1) => {
      this.move('2204', sign * amount);
      this.move('3101', -sign * amount);
      member.sharesPending -= sign * amount;
      member.shares += sign * shares;
    };
    apply(1);
    return {
      undo: () => {
        apply(-1);
        return true;
      },
    };
  }

  voucher(debit: string, credit: string, amount: number): Undo {
    this.move(debit, amount);
    this.move(credit, -amount);
    return {
      undo: () => {
        this.move(debit, -amount);
        this.move(credit, amount);
        return true;
      },
    };
  }

  /** Counted against the books: a shortage is an expense, an excess waits in suspense. */
  closeTill(counted: number, toVault: number): void {
    const difference = counted - this.till;
    if (difference < 0) {
      this.move('5901', -difference);
      this.move('1102', difference);
    } else if (difference > 0) {
      this.move('1102', difference);
      this.move('2221', -difference);
    }
    this.till = counted - toVault;
    this.vault += toVault;
    this.move('1102', -toVault);
    this.move('1101', toVault);
  }
}
