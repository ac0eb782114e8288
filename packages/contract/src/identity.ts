import { z } from 'zod';
import { FlagQuery, Id, IdInput, InstantText, LanguageCode, ListQuery, page, typedText } from './common.ts';
import { PERMISSIONS } from './permissions.ts';

/** 1000 characters as people count them are up to 2000 units of a string; the feature counts the characters. */
const Secret = z.string().min(1).max(2000);
const Identifier = z.string().max(254).optional();

/** One of `identifier`, `email`, `username`, `adminId` names the person; a TOTP code is needed once enrolled. */
export const LoginBody = z
  .strictObject({
    identifier: Identifier,
    email: Identifier,
    username: Identifier,
    adminId: Identifier,
    password: Secret,
    totpCode: z.string().max(12).optional(),
  })
  .refine(
    (body) =>
      [body.identifier, body.email, body.username, body.adminId].filter((name) => name !== undefined).length === 1,
    {
      message: 'IDENTIFIER_ONE',
      path: ['identifier'],
    },
  )
  .meta({ examples: [{ identifier: 'manager', password: 'the password' }] });

export const SessionUser = z.object({
  id: Id,
  kind: z.enum(['member', 'staff']),
  name: z.string(),
  memberId: Id.nullable(),
  memberNumber: z.string().nullable(),
  role: z.string().nullable(),
  roleName: z.string().nullable(),
  permissions: z.array(z.enum(PERMISSIONS)),
  language: LanguageCode,
  mustChangePassword: z.boolean(),
  totpEnabled: z.boolean(),
});

export type SessionUser = z.infer<typeof SessionUser>;

/** `refreshToken` is null for the web app, which gets it as a cookie. `expiresIn` is in seconds. */
export const TokenAnswer = z.object({
  accessToken: z.string(),
  refreshToken: z.string().nullable(),
  tokenType: z.literal('Bearer'),
  expiresIn: z.number(),
  user: SessionUser,
});
/** By cookie the body is `{}` and `audience` says which entry's cookie is meant. */
export const RefreshBody = z
  .strictObject({
    refreshToken: z.string().max(400).optional(),
    audience: z.enum(['member', 'staff']).optional(),
  })
  .meta({ examples: [{ audience: 'member' }] });

export const ChangePasswordBody = z
  .strictObject({ currentPassword: Secret, newPassword: Secret })
  .meta({ examples: [{ currentPassword: 'the password', newPassword: 'seven quiet lanterns' }] });
export const ForgotPasswordBody = z
  .strictObject({ identifier: z.string().min(1).max(254) })
  .meta({ examples: [{ identifier: '9812345678' }] });
export const ResetPasswordBody = z
  .strictObject({
    identifier: z.string().min(1).max(254),
    code: z.string().min(1).max(40),
    newPassword: Secret,
  })
  .meta({ examples: [{ identifier: '9812345678', code: 'K7MQ-2XRA-9DTF', newPassword: 'seven quiet lanterns' }] });

export const MeView = z.object({
  user: SessionUser,
  businessDate: z.string(),
  /** True when the business date is not the calendar's today in the society's time zone. */
  businessDateWaits: z.boolean(),
  unreadNotifications: z.number(),
});
export const LanguageBody = z.strictObject({ language: LanguageCode }).meta({ examples: [{ language: 'hi' }] });

export const SessionView = z.object({
  id: z.string(),
  audience: z.enum(['member', 'staff']),
  address: z.string(),
  agent: z.string(),
  createdAt: InstantText,
  lastSeenAt: InstantText,
  isCurrent: z.boolean(),
});
export const SessionList = z.object({ items: z.array(SessionView) });
export const SessionParams = z.strictObject({ sessionId: z.string().max(64) });
export const LoginHistoryItem = z.object({
  attemptedAt: InstantText,
  outcome: z.string(),
  address: z.string(),
  agent: z.string(),
});
export const LoginHistory = page(LoginHistoryItem);
export const LoginHistoryQuery = z.strictObject({ limit: ListQuery.limit, cursor: ListQuery.cursor });

export const TotpEnrolmentBody = z
  .strictObject({ password: Secret })
  .meta({ examples: [{ password: 'the password' }] });
export const TotpEnrolment = z.object({ secret: z.string(), uri: z.string(), qrSvg: z.string() });
export const TotpCodeBody = z.strictObject({ code: z.string().max(12) }).meta({ examples: [{ code: '492039' }] });
export const TotpRemovalBody = z.strictObject({ password: Secret }).meta({ examples: [{ password: 'the password' }] });

// ---- staff users and roles (administrator) ------------------------------------------------------------------
export const StaffUserView = z.object({
  id: Id,
  username: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  role: z.string(),
  roleName: z.string(),
  status: z.enum(['active', 'suspended', 'closed']),
  mustChangePassword: z.boolean(),
  totpEnabled: z.boolean(),
  lastLoginAt: InstantText.nullable(),
  version: z.number(),
});
export const StaffUserList = page(StaffUserView);
export const StaffUserQuery = z.strictObject({
  ...ListQuery,
  status: z.enum(['active', 'suspended', 'closed']).optional(),
  /** Asked for, the answer also counts the whole filter. */
  total: FlagQuery.optional(),
});
export const CreateStaffUserBody = z
  .strictObject({
    username: z.string().regex(/^[a-z0-9][a-z0-9._-]{1,30}$/, 'USERNAME_FORM'),
    name: typedText(120),
    email: z.string().max(254).optional(),
    phone: z.string().max(24).optional(),
    role: z.string().max(32),
    language: LanguageCode.optional(),
  })
  .meta({ examples: [{ username: 'meena', name: 'Meena Joshi', role: 'cashier', phone: '9876543210' }] });
/** The one-time code is shown once, to be handed over; nobody but its owner ever learns the password. */
export const CreatedStaffUser = z.object({ user: StaffUserView, oneTimeCode: z.string(), expiresAt: InstantText });
export const ChangeStaffUserBody = z
  .strictObject({
    name: typedText(120).optional(),
    email: z.string().max(254).nullable().optional(),
    phone: z.string().max(24).nullable().optional(),
    status: z.enum(['active', 'suspended', 'closed']).optional(),
    reason: typedText(200).optional(),
    version: z.number(),
  })
  .meta({ examples: [{ status: 'suspended', reason: 'On leave until March', version: 1 }] });
/** Another role takes a second person; see RuleChange. */
export const ChangeUserRoleBody = z
  .strictObject({ role: z.string().max(32), reason: typedText(200), version: z.number() })
  .meta({ examples: [{ role: 'accountant', reason: 'Resolution MC/2027/6', version: 1 }] });
export const IssuedCode = z.object({ oneTimeCode: z.string(), expiresAt: InstantText });
export const UserSessionsQuery = z.strictObject({ userId: IdInput });

export const RoleView = z.object({
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  nameHi: z.string(),
  builtIn: z.boolean(),
  permissions: z.array(z.enum(PERMISSIONS)),
  users: z.number(),
  version: z.number(),
});
export const RoleList = z.object({ items: z.array(RoleView), permissions: z.array(z.enum(PERMISSIONS)) });
export const RoleParams = z.strictObject({ code: z.string().max(32) });
export const ChangeRoleBody = z
  .strictObject({
    permissions: z.array(z.enum(PERMISSIONS)).max(PERMISSIONS.length),
    reason: typedText(400, 0).optional(),
    version: z.number(),
  })
  .meta({ examples: [{ permissions: ['member.read', 'counter.read'], version: 1 }] });
/** A new role begins as a copy of another; nobody has it yet. */
export const CopyRoleBody = z
  .strictObject({ from: z.string().max(32), nameEn: typedText(80), nameHi: typedText(80) })
  .meta({ examples: [{ from: 'cashier', nameEn: 'Senior cashier', nameHi: 'वरिष्ठ खजांची' }] });
