import type { LineValue } from '../approvals/index.ts';
import type { SettingDefinition, SettingJson } from './setting-registry.ts';

const YES = { en: 'yes', hi: 'हाँ' };
const NO = { en: 'no', hi: 'नहीं' };
const NONE = { en: 'none', hi: 'कोई नहीं' };

/** A value as it is read out to whoever decides. */
export function valueWords({ kind }: Pick<SettingDefinition, 'kind'>, value: SettingJson): LineValue {
  if (value === null || value === '') return NONE;
  if (kind === 'flag') return value === true ? YES : NO;
  return kind === 'percent' ? `${value} %` : String(value);
}
