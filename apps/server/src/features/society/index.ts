import { registerApprovalKind } from '../approvals/index.ts';
import { applyApprovedFee } from './change-fee.ts';
import { applyApprovedSetting } from './change-setting.ts';
import { societyMessages } from './messages.ts';

export { businessCalendar, movesTo } from './business-calendar.ts';
export { writeSetting } from './change-setting.ts';
export { agreedChange, nameLines, refusePastRule, versionsOf } from './dated-rule.ts';
export { admissionFees, type FeeNames, type FeeRow, feesOn, findFeeNames } from './fees.ts';
export { societyMessages } from './messages.ts';
export { nextNumber, SEQUENCES, type SequenceName, takeNumbers } from './next-number.ts';
export { phonePaymentsOf } from './phone-payments.ts';
export {
  findSettings,
  readSettings,
  readSettingsWithin,
  SETTINGS_TAG,
  setting,
  settingHistoryWithin,
  settingWithin,
} from './read-settings.ts';
export { auditedBy, cleanWhy, touched, whyLines } from './rule-words.ts';
export { settingsList } from './setting-queries.ts';
export {
  type FirstSetting,
  financialYearStartOf,
  findDefinition,
  firstSettings,
  readDenominations,
  readFileKinds,
  readLanguages,
  SETTING_NAMES,
  type SettingName,
  type Settings,
  type SettingValue,
} from './setting-registry.ts';
export { societyRoutes } from './society-routes.ts';

registerApprovalKind('setting', { messages: societyMessages, approve: applyApprovedSetting });
registerApprovalKind('fee', { messages: societyMessages, approve: applyApprovedFee });

export { withField } from './with-field.ts';
