export { changeSetting } from './change-setting.ts';
export { type AdmissionFee, admissionFees, type FeeRow, feesOn, findFeeNames } from './fees.ts';
export { nextNumber, nextNumbers, type SequenceName } from './next-number.ts';
export { findSettings, readSettings, SETTINGS_TAG, setting } from './read-settings.ts';
export { firstSettings, type SettingName, type Settings, type SettingValue } from './setting-registry.ts';
export { societyRoutes } from './society-routes.ts';
