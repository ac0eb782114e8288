import { Api } from '../shared/api.ts';

/** Log-in, log-out and the token; everything else is asked through the client in member-api.ts. */
export const api = new Api('member');
