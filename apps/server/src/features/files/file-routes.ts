import { FileParams } from '@kafal/contract';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { openFile } from './open-file.ts';
import { sendFile } from './send-file.ts';

export async function filesRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;

  app.get(
    '/api/files/:id',
    {
      config: { permission: { member: 'own.profile.read', staff: 'member.read' } },
      schema: {
        tags: ['files'],
        summary: 'A photo, signature or paper itself; staff who open a paper leave a line in the audit log',
        params: FileParams,
      },
    },
    async (request, reply) => {
      return sendFile(reply, await openFile(platform, request.actor, request.params.id));
    },
  );
}
