import type * as Contract from '@kafal/contract';
import { type FocusEvent, useEffect, useState } from 'react';
import { useLanguage } from './messages/use-text.ts';
import { fieldProblem } from './problem.ts';

// A form asks the very schema that the server reads it with, field by field as each is left, so that a slip is told
// where it was made and not after a way there and back. The schemas are fetched with the first form that needs them;
// until they are here, or where a sentence is the server's alone, the server tells it.

/** The bodies that forms fill, at the counter and in a member's hand. */
export type BodyName =
  | 'AddHolidayBody'
  | 'AddWebhookBody'
  | 'ApplyForLoanBody'
  | 'ApproveApplicationBody'
  | 'AskAgentTermsBody'
  | 'AskStaffStandingBody'
  | 'ChangeFeeBody'
  | 'ChangeHoldersBody'
  | 'ChangeProductBody'
  | 'ChangeProfileBody'
  | 'ChangeRoleBody'
  | 'ChangeSettingBody'
  | 'ChangeStaffUserBody'
  | 'ChangeTermProductBody'
  | 'ChangeTillLimitBody'
  | 'ChangeUserRoleBody'
  | 'CloseTermDepositBody'
  | 'CloseTillBody'
  | 'CopyRoleBody'
  | 'CreateStaffUserBody'
  | 'EnterVoucherBody'
  | 'LiftRestrictionBody'
  | 'MemberNoteBody'
  | 'NameNomineesBody'
  | 'NoticeBody'
  | 'CancelMeetingBody'
  | 'HandsBody'
  | 'InterestBody'
  | 'MeetingBody'
  | 'MoveMeetingBody'
  | 'ProposeBody'
  | 'WriteMinutesBody'
  | 'OpenDepositBody'
  | 'OpenTillBody'
  | 'ReactivateBody'
  | 'RecordTaxDeclarationBody'
  | 'ChangeRiskBody'
  | 'RejectPaperBody'
  | 'RejectPaymentBody'
  | 'ReviewKycBody'
  | 'RegisterMemberBody'
  | 'RegisterWalkInBody'
  | 'OfferCollateralBody'
  | 'RestrictDepositBody'
  | 'SanctionLoanBody'
  | 'AbstainBody'
  | 'NameRelativeBody'
  | 'ChangeSanctionLevelsBody'
  | 'ChangeLoanProductBody'
  | 'ConsentByCodeBody'
  | 'SubstituteGuarantorBody'
  | 'RecordContactBody'
  | 'SetGatewayBody'
  | 'SetSmsProviderBody'
  | 'SetSmsTemplateBody'
  | 'SetStandingInstructionBody'
  | 'StatusChangeBody'
  | 'TransferBody'
  | 'WithdrawTaxDeclarationBody';

let contract: typeof Contract | undefined;

export interface ContractForm {
  /** For the form element: hears which field was left, by its name. */
  leave: (event: FocusEvent<HTMLFormElement>) => void;
  /** Whether a field was left with something in it: then a slip in it may be told. */
  wasLeft: (path: string) => boolean;
  /** What the server said of a field, or what is wrong with one that was left. */
  problem: (path: string) => string | undefined;
}

/** `body` is what would be sent now, as far as it is typed; `error` is the answer to what was sent last. */
export function useContractForm(name: BodyName, body: unknown, error: unknown): ContractForm {
  const language = useLanguage();
  const [schemas, setSchemas] = useState(contract);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    if (schemas !== undefined) return;
    import('@kafal/contract').then(
      (fetched) => {
        contract = fetched;
        setSchemas(fetched);
      },
      // The server judges anyway.
      () => undefined,
    );
  }, [schemas]);

  const result = schemas?.[name].safeParse(body, { reportInput: true });
  const refusals =
    schemas === undefined || result === undefined || result.success ? [] : schemas.fieldRefusals(result.error.issues);
  // Emptiness is told when the form is sent; whoever only passes through a field has done nothing wrong.
  const wasLeft = (path: string) => left.has(path) && !isNothing(valueAt(body, path));
  return {
    leave: (event) => {
      const field = event.target.getAttribute('name');
      if (field !== null && field !== '')
        setLeft((before) => (before.has(field) ? before : new Set([...before, field])));
    },
    wasLeft,
    problem: (path) => {
      const answered = fieldProblem(error, path);
      if (answered !== undefined) return answered;
      const refusal = wasLeft(path) ? refusals.find((one) => one.path === path) : undefined;
      if (refusal === undefined || schemas === undefined || refusal.code === 'REQUIRED') return undefined;
      const sentences: Readonly<Record<string, string>> = schemas.fieldSentences[language];
      return sentences[refusal.code]?.replace(/\{(\w+)\}/g, (slot, slotName: string) =>
        String(refusal.values[slotName] ?? slot),
      );
    },
  };
}

function valueAt(body: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, name) => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined),
      body,
    );
}

const isNothing = (value: unknown) => value === undefined || (typeof value === 'string' && value.trim() === '');
