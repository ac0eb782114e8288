// Loans on paper: flat loans of eight weeks whose principal and interest fall due in equal parts, so that a week is counted in the
// head. It shares no code with the program.

const DAY_MS = 86_400_000;
const WEEKS = 8;
/** 13 % a year are a quarter of a hundredth each week. */
const WEEKLY = 400;
const PENAL_PER_CENT = 2;

export interface PaperLoan {
  readonly memberId: number;
  readonly lentOn: string;
  /** Minor units; eight parts of it, and its weekly interest, are whole. */
  readonly principal: number;
  readonly payments: readonly { readonly on: string; readonly amount: number }[];
}

interface Part {
  readonly due: string;
  isTouched: boolean;
  readonly owes: { penalty: number; interest: number; principal: number };
}

export interface LivedLoan {
  /** A line for each day that was charged, each change of class and each month's provision. */
  readonly lines: readonly string[];
  readonly principal: number;
  /** At the end of the last day: interest and penal charges that the books hold as owed. */
  readonly receivable: { readonly interest: number; readonly penalty: number };
}

const dayNumber = (day: string) => Date.parse(day) / DAY_MS;
const dayAfter = (day: string, days: number) => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
const isMonthEnd = (day: string) => dayAfter(day, 1).endsWith('-01');
const monthEnd = (day: string): string => (isMonthEnd(day) ? day : monthEnd(dayAfter(day, 1)));
const halfUp = (above: number, below: number) => Math.floor((2 * above + below) / (2 * below));

export function loanOnPaper({ lentOn, principal, payments }: PaperLoan, last: string): LivedLoan {
  const weekly = principal / WEEKLY;
  const parts: Part[] = Array.from({ length: WEEKS }, (_, week) => ({
    due: dayAfter(lentOn, 7 * (week + 1)),
    isTouched: false,
    owes: { penalty: 0, interest: weekly, principal: principal / WEEKS },
  }));
  const lines: string[] = [];
  let [interestPaid, penaltyPaid, overdueDays, charged, provision] = [0, 0, 0, 0, 0];
  let [booked, bookedPenalty, grade, wasMoved] = [0, 0, 'standard', false];
  for (let day = lentOn; day <= last; day = dayAfter(day, 1)) {
    wasMoved = day === lentOn;
    for (const payment of payments.filter(({ on }) => on === day)) {
      wasMoved = true;
      let left = payment.amount;
      for (const part of parts.toSorted((one, other) => (one.due < other.due ? -1 : 1))) {
        for (const what of ['penalty', 'interest', 'principal'] as const) {
          const paid = Math.min(left, part.owes[what]);
          part.owes[what] -= paid;
          left -= paid;
          part.isTouched ||= paid > 0;
          if (what === 'interest') interestPaid += paid;
          if (what === 'penalty') penaltyPaid += paid;
        }
      }
    }
    const owed = ({ owes }: Part) => owes.penalty + owes.interest + owes.principal;
    // The class is that of the day as it was before its own charge.
    const oldest = parts
      .filter((part) => part.due <= day && owed(part) > 0)
      .map(({ due }) => due)
      .sort()[0];
    const late = parts
      .filter(({ due }) => due < day)
      .reduce((sum, { owes }) => sum + owes.interest + owes.principal, 0);
    if (late > 0) {
      overdueDays += late;
      const charge = halfUp(overdueDays * PENAL_PER_CENT, 36_500) - charged;
      charged += charge;
      lines.push(`${day} charged ${charge}`);
      if (charge > 0) {
        wasMoved = true;
        const untouched = parts.find(({ due, isTouched }) => due >= day && !isTouched);
        let dueOn = monthEnd(day);
        while (parts.some(({ due, isTouched }) => due >= dueOn && isTouched)) dueOn = monthEnd(dayAfter(dueOn, 1));
        if (untouched !== undefined) untouched.owes.penalty += charge;
        else parts.push({ due: dueOn, isTouched: false, owes: { penalty: charge, interest: 0, principal: 0 } });
      }
    }
    const isRunning = parts.some((part) => owed(part) > 0);
    if (isRunning) {
      const days = oldest === undefined ? 0 : dayNumber(day) - dayNumber(oldest) + 1;
      const now = days < 31 ? 'standard' : days < 91 ? 'watch' : days < 366 ? 'sub-standard' : 'loss';
      if (now !== grade) lines.push(`${day} ${grade} becomes ${now}`);
      wasMoved ||= now !== grade;
      grade = now;
    }
    if (isMonthEnd(day) || (wasMoved && booked > 0)) {
      const weeks = Math.min(WEEKS, Math.floor((dayNumber(day) + 1 - dayNumber(lentOn)) / 7));
      const over = weeks === WEEKS ? 0 : dayNumber(day) + 1 - dayNumber(lentOn) - 7 * weeks;
      booked = isRunning ? Math.max(0, weeks * weekly + halfUp(weekly * over, 7) - interestPaid) : 0;
    }
    if (isMonthEnd(day) || wasMoved) bookedPenalty = isRunning ? charged - penaltyPaid : 0;
    if (!isMonthEnd(day)) continue;
    const left = parts.reduce((sum, { owes }) => sum + owes.principal, 0);
    const wanted = grade === 'standard' ? 0 : grade === 'loss' ? left : halfUp(left * 35, 100);
    if (wanted !== provision) lines.push(`${day} put aside ${wanted}`);
    provision = wanted;
  }
  return {
    lines,
    principal: parts.reduce((sum, { owes }) => sum + owes.principal, 0),
    receivable: { interest: booked, penalty: bookedPenalty },
  };
}
