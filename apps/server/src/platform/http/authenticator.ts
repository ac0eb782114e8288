// The platform asks who it is; features/identity answers. Asked once per request, before anything else of the route.

import type { FastifyRequest } from 'fastify';
import type { Actor } from './actor.ts';

export interface Authenticator {
  /**
   * The actor behind the request's own proof (an access token), or undefined when there is none or it is not, or no
   * longer, good. Answers at once when it can, because every request waits for it. Throws a Refusal only when
   * somebody is known but may not go on (`unauthorised`, `locked`, `unavailable`).
   */
  authenticate(request: FastifyRequest): Actor | undefined | Promise<Actor | undefined>;
}
