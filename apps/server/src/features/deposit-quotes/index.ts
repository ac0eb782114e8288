export { answerQuoteLine } from './answer-quote-line.ts';
