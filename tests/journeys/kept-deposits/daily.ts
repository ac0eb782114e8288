// A daily deposit from the door to the drawer: the office sends an agent out, the agent collects on a phone, the cashier
// counts what is brought, the commission is paid, and the member sees every rupee until the deposit ends.

import { addMonths, endOfMonth, startOfMonth } from '@kafal/core';
import { choose, dialogOf, fill, press, sees, title } from '../society-day/controls.ts';
import type { KeptHouse, Story } from './kept-house.ts';

export const dailyStories: readonly Story[] = [
  { title: 'the manager registers an agent and gives them a route', walk: sendAgentOut },
  { title: 'the cashier opens daily deposits on the route', walk: openAccounts },
  { title: 'the agent collects from door to door on the phone', walk: walkRound },
  { title: 'the cashier counts what the agent brings: a little too little, then a little too much', walk: handOver },
  { title: 'what stands on a paper is entered, and a paper that does not add up is not', walk: enterPaper },
  { title: 'the commission of a month is shown with what it is made of, and paid by two people', walk: payCommission },
  { title: 'the member sees the daily deposit, day by day', walk: lookAtOwn },
  { title: 'at its end the daily deposit is paid out', walk: endDeposit },
];

async function sendAgentOut(house: KeptHouse): Promise<void> {
  const { staff, language } = house.words;
  const manager = await house.staff('manager');
  const { page } = manager;
  await manager.open('/staff/collections/agents');
  await title(page, staff('agents.titleNone'));
  await press(page, staff('agents.register'));
  await dialogOf(page).getByLabel(staff('agents.who'), { exact: true }).selectOption({ label: 'The agent' });
  await manager.look('register-agent');
  await press(dialogOf(page), staff('agents.registerNow'));
  await sees(page, 'AG-1');
  await press(page, staff('routes.create'));
  await fill(dialogOf(page), staff('routes.code'), 'R1');
  await fill(dialogOf(page), staff('routes.name'), language === 'hi' ? 'बाज़ार से बस अड्डे तक' : 'Bazaar to the bus stand');
  await dialogOf(page).getByLabel(staff('routes.agent'), { exact: true }).selectOption({ index: 1 });
  await manager.look('create-route');
  await press(dialogOf(page), staff('routes.createNow'));
  await press(page, 'R1');
  await dialogOf(page).waitFor();
  await manager.look('route-without-doors');
}

async function openAccounts(house: KeptHouse): Promise<void> {
  const { staff, typed } = house.words;
  const cashier = await house.staff('cashier');
  const { page } = cashier;
  await cashier.open('/staff/collections/accounts');
  await sees(page, staff('daily.none'));
  for (const nth of [0, 1]) {
    await press(page, staff('daily.open'));
    const dialog = dialogOf(page);
    await dialog.getByRole('searchbox').fill(house.saver(nth).memberNumber);
    await dialogOf(page).getByRole('listbox').getByRole('option').first().click();
    await sees(dialog, house.saver(nth).memberNumber);
    await dialog.getByLabel(staff('daily.route'), { exact: true }).selectOption({ index: 1 });
    await fill(dialog, staff('daily.amountADay'), typed('50'));
    if (nth === 0) await cashier.look('open-daily');
    await press(dialog, staff('daily.openNow'));
    await title(page, staff('daily.title', { count: nth + 1 }));
  }
  await cashier.look('daily-accounts');
}

async function walkRound(house: KeptHouse): Promise<void> {
  const { staff, money, typed } = house.words;
  const agent = await house.staff('agent');
  const { page } = agent;
  await agent.open('/staff');
  const doors = page.getByTestId('door');
  await doors.nth(1).waitFor();
  await agent.look('round-before');
  await press(doors.nth(0), staff('round.take', { amount: money('50.00') }));
  await sees(doors.nth(0), staff('round.today', { amount: money('50.00') }));
  await doors.nth(1).getByRole('textbox').fill(typed('70'));
  await press(doors.nth(1), staff('round.take', { amount: money('70.00') }));
  await title(page, staff('round.title', { amount: money('120.00') }));
  await agent.look('round-done');
}

async function handOver(house: KeptHouse): Promise<void> {
  const { staff, money, typed } = house.words;
  const cashier = await house.staff('cashier');
  const { page } = cashier;
  await cashier.open('/staff/collections/agents');
  await press(page, 'AG-1');
  const dialog = dialogOf(page);
  const count = (face: string, pieces: string) =>
    fill(dialog, staff('till.piecesOf', { face: money(face) }), typed(pieces));
  await count('100.00', '1');
  await count('10.00', '1');
  await press(dialog, staff('agents.handOverSee'));
  await sees(dialog, staff('agents.short', { amount: money('10.00') }));
  await cashier.look('hand-over-short');
  await press(dialog, staff('agents.handOverNow', { amount: money('110.00') }));
  await dialog.getByTestId('handover-preview').waitFor({ state: 'hidden' });

  // The ten that were missing stay with the agent, who brings them and two more that nobody asked for.
  await count('10.00', '1');
  await count('2.00', '1');
  await press(dialog, staff('agents.handOverSee'));
  await sees(dialog, staff('agents.excess', { amount: money('2.00') }));
  await cashier.look('hand-over-excess');
  await press(dialog, staff('agents.handOverNow', { amount: money('12.00') }));
  await dialog.getByTestId('handover-preview').waitFor({ state: 'hidden' });
  await sees(
    dialog.getByRole('region', { name: staff('agents.handovers') }),
    staff('agents.excess', { amount: money('2.00') }),
  );
  await cashier.look('agent-with-nothing');
}

async function enterPaper(house: KeptHouse): Promise<void> {
  const { staff, money, typed } = house.words;
  const cashier = await house.staff('cashier');
  const { page } = cashier;
  await cashier.open('/staff/collections/sheet');
  await choose(page, staff('sheet.agent'), '1');
  const boxes = page.getByRole('table').getByRole('textbox');
  await boxes.nth(1).waitFor();
  await boxes.nth(0).fill(typed('40'));
  await boxes.nth(1).fill(typed('60'));
  await fill(page, staff('sheet.total'), typed('110'));
  await sees(page, staff('sheet.differs', { rows: money('100.00'), total: money('110.00') }));
  await cashier.look('paper-that-differs');
  await fill(page, staff('sheet.total'), typed('100'));
  await press(page, staff('sheet.enter', { amount: money('100.00') }));
  await sees(page.getByTestId('sheet-entered'), money('100.00'));
  await cashier.look('paper-entered');
}

async function payCommission(house: KeptHouse): Promise<void> {
  const { staff, money } = house.words;
  const monthBefore = addMonths(startOfMonth(house.today), -1);
  house.asIfBefore('UPDATE collection SET collectedOn = ?', monthBefore);
  const { items } = await house.asCashier<{ items: { id: string; cash: string }[] }>('GET', '/api/collections/agents');
  const [carrying] = items;
  await house.asCashier('POST', `/api/collections/agents/${carrying?.id}/handovers`, { count: { '100.00': 1 } });
  const manager = await house.staff('manager');
  const { page } = manager;
  await manager.open('/staff/collections/agents');
  await press(page, 'AG-1');
  const commission = page.getByRole('region', { name: staff('commission.title') });
  await sees(commission, money('220.00'));
  await press(commission, staff('commission.look'));
  await commission.getByTestId('act-preview').waitFor();
  await manager.look('commission');
  await commission.getByRole('button', { name: staff('commission.ask', { amount: '' }).split('₹')[0] ?? '' }).click();
  await sees(commission, staff('approval.open'));
  await house.agree('committee', ['AG-1'], 'agree-commission');
  await manager.open('/staff/collections/agents');
  await press(page, 'AG-1');
  await sees(page, staff('commission.paid'));
}

async function lookAtOwn(house: KeptHouse): Promise<void> {
  const { member, money } = house.words;
  const phone = await house.member(0);
  await phone.open('/accounts');
  await phone.page.getByRole('link', { name: /DD/ }).click();
  await phone.page
    .getByTestId('big-number')
    .filter({ hasText: money('90.00') })
    .waitFor();
  await sees(phone.page, member('account.passbook'));
  await sees(phone.page, money('40.00'));
  await phone.look('own-daily');
  await phone.open('/receipts');
  await sees(phone.page, money('50.00'));
  await phone.look('own-receipts');
}

async function endDeposit(house: KeptHouse): Promise<void> {
  const { staff, money } = house.words;
  const { items } = await house.asCashier<{ items: { id: string; memberId: string }[] }>(
    'GET',
    '/api/deposits?kind=daily&status=active',
  );
  const own = items.find(({ memberId }) => memberId === house.saver(0).memberId);
  house.asIfBefore('UPDATE daily_deposit SET maturesOn = ? WHERE depositId = ?', house.today, own?.id ?? '');
  const cashier = await house.staff('cashier');
  const { page } = cashier;
  await cashier.open(`/staff/savings/${own?.id}`);
  await cashier.look('daily-at-its-end');
  await press(page, staff('termClosing.open'));
  await sees(page.getByTestId('closure'), money('90.00'));
  await cashier.look('close-daily');
  // What a month ends with bears a twelfth of 3.25 %, so an end on the last day of a month brings 0.24 more. At a desk the
  // button's key stands beside it.
  const paid = money(house.today === endOfMonth(house.today) ? '90.24' : '90.00');
  await page.getByRole('button', { name: staff('termClosing.now', { amount: paid }) }).click();
  await page.getByTestId('deposit-closed').waitFor();
  await cashier.look('daily-closed');
  await cashier.open(`/staff/savings/${own?.id}`);
  await sees(page, staff('state.closed'));
}
