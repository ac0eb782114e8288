export { calculatorMessages as messages } from '../../shared/messages/en/calculators.ts';
