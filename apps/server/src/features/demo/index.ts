export { type PreparedDemo, prepareDemo } from './prepare-demo.ts';
