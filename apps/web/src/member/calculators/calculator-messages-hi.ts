export { calculatorMessages as messages } from '../../shared/messages/hi/calculators.ts';
