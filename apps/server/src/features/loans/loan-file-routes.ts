import {
  AddedFile,
  Done,
  FileForm,
  FileOfPersonParams,
  FileRemovalBody,
  IdParams,
  LoanFileKindQuery,
  PersonFileList,
} from '@kafal/contract';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { fileCaps, receiveUpload, requireForm, withUploads } from '../files/index.ts';
import { readSettings } from '../society/index.ts';
import { addLoanFile, getLoanToAddTo, loanFiles, removeLoanFile } from './loan-files.ts';

const tags = ['loans'];

/** The bytes themselves are at /api/files/:id. */
export async function loanFileRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;

  app.get(
    '/api/loans/:id/files',
    {
      config: { permission: { member: 'own.accounts.read', staff: 'loan.read' } },
      schema: {
        tags,
        summary: 'The papers of a loan, for its borrower and the office',
        params: IdParams,
        response: { 200: PersonFileList },
      },
    },
    async ({ actor, params }) => ({ items: await loanFiles(platform, actor, params.id) }),
  );

  await withUploads(app, (room) => {
    room.post(
      '/api/loans/:id/files',
      {
        config: { permission: { member: 'own.loan.apply', staff: 'loan.apply' }, form: FileForm },
        schema: {
          tags,
          summary: 'Add a paper to a loan: its borrower while it is not decided, the office until it is over',
          params: IdParams,
          querystring: LoanFileKindQuery,
          response: { 201: AddedFile },
        },
      },
      async (request, reply) => {
        const loanId = request.params.id;
        requireForm(request);
        await getLoanToAddTo(platform, request.actor, loanId);
        const caps = fileCaps(await readSettings(platform), request.query.kind);
        const upload = await receiveUpload(platform, request, caps);
        return reply.code(201).send(await addLoanFile(platform, request.actor, { loanId, upload, caps }));
      },
    );
  });

  app.post(
    '/api/loans/:id/files/:fileId/removal',
    {
      config: { permission: 'loan.apply', audience: 'staff' },
      schema: {
        tags,
        summary: 'Take a paper of a loan away; it is deleted a month later',
        params: FileOfPersonParams,
        body: FileRemovalBody,
        response: { 200: Done },
      },
    },
    async ({ actor, params, body }) => {
      await removeLoanFile(platform, actor, { loanId: params.id, fileId: params.fileId, reason: body.reason });
      return { done: true } as const;
    },
  );
}
