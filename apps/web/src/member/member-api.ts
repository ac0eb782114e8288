import { clientOf } from '../shared/client.ts';
import { createQueryClient } from '../shared/query-client.ts';
import { api } from './member-line.ts';

export { api };
export const client = clientOf(api);
export const queryClient = createQueryClient();
