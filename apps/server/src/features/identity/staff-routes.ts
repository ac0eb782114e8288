import {
  ChangeRoleBody,
  ChangeStaffUserBody,
  ChangeUserRoleBody,
  CopyRoleBody,
  CreatedStaffUser,
  CreateStaffUserBody,
  CsvText,
  Done,
  IdParams,
  IssuedCode,
  PERMISSIONS,
  PreviewQuery,
  RoleList,
  RoleParams,
  RoleView,
  RuleChange,
  SessionList,
  StaffUserList,
  StaffUserQuery,
  StaffUserView,
} from '@kafal/contract';
import { LIST_MS, rememberUntilWritten } from '../../platform/cache/remember-until-written.ts';
import { sendCsv } from '../../platform/csv/send-csv.ts';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { changeStaffUser } from './change-staff-user.ts';
import { changeUserRole } from './change-user-role.ts';
import { addStaffUser } from './create-staff-user.ts';
import { exportStaffUsers } from './export-staff-users.ts';
import { issueCodeToMember, issueCodeToStaff } from './issue-one-time-code.ts';
import type { IssuedOneTimeCode } from './one-time-code.ts';
import { changeRole, copyRole, deleteRole, getRole, listRoles } from './roles.ts';
import { listSessionsOfUser } from './session-queries.ts';
import { getStaffUser, listStaffUsers } from './staff-user-queries.ts';

const toIssuedCode = ({ code, expiresAt }: IssuedOneTimeCode) => ({
  oneTimeCode: code,
  expiresAt: new Date(expiresAt).toISOString(),
});

/** The administrator's part: colleagues, their codes, their sessions, and what each role may do. */
export async function staffRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;
  const tags = ['identity'];

  app.get(
    '/api/admin/users',
    {
      config: { permission: 'user.read', audience: 'staff' },
      schema: { tags, summary: 'Staff users', querystring: StaffUserQuery, response: { 200: StaffUserList } },
    },
    async (request) => listStaffUsers(platform, request.actor.language, request.query),
  );

  app.get(
    '/api/admin/users.csv',
    {
      config: { permission: 'user.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'Staff users as a file',
        querystring: StaffUserQuery,
        response: { 200: CsvText },
      },
    },
    async (request, reply) => sendCsv(reply, await exportStaffUsers(platform, request.actor, request.query), 'users'),
  );

  app.post(
    '/api/admin/users',
    {
      config: { permission: 'user.manage', audience: 'staff' },
      schema: {
        tags,
        summary: 'Adds a staff user; the one-time code is shown once',
        body: CreateStaffUserBody,
        response: { 201: CreatedStaffUser },
      },
    },
    async (request, reply) => {
      const { userId, issued } = await addStaffUser(platform, request.actor, request.body);
      const user = await getStaffUser(platform.database, request.actor.language, userId);
      return reply.code(201).send({ user, ...toIssuedCode(issued) });
    },
  );

  app.put(
    '/api/admin/users/:id',
    {
      config: { permission: 'user.manage', audience: 'staff' },
      schema: {
        tags,
        summary: 'Changes a staff user; a status acts at once',
        params: IdParams,
        body: ChangeStaffUserBody,
        response: { 200: StaffUserView },
      },
    },
    async (request) => {
      await changeStaffUser(platform, request.actor, { ...request.body, id: request.params.id });
      return getStaffUser(platform.database, request.actor.language, request.params.id);
    },
  );

  app.post(
    '/api/admin/users/:id/role-changes',
    {
      config: { permission: 'user.manage', audience: 'staff' },
      schema: {
        tags,
        summary: 'Asks a second person for another role of a colleague (202)',
        params: IdParams,
        querystring: PreviewQuery,
        body: ChangeUserRoleBody,
        response: { 200: RuleChange, 202: RuleChange },
      },
    },
    async (request, reply) => {
      const command = { ...request.body, id: request.params.id };
      const answer = await changeUserRole(platform, request.actor, command, request.query.preview === true);
      return reply.code(answer.approvalId === null ? 200 : 202).send(answer);
    },
  );

  app.post(
    '/api/admin/users/:id/one-time-code',
    {
      config: { permission: 'user.manage', audience: 'staff' },
      schema: {
        tags,
        summary: 'A code for a new password of their own',
        params: IdParams,
        response: { 200: IssuedCode },
      },
    },
    async (request) => toIssuedCode(await issueCodeToStaff(platform, request.actor, request.params.id)),
  );

  app.get(
    '/api/admin/users/:id/sessions',
    {
      config: { permission: 'user.read', audience: 'staff' },
      schema: { tags, summary: 'Where a user is logged in', params: IdParams, response: { 200: SessionList } },
    },
    async (request) => listSessionsOfUser(platform, request.actor, request.params.id),
  );

  app.post(
    '/api/members/:id/one-time-code',
    {
      config: { permission: 'member.login.issue', audience: 'staff' },
      schema: {
        tags,
        summary: 'A code with which the member chooses a password',
        params: IdParams,
        response: { 200: IssuedCode },
      },
    },
    async (request) => toIssuedCode(await issueCodeToMember(platform, request.actor, request.params.id)),
  );

  app.get(
    '/api/admin/roles',
    {
      config: { permission: 'user.read', audience: 'staff' },
      schema: { tags, summary: 'Roles and what each may do', response: { 200: RoleList } },
    },
    ({ actor: { language } }) =>
      rememberUntilWritten(platform, `roles:${language}`, LIST_MS, async () => ({
        items: await listRoles(platform, language),
        permissions: PERMISSIONS.filter((permission) => !permission.startsWith('own.')),
      })),
  );

  app.put(
    '/api/admin/roles/:code',
    {
      config: { permission: 'role.manage', audience: 'staff' },
      schema: {
        tags,
        summary: 'Asks a second person for other rights of a role (202); they act at once when it is approved',
        params: RoleParams,
        querystring: PreviewQuery,
        body: ChangeRoleBody,
        response: { 200: RuleChange, 202: RuleChange },
      },
    },
    async (request, reply) => {
      const command = { ...request.body, code: request.params.code };
      const answer = await changeRole(platform, request.actor, command, request.query.preview === true);
      return reply.code(answer.approvalId === null ? 200 : 202).send(answer);
    },
  );

  app.post(
    '/api/admin/roles',
    {
      config: { permission: 'role.manage', audience: 'staff' },
      schema: { tags, summary: 'A new role as a copy of another', body: CopyRoleBody, response: { 201: RoleView } },
    },
    async (request, reply) => {
      const code = await copyRole(platform, request.actor, request.body);
      return reply.code(201).send(await getRole(platform, request.actor.language, code));
    },
  );

  app.delete(
    '/api/admin/roles/:code',
    {
      config: { permission: 'role.manage', audience: 'staff' },
      schema: { tags, summary: 'Takes away a role that nobody ever had', params: RoleParams, response: { 200: Done } },
    },
    async (request) => {
      await deleteRole(platform, request.actor, request.params.code);
      return { done: true } as const;
    },
  );
}
