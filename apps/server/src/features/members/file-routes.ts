import {
  AddedFile,
  ApplicantFileForm,
  ApplicantFileRemovalBody,
  Done,
  type FileKind,
  FileKindQuery,
  FileOfPersonParams,
  FileRemovalBody,
  IdParams,
  PaperForm,
  PersonFileList,
} from '@kafal/contract';
import type { FastifyRequest } from 'fastify';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { calendarToday } from '../accounting/index.ts';
import { type FormFields, fileCaps, type PaperDetails, receiveUpload, withUploads } from '../files/index.ts';
import { readSettings } from '../society/index.ts';
import {
  addApplicationFile,
  applicationFiles,
  applicationOf,
  getApplicationToAddTo,
  openApplicationOf,
  removeApplicationFile,
} from './application-files.ts';
import { getMemberFor, notThere } from './find-member.ts';
import { addMemberFile, memberFiles, removeMemberFile } from './member-files.ts';
import { readPaperDetails } from './paper-details.ts';

const tags = ['files'];
const done = { done: true } as const;

/** Photos, signatures and papers of applicants and members. The bytes themselves are at /api/files/:id. */
export async function personFileRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;
  /** Looks at what is said of a paper before the paper itself is taken. */
  const receive = async (
    request: FastifyRequest,
    kind: FileKind,
    admit: (fields: FormFields) => Promise<void> = async () => {},
  ) => {
    const settings = await readSettings(platform);
    const today = await calendarToday(platform);
    const caps = fileCaps(settings, kind);
    let details: PaperDetails | undefined;
    const upload = await receiveUpload(platform, request, caps, async (fields) => {
      await admit(fields);
      details = readPaperDetails({ kind, country: settings['phone.country'], today }, fields);
    });
    return { upload, caps, details };
  };

  await withUploads(app, (room) => {
    room.post(
      '/api/members/register/files',
      {
        config: { permission: 'public', form: ApplicantFileForm },
        schema: {
          tags,
          summary: 'Send a photo, signature or paper after an application, proved by tracking number and phone',
          querystring: FileKindQuery,
          response: { 201: AddedFile },
        },
      },
      async (request, reply) => {
        const { kind, replaces } = request.query;
        let applicationId = 0;
        const received = await receive(request, kind, async (fields) => {
          applicationId = await openApplicationOf(platform, fields);
        });
        return reply
          .code(201)
          .send(await addApplicationFile(platform, request.caller, { applicationId, replaces, ...received }));
      },
    );

    room.post(
      '/api/admin/member-requests/:id/files',
      {
        config: { permission: 'member.register', audience: 'staff', form: PaperForm },
        schema: {
          tags,
          summary: "Add a photo, signature or paper to somebody's application",
          params: IdParams,
          querystring: FileKindQuery,
          response: { 201: AddedFile },
        },
      },
      async (request, reply) => {
        const applicationId = request.params.id;
        await getApplicationToAddTo(platform, applicationId);
        const { kind, replaces } = request.query;
        const received = await receive(request, kind);
        return reply
          .code(201)
          .send(await addApplicationFile(platform, request.actor, { applicationId, replaces, ...received }));
      },
    );

    room.post(
      '/api/members/profile/files',
      {
        config: { permission: 'own.profile.change', audience: 'member', form: PaperForm },
        schema: {
          tags,
          summary: 'Send an own paper, or a photo or signature, which waits for the office',
          querystring: FileKindQuery,
          response: { 201: AddedFile },
        },
      },
      async (request, reply) => {
        const { kind, replaces } = request.query;
        const received = await receive(request, kind);
        const memberId = request.actor.memberId ?? notThere();
        return reply.code(201).send(await addMemberFile(platform, request.actor, { memberId, replaces, ...received }));
      },
    );

    room.post(
      '/api/members/:id/files',
      {
        config: { permission: 'member.change', audience: 'staff', form: PaperForm },
        schema: {
          tags,
          summary: 'Add a photo, signature or paper of a member; a new picture takes the place of the one before',
          params: IdParams,
          querystring: FileKindQuery,
          response: { 201: AddedFile },
        },
      },
      async (request, reply) => {
        const memberId = request.params.id;
        await getMemberFor(platform, request.actor, memberId);
        const { kind, replaces } = request.query;
        const received = await receive(request, kind);
        return reply.code(201).send(await addMemberFile(platform, request.actor, { memberId, replaces, ...received }));
      },
    );
  });

  app.post(
    '/api/members/register/file-removals',
    {
      config: { permission: 'public' },
      schema: {
        tags,
        summary: 'Take back a file that was sent with an application',
        body: ApplicantFileRemovalBody,
        response: { 200: Done },
      },
    },
    async (request) => {
      const { fileId, ...proof } = request.body;
      const { id } = await applicationOf(platform, proof);
      await removeApplicationFile(platform, request.caller, { applicationId: id, fileId, reason: null });
      return done;
    },
  );

  app.get(
    '/api/members/profile/files',
    {
      config: { permission: 'own.profile.read', audience: 'member' },
      schema: { tags, summary: 'Own photo, signature and papers', response: { 200: PersonFileList } },
    },
    async ({ actor }) => ({ items: await memberFiles(platform, actor, actor.memberId ?? notThere()) }),
  );

  app.get(
    '/api/members/:id/files',
    {
      config: { permission: 'member.read', audience: 'staff' },
      schema: {
        tags,
        summary: "A member's photo, signature and papers",
        params: IdParams,
        response: { 200: PersonFileList },
      },
    },
    async ({ actor, params }) => ({ items: await memberFiles(platform, actor, params.id) }),
  );

  app.post(
    '/api/members/:id/files/:fileId/removal',
    {
      config: { permission: 'member.change', audience: 'staff' },
      schema: {
        tags,
        summary: 'Take a file of a member away; it is deleted a month later',
        params: FileOfPersonParams,
        body: FileRemovalBody,
        response: { 200: Done },
      },
    },
    async ({ actor, params, body }) => {
      await removeMemberFile(platform, actor, { memberId: params.id, fileId: params.fileId, reason: body.reason });
      return done;
    },
  );

  app.get(
    '/api/admin/member-requests/:id/files',
    {
      config: { permission: 'application.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'What an applicant sent along',
        params: IdParams,
        response: { 200: PersonFileList },
      },
    },
    async ({ params }) => ({ items: await applicationFiles(platform, params.id) }),
  );

  app.post(
    '/api/admin/member-requests/:id/files/:fileId/removal',
    {
      config: { permission: 'member.register', audience: 'staff' },
      schema: {
        tags,
        summary: 'Take a file of an application away',
        params: FileOfPersonParams,
        body: FileRemovalBody,
        response: { 200: Done },
      },
    },
    async ({ actor, params, body }) => {
      const { id: applicationId, fileId } = params;
      await removeApplicationFile(platform, actor, { applicationId, fileId, reason: body.reason });
      return done;
    },
  );
}
