import {
  AssignMessageBody,
  CloseMessageBody,
  FileForm,
  IdParams,
  MessageFileParams,
  MessageList,
  MessagesQuery,
  MessageTextBody,
  MessageView,
  WriteMessageBody,
} from '@kafal/contract';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { sendKept } from '../../platform/http/with-idempotency.ts';
import { fileCaps, receiveUpload, requireForm, sendFile, withUploads } from '../files/index.ts';
import { readSettings } from '../society/index.ts';
import { addMessageFile, getMessageToAddTo, openMessageFile } from './message-files.ts';
import { getMessageFor, listMessages, messageView } from './message-queries.ts';
import { addToMessage, assignMessage, closeMessage, reopenMessage, writeMessage } from './write-message.ts';

const tags = ['messages'];
const params = IdParams;
const response = { 200: MessageView };
const reads = { permission: { member: 'own.profile.read', staff: 'message.answer' } } as const;
const writes = { permission: { member: 'own.profile.change', staff: 'message.answer' } } as const;
const memberWrites = { permission: 'own.profile.change', audience: 'member' } as const;
const staffActs = { permission: 'message.answer', audience: 'staff' } as const;

export async function officeMessagesRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;

  app.get(
    '/api/messages',
    {
      config: reads,
      schema: {
        tags,
        summary: 'Messages to the office: a member’s own, or the inbox of the office',
        querystring: MessagesQuery,
        response: { 200: MessageList },
      },
    },
    ({ actor, query }) => listMessages(platform, actor, query),
  );
  app.get(
    '/api/messages/:id',
    { config: reads, schema: { tags, summary: 'A message with all that was written and done', params, response } },
    async ({ actor, params: { id } }) => {
      const message = await getMessageFor(platform.database, actor, id);
      return messageView(platform, platform.database, actor, message.id);
    },
  );
  app.post(
    '/api/messages',
    {
      config: { ...memberWrites, idempotent: 'if-sent' },
      schema: { tags, summary: 'Write to the office', body: WriteMessageBody, response: { 201: MessageView } },
    },
    async (request, reply) =>
      sendKept(reply, await writeMessage(platform, request.actor, request.body, request.idempotency)),
  );
  app.post(
    '/api/messages/:id/entries',
    {
      config: writes,
      schema: {
        tags,
        summary: 'The member writes again, or the office answers',
        params,
        body: MessageTextBody,
        response,
      },
    },
    ({ actor, params: { id }, body }) => addToMessage(platform, actor, id, body.text),
  );
  app.post(
    '/api/messages/:id/assignment',
    {
      config: staffActs,
      schema: {
        tags,
        summary: 'Give a message to a colleague, or to nobody',
        params,
        body: AssignMessageBody,
        response,
      },
    },
    ({ actor, params: { id }, body }) => assignMessage(platform, actor, id, body.userId),
  );
  app.post(
    '/api/messages/:id/closure',
    {
      config: staffActs,
      schema: { tags, summary: 'Close a message with a reason', params, body: CloseMessageBody, response },
    },
    ({ actor, params: { id }, body }) => closeMessage(platform, actor, id, body.reason),
  );
  app.post(
    '/api/messages/:id/reopening',
    {
      config: memberWrites,
      schema: {
        tags,
        summary: 'Open a closed message again, within the days of the rule',
        params,
        body: MessageTextBody,
        response,
      },
    },
    ({ actor, params: { id }, body }) => reopenMessage(platform, actor, id, body.text),
  );
  app.get(
    '/api/messages/:id/files/:fileId',
    { config: reads, schema: { tags, summary: 'A file that was sent with a message', params: MessageFileParams } },
    async ({ actor, params: file }, reply) => sendFile(reply, await openMessageFile(platform, actor, file)),
  );
  await withUploads(app, (room) => {
    room.post(
      '/api/messages/:id/files',
      {
        config: { ...writes, form: FileForm },
        schema: { tags, summary: 'Send a file with a message', params, response: { 201: MessageView } },
      },
      async (request, reply) => {
        const { id } = request.params;
        requireForm(request);
        await getMessageToAddTo(platform, request.actor, id);
        const caps = fileCaps(await readSettings(platform), 'other_paper');
        const upload = await receiveUpload(platform, request, caps);
        return reply.code(201).send(await addMessageFile(platform, request.actor, id, upload));
      },
    );
  });
}
