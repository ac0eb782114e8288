import { Api } from '../shared/api.ts';
import { clientOf } from '../shared/client.ts';

export const client = clientOf(new Api('staff'));
