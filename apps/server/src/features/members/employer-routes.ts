import {
  AddEmployerBody,
  EmployerList,
  EmploymentAnswer,
  EmploymentBody,
  IdParams,
  RenameEmployerBody,
} from '@kafal/contract';
import { z } from 'zod';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { sendKept } from '../../platform/http/with-idempotency.ts';
import { addEmployer, changeEmployment, employmentOf, listEmployers, renameEmployer } from './employers.ts';

const tags = ['members'];

export async function employerRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;
  const changes = { permission: 'member.change', audience: 'staff' } as const;

  app.get(
    '/api/employers',
    {
      config: { permission: 'member.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'Employers who pay for their people, with how many members work there',
        response: { 200: EmployerList },
      },
    },
    () => listEmployers(platform.database),
  );

  app.post(
    '/api/employers',
    {
      config: { ...changes, idempotent: 'if-sent' },
      schema: {
        tags,
        summary: 'Add an employer',
        body: AddEmployerBody,
        response: { 201: z.object({ id: z.string() }) },
      },
    },
    async (request, reply) =>
      sendKept(reply, await addEmployer(platform, request.actor, request.body, request.idempotency)),
  );

  app.put(
    '/api/employers/:id',
    {
      config: changes,
      schema: {
        tags,
        summary: 'Name an employer otherwise',
        params: IdParams,
        body: RenameEmployerBody,
        response: { 200: EmployerList },
      },
    },
    async (request) => {
      await renameEmployer(platform, request.actor, { ...request.body, id: request.params.id });
      return listEmployers(platform.database);
    },
  );

  app.put(
    '/api/members/:id/employment',
    {
      config: changes,
      schema: {
        tags,
        summary: 'Where a member works, of the employers who pay for their people',
        params: IdParams,
        body: EmploymentBody,
        response: { 200: EmploymentAnswer },
      },
    },
    async (request) => {
      await changeEmployment(platform, request.actor, { ...request.body, memberId: request.params.id });
      return { employment: await employmentOf(platform.database, request.params.id) };
    },
  );
}
