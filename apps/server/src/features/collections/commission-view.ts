import { formatMoney } from '@kafal/core';
import type { Platform } from '../../platform/platform.ts';
import { readSettings } from '../society/index.ts';
import { getAgent } from './agent-queries.ts';
import { commissionOfMonth } from './commission-of-month.ts';

export async function commissionView(platform: Platform, agentId: number, month: string) {
  const agent = await getAgent(platform, agentId);
  const counted = await commissionOfMonth(platform, platform.database, agentId, month);
  return {
    month: counted.month.label,
    monthFrom: counted.month.from,
    monthTo: counted.month.to,
    agentNumber: agent.number,
    agentName: agent.name,
    collected: formatMoney(counted.collected),
    lines: counted.lines.map(({ from, to, collected, rate, commission }) => ({
      from,
      to,
      collected: formatMoney(collected),
      rate,
      commission: formatMoney(commission),
    })),
    commission: formatMoney(counted.commission),
    taxRate: counted.taxRate,
    tax: formatMoney(counted.tax),
    net: formatMoney(counted.net),
    notHandedOver: formatMoney(counted.notHandedOver),
    isPaid: counted.paidByEntryId !== null,
    entryId: counted.paidByEntryId === null ? null : String(counted.paidByEntryId),
    currency: (await readSettings(platform))['money.currency'],
  };
}
