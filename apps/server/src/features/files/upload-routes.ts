import multipart from '@fastify/multipart';
import type { KafalApp } from '../../platform/http/kafal-app.ts';

/** Routes that take a file stand in a room of their own: nowhere else is a form read at all. */
export async function withUploads(app: KafalApp, routes: (room: KafalApp) => void): Promise<void> {
  await app.register(async (room: KafalApp) => {
    await room.register(multipart);
    routes(room);
  });
}
