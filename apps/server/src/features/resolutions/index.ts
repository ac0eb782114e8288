// What meetings decided, by its number: how it is given, and what other acts may rest on. Meetings keep it, and say its sentences.

export { numberResolution } from './number-resolution.ts';
export { refuseUnlessCarried } from './refuse-unless-carried.ts';
