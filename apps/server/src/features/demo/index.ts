export { beginDemo } from './begin-demo.ts';
export { type PreparedDemo, prepareDemo } from './prepare-demo.ts';
export { DEMO, type DemoScale, seedDemo } from './seed-demo.ts';
