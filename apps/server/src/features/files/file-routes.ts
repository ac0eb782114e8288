import { FileParams } from '@kafal/contract';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { openFile } from './open-file.ts';

/** Whatever is in it, a browser that opens it runs nothing, asks for nothing and belongs to no page. */
const POLICY = "default-src 'none'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

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
      const { mediaType, bytes, name, plainName, stream } = await openFile(platform, request.actor, request.params.id);
      reply.header('content-type', mediaType);
      reply.header('content-length', bytes);
      reply.header('content-security-policy', POLICY);
      reply.header('cache-control', 'private, no-store');
      reply.header(
        'content-disposition',
        `attachment; filename="${plainName}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      );
      return reply.send(stream);
    },
  );
}
