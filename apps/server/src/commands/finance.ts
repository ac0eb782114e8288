import { answerFinanceLine } from '../features/finance/index.ts';
import { answerLines } from '../platform/cli/answer-lines.ts';
import { type Command, UsageRefused } from '../platform/cli/command.ts';

export const finance: Command = {
  name: 'finance',
  summary: 'Answers questions about money over time, one a line.',
  usage: '--ndjson < questions',
  details:
    'Each line is one JSON object: {id, fn, args} with the argument list of a spreadsheet, {id, fn, values, dates} for XIRR ' +
    'and XNPV, or the lines of an annual percentage rate or an instalment. Answers are {id, value}, the named figures, or ' +
    '{id, error}. Functions: PMT IPMT PPMT CUMIPMT CUMPRINC PV FV NPER RATE EFFECT NOMINAL NPV IRR XNPV XIRR.',
  options: { ndjson: { type: 'boolean' } },
  run: async ({ values }) => {
    if (values.ndjson !== true) throw new UsageRefused('Questions come one a line: say --ndjson.');
    await answerLines(process.stdin, process.stdout, answerFinanceLine);
    return 0;
  },
};
