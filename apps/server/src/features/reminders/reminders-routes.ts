import { ReminderList } from '@kafal/contract';
import { LIST_MS, rememberUntilWritten } from '../../platform/cache/remember-until-written.ts';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { listReminders } from './list-reminders.ts';

export async function remindersRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;
  app.get(
    '/api/reminders',
    {
      config: { permission: 'settings.read', audience: 'staff' },
      schema: {
        tags: ['society'],
        summary: 'What members are reminded of, how many days before, and how many that will be in the next week',
        response: { 200: ReminderList },
      },
    },
    ({ actor: { language } }) =>
      rememberUntilWritten(platform, `reminders:${language}`, LIST_MS, async () => ({
        items: await listReminders(platform, language),
      })),
  );
}
