import { Api } from '../shared/api.ts';

export const api = new Api('staff');
