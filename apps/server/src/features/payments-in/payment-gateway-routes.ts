import {
  Done,
  GatewayMessageAnswer,
  GatewayMessageBody,
  GatewayMessageList,
  GatewayMessageQuery,
  GatewayView,
  NoQuery,
  PreviewQuery,
  RuleChange,
  SetGatewayBody,
} from '@kafal/contract';
import { readJsonBody } from '../../platform/http/json-body.ts';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { tooMany } from '../../platform/limits/limits.ts';
import type { Platform } from '../../platform/platform.ts';
import { GATEWAY_PATH, gatewayView, listGatewayMessages } from './payment-gateway-queries.ts';
import { endGateway, setGateway } from './set-gateway.ts';
import { takeGatewayMessage } from './take-gateway-message.ts';

const tags = ['payments'];
const change = { permission: 'settings.change', audience: 'staff' } as const;

export async function paymentGatewayRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;

  app.get(
    '/api/payment-gateway',
    {
      config: { permission: 'books.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'The gateway that tells of payments as they come, without its secret',
        querystring: NoQuery,
        response: { 200: GatewayView },
      },
    },
    () => gatewayView(platform),
  );

  app.put(
    '/api/payment-gateway',
    {
      config: change,
      schema: {
        tags,
        summary: 'Name the gateway and the secret that both sides sign with; a second person agrees (202)',
        querystring: PreviewQuery,
        body: SetGatewayBody,
        response: { 200: RuleChange, 202: RuleChange },
      },
    },
    async (request, reply) => {
      const answer = await setGateway(platform, request.actor, request.body, request.query.preview === true);
      return reply.code(answer.approvalId === null ? 200 : 202).send(answer);
    },
  );

  app.delete(
    '/api/payment-gateway',
    {
      config: change,
      schema: { tags, summary: 'Hear the gateway no longer', querystring: NoQuery, response: { 200: Done } },
    },
    async (request) => {
      await endGateway(platform, request.actor);
      return { done: true as const };
    },
  );

  app.get(
    GATEWAY_PATH,
    {
      config: { permission: 'books.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'What the gateway told of, newest first, and what became of it',
        querystring: GatewayMessageQuery,
        response: { 200: GatewayMessageList },
      },
    },
    (request) => listGatewayMessages(platform, request.query),
  );

  await app.register(messagesIn);
}

async function countStranger({ limits }: Platform, address: string): Promise<void> {
  const taken = await limits.takeAnonymous(address);
  if (!taken.isAllowed) throw tooMany('TOO_MANY_REQUESTS', taken);
}

/** What is signed are the bytes, so they are kept as they came. */
async function messagesIn(app: KafalApp): Promise<void> {
  const { platform } = app;
  const bytes = new WeakMap<object, Buffer>();
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, raw, done) => {
    bytes.set(request, raw);
    try {
      done(null, readJsonBody(raw.toString('utf8')));
    } catch (error) {
      done(error instanceof Error ? error : new Error('The body could not be read.'));
    }
  });

  app.post(
    GATEWAY_PATH,
    {
      // A busy hour of payments is no attack; those who cannot sign are counted.
      config: { permission: 'public', limit: 'none' },
      schema: {
        tags,
        summary: 'A gateway tells of a payment; signed, in the form of the gateway that the society has named',
        querystring: NoQuery,
        body: GatewayMessageBody,
        response: { 200: GatewayMessageAnswer },
      },
    },
    async (request) => {
      const raw = bytes.get(request) ?? Buffer.alloc(0);
      const { headers, body } = request;
      try {
        return { outcome: await takeGatewayMessage(platform, { headers, raw, body }) };
      } catch (error) {
        if (error instanceof Refusal && error.kind === 'unauthorised')
          await countStranger(platform, request.caller.address);
        throw error;
      }
    },
  );
}
