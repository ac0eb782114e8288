import { answerQuoteLine } from '../features/deposit-quotes/index.ts';
import { answerLines } from '../platform/cli/answer-lines.ts';
import { type Command, UsageRefused } from '../platform/cli/command.ts';

export const deposits: Command = {
  name: 'deposits',
  summary: 'Says what deposits come to, one a line.',
  usage: 'quote --ndjson < deposits',
  details:
    'Each line is one JSON object: {id, kind, input, asks, decimals}, as packages/core/conformance/README.md describes. ' +
    'The answer is {id, value}, the named figures where several are asked for, or {id, error}. Figures are unrounded unless ' +
    'their rule rounds. Kinds: fixedDeposit fixedDepositPremature recurringDeposit recurringDepositInstallment savings ' +
    'overdraft. No society is opened.',
  options: { ndjson: { type: 'boolean' } },
  positionals: ['what'],
  run: async ({ values, positionals }) => {
    if (positionals[0] !== 'quote') throw new UsageRefused('Say what is to be done with the deposits: quote.');
    if (values.ndjson !== true) throw new UsageRefused('Deposits come one a line: say --ndjson.');
    await answerLines(process.stdin, process.stdout, answerQuoteLine);
    return 0;
  },
};
