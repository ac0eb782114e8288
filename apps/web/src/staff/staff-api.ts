import { Api } from '../shared/api.ts';
import { createQueryClient } from '../shared/query-client.ts';

export const api = new Api('staff');
export const queryClient = createQueryClient();
