import { Api, type RequestOptions } from '../shared/api.ts';

/** Remembers when something was last done from this page, so that its own news is not told back to it as news. */
class StaffApi extends Api {
  lastActAt = 0;

  constructor() {
    super('staff');
  }

  override async post<Answer>(path: string, options?: RequestOptions): Promise<Answer> {
    const answer = await super.post<Answer>(path, options);
    if (options?.query?.['preview'] !== true) this.lastActAt = Date.now();
    return answer;
  }

  override async put<Answer>(path: string, options?: RequestOptions): Promise<Answer> {
    const answer = await super.put<Answer>(path, options);
    this.lastActAt = Date.now();
    return answer;
  }
}

/** Log-in, log-out and the token; everything else is asked through the client in staff-api.ts. */
export const api = new StaffApi();
