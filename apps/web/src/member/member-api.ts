import { Api } from '../shared/api.ts';
import { clientOf } from '../shared/client.ts';
import { createQueryClient } from '../shared/query-client.ts';

/** Log-in, log-out and the token; everything else is asked through `client`. */
export const api = new Api('member');
export const client = clientOf(api);
export const queryClient = createQueryClient();
