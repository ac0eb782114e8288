// Who may sanction what: levels by amount, who belongs to whom, who abstains, and what waits for the committee.

import { LOAN_CLASSES, RELATIONS } from '@kafal/core';
import { z } from 'zod';
import { AmountInput, DayInput, DayText, Id, IdInput, MoneyText, typedText } from './common.ts';
import { EligibilityResultView } from './loans.ts';
import { setBy, whyFields } from './society.ts';

const SanctionLevelView = z.object({
  roleCode: z.string(),
  roleName: z.string(),
  /** The most this role sanctions; null: any amount. */
  upTo: MoneyText.nullable(),
});
export const SanctionLevels = z.object({
  /** The smallest first; none: whoever may decide on loans sanctions any amount. */
  levels: z.array(SanctionLevelView),
  effectiveFrom: DayText.nullable(),
  legalBasis: z.string().nullable(),
  /** A ladder that is agreed and has not begun. */
  next: z.object({ levels: z.array(SanctionLevelView), effectiveFrom: DayText }).nullable(),
  waitingApprovalId: Id.nullable(),
  /** Roles with the right to decide on loans: no other can have a level. */
  roles: z.array(z.object({ code: z.string(), name: z.string() })),
  history: z.array(z.object({ levels: z.array(SanctionLevelView), ...setBy })),
  currency: z.string(),
});
export const ChangeSanctionLevelsBody = z
  .strictObject({
    levels: z.array(z.strictObject({ roleCode: typedText(32), upTo: AmountInput.nullable() })).max(8),
    effectiveFrom: DayInput,
    ...whyFields,
  })
  .meta({
    examples: [
      {
        levels: [{ roleCode: 'committee', upTo: null }],
        effectiveFrom: '2027-04-01',
        legalBasis: 'Resolution MC/2027/6',
      },
    ],
  });

export const NamedRelative = z.object({
  memberId: Id,
  memberNumber: z.string(),
  memberName: z.string(),
  relation: z.enum(RELATIONS),
});
export const NamedRelativeList = z.object({ items: z.array(NamedRelative) });
export const NameRelativeBody = z
  .strictObject({ memberNumber: typedText(32), relation: z.enum(RELATIONS) })
  .meta({ examples: [{ memberNumber: 'M-000003', relation: 'spouse' }] });
export const RelativeParams = z.strictObject({ id: IdInput, relativeId: IdInput });

/** Somebody who decides says that they do not decide on this one, and why. */
export const AbstainBody = z
  .strictObject({ reason: typedText(400, 3) })
  .meta({ examples: [{ reason: 'The borrower is my business partner' }] });

/** An application that was recommended and waits, with what a committee looks at. */
export const AgendaRow = z.object({
  id: Id,
  number: z.string(),
  version: z.number(),
  status: z.literal('recommended'),
  memberId: Id,
  memberNumber: z.string(),
  memberName: z.string(),
  productName: z.string(),
  askedAmount: MoneyText,
  askedInstalments: z.number(),
  annualRate: z.string(),
  purpose: z.string(),
  appliedOn: DayText,
  recommendedBy: z.string(),
  recommendation: z.string(),
  otherLoans: z.array(
    z.object({
      id: Id,
      number: z.string(),
      outstanding: MoneyText,
      daysPastDue: z.number(),
      classCode: z.enum(LOAN_CLASSES),
    }),
  ),
  shares: MoneyText,
  deposits: MoneyText,
  /** Thrift in arrears, and what is unpaid of instalments whose day is over. */
  thriftArrears: MoneyText,
  overdue: MoneyText,
  guarantors: z.array(z.object({ memberNumber: z.string(), memberName: z.string() })),
  eligibility: z.array(EligibilityResultView),
  abstained: z.array(z.object({ by: z.string(), reason: z.string() })),
  /** Whose level reaches what is asked; empty where the society has no levels. */
  decidedBy: z.array(z.string()),
  mayNotDecideBecause: z.string().nullable(),
  sanctionsUpTo: MoneyText.nullable(),
});
export const CommitteeAgenda = z.object({
  on: DayText,
  items: z.array(AgendaRow),
  /** Of all that is asked for. */
  total: MoneyText,
  currency: z.string(),
});
