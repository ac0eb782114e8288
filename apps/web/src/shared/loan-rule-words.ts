import type { LoanRuleResult } from './answers.ts';
import { type Format, percentText } from './format.ts';
import type { loanRuleMessages } from './messages/en/loan-rules.ts';
import type { MessageKey } from './messages/messages.ts';

type Words = (key: MessageKey<typeof loanRuleMessages>, slots?: Record<string, string>) => string;

export interface LoanRuleWords {
  readonly what: string;
  /** Its value beside its limit. */
  readonly figures: string;
  readonly result: string;
}

/** One rule of lending in words: what it looks at, by how much, and what follows. */
export function loanRuleWords(rule: LoanRuleResult, t: Words, format: Format): LoanRuleWords {
  const { kind, times, holds, overrideBy } = rule;
  const what =
    kind === 'shareMultiple' || kind === 'depositMultiple'
      ? t(`loanRule.${kind}`, { multiple: times?.multiple ?? '', of: format.money(times?.of ?? '0.00') })
      : t(`loanRule.${kind}`);
  return {
    what,
    figures: figuresOf(rule, t, format),
    result: t(holds ? 'loanRule.holds' : `loanRule.${overrideBy ?? 'hard'}`),
  };
}

function figuresOf({ kind, unit, value, limit }: LoanRuleResult, t: Words, format: Format): string {
  if (kind === 'loanToValue') {
    const most = percentText(limit);
    return value === null
      ? t('loanRule.valueUnknown', { limit: most })
      : t('loanRule.loanToValueIs', { value: percentText(value), limit: most });
  }
  if (value === null) return t('loanRule.unknown');
  switch (unit) {
    case 'day':
      return t('loanRule.membershipIs', { limit: format.day(limit) });
    case 'money':
      return t('loanRule.moneyIs', { value: format.money(value), limit: format.money(limit) });
    case 'days':
      return t('loanRule.daysIs', { value: format.count(Number(value)), limit: format.count(Number(limit)) });
    case 'percent':
      return t('loanRule.percentIs', { value: percentText(value), limit: percentText(limit) });
  }
}
