import type { Platform, Trx } from '../../platform/platform.ts';

export interface ApplicationEvent {
  readonly applicationId: number;
  readonly act: 'submitted' | 'resubmitted' | 'returned' | 'approved' | 'rejected';
  /** 0 for the public form. */
  readonly userId: number;
  readonly note: string | null;
}

export async function recordApplicationEvent(
  trx: Trx,
  platform: Pick<Platform, 'clock'>,
  { applicationId, act, userId, note }: ApplicationEvent,
): Promise<void> {
  await trx
    .insertInto('application_event')
    .values({ applicationId, act, userId: userId === 0 ? null : userId, note, recordedAt: platform.clock.now() })
    .execute();
}
