export { answerFinanceLine } from './answer-finance-line.ts';
