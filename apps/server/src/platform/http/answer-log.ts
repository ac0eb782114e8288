// One line per answer: route pattern, status, time, id. Addresses with their values, names and bodies stay out.

import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Platform } from '../platform.ts';

/** Of successful readings, and of requests that were too many, one in so many is logged; all others are. */
const SAMPLED = 100;
const SLOW_MS = 1_000;

type Recorder = (request: FastifyRequest, reply: FastifyReply, done: () => void) => void;

export function answerRecorder({ log, metrics }: Platform): (route: string) => Recorder {
  const answers = metrics.counter('kafal_answers_total', 'Answers by class of status.');
  const time = metrics.timer('kafal_answer_seconds', 'Time from request to answer, by route.');
  const byClass = [0, 1, 2, 3, 4, 5].map((first) => answers.series({ status: `${first}xx` }));
  let uneventful = 0;

  return (route) => {
    const routeTime = time.series({ route });
    return (request, reply, done) => {
      const status = reply.raw.statusCode;
      const took = reply.elapsedTime;
      byClass[Math.trunc(status / 100)]?.add();
      routeTime.observe(took / 1_000);

      const isReading = request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS';
      // A flood that is being turned away must not become a flood of lines.
      const isUneventful = (isReading && status < 400 && took < SLOW_MS) || status === 429;
      if (!isUneventful || uneventful++ % SAMPLED === 0) {
        const line = {
          requestId: request.id,
          method: request.method,
          route,
          status,
          ms: Math.round(took * 10) / 10,
        };
        if (status >= 500) log.error(line, 'answered');
        else if (took >= SLOW_MS) log.warn(line, 'answered slowly');
        else log.info(line, 'answered');
      }
      done();
    };
  };
}
