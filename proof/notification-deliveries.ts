import { deliverThroughKills } from '../tests/deliveries/deliver-through-kills.ts';
import type { Proof } from './proof-kind.ts';

const EVENTS = 10_000;
const SERVER_KILLS = 40;
const MAIL_KILLS = 20;

export const proof: Proof = {
  title: `${EVENTS} events with random kills of the server and of the mail server: each delivered by e-mail, none twice`,
  async run({ seed, step, say }) {
    const report = await deliverThroughKills({
      seed,
      events: EVENTS,
      serverKills: SERVER_KILLS,
      mailKills: MAIL_KILLS,
    });
    const { events, delivered, missing, twice, sentAgain, unsettled } = report;
    say(`${delivered} of ${events} delivered; ${sentAgain} transmitted a second time, which the mailbox dropped`);
    step({ ...report });
    const failures: string[] = [];
    if (missing > 0) failures.push(`${missing} events were never delivered`);
    if (twice > 0) failures.push(`${twice} events were delivered twice`);
    if (unsettled > 0) failures.push(`${unsettled} deliveries are not noted as sent`);
    return failures;
  },
};
