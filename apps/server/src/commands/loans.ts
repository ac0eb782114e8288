import { answerReplayLine } from '../features/loans/index.ts';
import { answerLines } from '../platform/cli/answer-lines.ts';
import { type Command, UsageRefused } from '../platform/cli/command.ts';

export const loans: Command = {
  name: 'loans',
  summary: 'Says what loans owe after their events, one a line.',
  usage: 'replay --ndjson < loans',
  details:
    'Each line is one JSON object: {id, product, events, disbursements, asOf}, as packages/core/conformance/README.md ' +
    'describes. The answer is {id, instalments, totals}, or {id, error}. No society is opened.',
  options: { ndjson: { type: 'boolean' } },
  positionals: ['what'],
  run: async ({ values, positionals }) => {
    if (positionals[0] !== 'replay') throw new UsageRefused('Say what is to be done with the loans: replay.');
    if (values.ndjson !== true) throw new UsageRefused('Loans come one a line: say --ndjson.');
    await answerLines(process.stdin, process.stdout, answerReplayLine);
    return 0;
  },
};
