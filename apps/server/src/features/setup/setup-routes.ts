import { ChangeLogoBody, PresetCode, SetupAnswer, SetupBody, SetupState, SocietyView } from '@kafal/contract';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { findSettings } from '../society/index.ts';
import { changeLogo, removeLogo } from './change-logo.ts';
import { openLogo } from './logo.ts';
import { setUpSociety } from './set-up-society.ts';
import { societyView } from './society-view.ts';
import { webManifest } from './web-manifest.ts';

const tags = ['society'];
/** The page itself needs them to start, in every state and however often it is opened. */
const forThePage = { permission: 'public', limit: 'none' } as const;
const change = { permission: 'settings.change', audience: 'staff' } as const;

export async function setupRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;

  app.get(
    '/api/setup',
    {
      config: forThePage,
      schema: { tags, summary: 'Whether the society is set up', response: { 200: SetupState } },
    },
    async () => ({ isSetUp: (await findSettings(platform)) !== undefined, presets: PresetCode.options }),
  );

  app.post(
    '/api/setup',
    {
      config: { permission: 'public' },
      schema: {
        tags,
        summary: 'Set the society up, once, with the code that the terminal prints',
        body: SetupBody,
        response: { 201: SetupAnswer },
      },
    },
    async (request, reply) => {
      const { username, businessDate } = await setUpSociety(platform, request.caller, request.body);
      return reply.code(201).send({ done: true, username, businessDate });
    },
  );

  app.get(
    '/api/society',
    {
      config: forThePage,
      schema: { tags, summary: 'The society as everybody may know it', response: { 200: SocietyView } },
    },
    async () => societyView(platform),
  );

  app.get(
    '/api/society/logo',
    { config: forThePage, schema: { tags, summary: "The society's logo" } },
    async (_request, reply) => {
      const { mediaType, sha256, stream } = await openLogo(platform);
      reply.header('content-type', mediaType);
      reply.header('cache-control', 'public, max-age=3600');
      reply.header('etag', `"${sha256}"`);
      return reply.send(stream);
    },
  );

  app.put(
    '/api/society/logo',
    {
      config: change,
      schema: { tags, summary: 'Show another logo from now on', body: ChangeLogoBody, response: { 200: SocietyView } },
    },
    async (request) => {
      await changeLogo(platform, request.actor, request.body.logo);
      return societyView(platform);
    },
  );

  app.delete(
    '/api/society/logo',
    { config: change, schema: { tags, summary: 'Show no logo any more', response: { 200: SocietyView } } },
    async (request) => {
      await removeLogo(platform, request.actor);
      return societyView(platform);
    },
  );

  app.get('/manifest.webmanifest', { schema: { hide: true } }, async (request, reply) => {
    const manifest = await webManifest(platform, request.caller.language);
    reply.header('cache-control', 'no-cache').header('vary', 'Accept-Language');
    return reply.type('application/manifest+json; charset=utf-8').send(JSON.stringify(manifest));
  });
}
