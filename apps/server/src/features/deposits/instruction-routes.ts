import {
  IdParams,
  NoQuery,
  SetStandingInstructionBody,
  StandingInstructionList,
  StandingInstructionQuery,
  StandingInstructionView,
} from '@kafal/contract';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { getInstruction, listInstructions } from './list-instructions.ts';
import { setStandingInstruction, stopStandingInstruction } from './standing-instructions.ts';

const tags = ['deposits'];
const change = { permission: { member: 'own.transfer', staff: 'savings.transfer' } } as const;

export async function instructionRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;

  app.get(
    '/api/standing-instructions',
    {
      config: { permission: { member: 'own.accounts.read', staff: 'counter.read' } },
      schema: {
        tags,
        summary: 'Standing instructions with what became of their dues: a member sees their own, staff all',
        querystring: StandingInstructionQuery,
        response: { 200: StandingInstructionList },
      },
    },
    (request) => listInstructions(platform, request.actor, request.query),
  );

  app.post(
    '/api/standing-instructions',
    {
      config: change,
      schema: {
        tags,
        summary: 'From a day on, what a deposit is due is taken from savings at the end of its day',
        querystring: NoQuery,
        body: SetStandingInstructionBody,
        response: { 201: StandingInstructionView },
      },
    },
    async (request, reply) => {
      const id = await setStandingInstruction(platform, request.actor, request.body);
      return reply.code(201).send(await getInstruction(platform, request.actor, id));
    },
  );

  app.post(
    '/api/standing-instructions/:id/stop',
    {
      config: change,
      schema: {
        tags,
        summary: 'Nothing more is taken by this instruction',
        params: IdParams,
        querystring: NoQuery,
        response: { 200: StandingInstructionView },
      },
    },
    async (request) => {
      await stopStandingInstruction(platform, request.actor, request.params.id);
      return getInstruction(platform, request.actor, request.params.id);
    },
  );
}
