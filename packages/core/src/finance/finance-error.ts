/**
 * What a spreadsheet shows where a function has no answer: `#NUM!` for figures outside the function's domain or without
 * a solution, `#DIV/0!` for a division by zero, `#VALUE!` for something that is not a number.
 */
export type FinanceErrorSign = '#NUM!' | '#DIV/0!' | '#VALUE!';

export class FinanceError extends Error {
  override readonly name = 'FinanceError';
  readonly sign: FinanceErrorSign;

  constructor(sign: FinanceErrorSign, message: string) {
    super(message);
    this.sign = sign;
  }
}

export function hasAnswer(condition: boolean, why: string): asserts condition {
  if (!condition) throw new FinanceError('#NUM!', why);
}
