export { beginDemo } from './begin-demo.ts';
export { openPostOffice, type PostOffice } from './post-office.ts';
export { type PreparedDemo, prepareDemo } from './prepare-demo.ts';
export { DEMO, type DemoScale, seedDemo } from './seed-demo.ts';
