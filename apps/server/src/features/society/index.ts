export { changeSetting } from './change-setting.ts';
export { admissionFees, type FeeNames, type FeeRow, feesOn, findFeeNames } from './fees.ts';
export { societyMessages } from './messages.ts';
export { nextNumber, SEQUENCES, type SequenceName, takeNumbers } from './next-number.ts';
export { findSettings, readSettings, SETTINGS_TAG, setting } from './read-settings.ts';
export {
  type FirstSetting,
  financialYearStartOf,
  findDefinition,
  firstSettings,
  readDenominations,
  readFileKinds,
  SETTING_NAMES,
  type SettingName,
  type Settings,
  type SettingValue,
} from './setting-registry.ts';
export { societyRoutes } from './society-routes.ts';
