export { answerReplayLine } from './answer-replay-line.ts';
