import { LanguageCode, type SocietyView } from '@kafal/contract';
import { COUNTRY_PRESETS, formatMoney } from '@kafal/core';
import type { z } from 'zod';
import type { Platform } from '../../platform/platform.ts';
import { currentBusinessDay } from '../accounting/index.ts';
import { offeredKinds } from '../kyc/index.ts';
import { findSettings, phonePaymentsOf, readDenominations, readLanguages } from '../society/index.ts';

/** What the entries show before anyone logs in, and how amounts, days and phones are written here. */
export async function societyView(platform: Platform): Promise<z.infer<typeof SocietyView>> {
  const settings = await findSettings(platform);
  if (settings === undefined) return beforeSetUp();

  const currency = settings['money.currency'];
  return {
    isSetUp: true,
    name: settings['society.name'],
    nameLocal: settings['society.nameLocal'],
    registrationNumber: settings['society.registrationNumber'],
    address: settings['society.address'],
    phone: settings['society.phone'],
    email: settings['society.email'],
    website: settings['society.website'],
    logo: logoAddress(settings['society.logo']),
    languages: readLanguages(settings['society.languages']),
    preset: settings['society.preset'],
    currency,
    decimals: COUNTRY_PRESETS[settings['society.preset']].decimals.value,
    grouping: groupingOf(currency),
    calendar: settings['calendar.kind'],
    phoneCountry: settings['phone.country'],
    timeZone: settings['calendar.timeZone'],
    businessDate: await currentBusinessDay(platform),
    denominations: readDenominations(settings['money.denominations']).map((each) => formatMoney(each)),
    paperKinds: offeredKinds(settings),
    phonePayments: phonePaymentsOf(settings),
    support: { phone: settings['society.phone'], email: settings['society.email'] },
  };
}

/** Another picture has another address, so that nobody sees the old one out of a cache. */
const logoAddress = (id: string | null) => (id === null ? null : `/api/society/logo?v=${id.slice(0, 8)}`);

/** Lakh and crore where rupees are counted. */
const groupingOf = (currency: string) => (currency === 'INR' || currency === 'NPR' ? 'indian' : 'western');

function beforeSetUp(): z.infer<typeof SocietyView> {
  const preset = COUNTRY_PRESETS['IN-STATE'];
  return {
    isSetUp: false,
    name: null,
    nameLocal: null,
    registrationNumber: null,
    address: null,
    phone: null,
    email: null,
    website: null,
    logo: null,
    languages: LanguageCode.options,
    preset: null,
    currency: preset.currency.value,
    decimals: preset.decimals.value,
    grouping: groupingOf(preset.currency.value),
    calendar: preset.calendar.value,
    phoneCountry: preset.phoneCountry.value,
    timeZone: preset.timeZone.value,
    businessDate: null,
    denominations: [],
    paperKinds: [],
    phonePayments: null,
    support: { phone: null, email: null },
  };
}
