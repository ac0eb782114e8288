// Every screen there is, with an address that shows something worth looking at. A route of a router that is missing here
// fails scripts/screens/screen-list.test.ts.

import type { Page } from 'playwright-core';
import { noticeLanguageNames } from '../../apps/web/src/shared/messages/messages.ts';
import {
  choose,
  dialogOf,
  fill,
  fillDay,
  optional,
  pick,
  press,
  title,
} from '../../tests/journeys/society-day/controls.ts';
import type { Words } from '../../tests/journeys/words.ts';
import type { Examples } from './examples.ts';

/** Who looks: staff of the demo by their user names, one of its members, and people who are nobody here yet. */
export const READERS = [
  'founder',
  'stranger',
  'manager',
  'cashier',
  'accountant',
  'loanofficer',
  'committee',
  'auditor',
  'admin',
  'agent1',
  'visitor',
  'member',
] as const;
export type Reader = (typeof READERS)[number];

export interface Screen {
  /** Of the picture. */
  readonly name: string;
  readonly entry: 'staff' | 'member' | 'setup';
  /** As the router writes it. */
  readonly route: string;
  readonly readers: readonly Reader[];
  readonly address: (examples: Examples) => string;
  /** What somebody does on the page before there is something to see. */
  readonly act?: (page: Page, words: Words, examples: Examples) => Promise<void>;
}

type Act = Screen['act'];
const at = (address: string) => () => address;

const staff = (
  name: string,
  route: string,
  readers: readonly Reader[],
  address: Screen['address'] = at(`/staff${route}`),
  act?: Act,
): Screen => ({ name, entry: 'staff', route, readers, address, ...(act === undefined ? {} : { act }) });

const member = (name: string, route: string, address: Screen['address'] = at(route), act?: Act): Screen => ({
  name,
  entry: 'member',
  route,
  readers: ['member'],
  address,
  ...(act === undefined ? {} : { act }),
});

/** An account of which something is kept. */
const kept = (name: string, reader: Reader, as: keyof Examples['kept'], act?: Act): Screen =>
  staff(name, '/savings/$id', [reader], ({ kept: accounts }) => `/staff/savings/${accounts[as]}`, act);

/** A loan at one of its turns. */
const loan = (name: string, reader: Reader, as: LoanTurn, act?: Act): Screen =>
  staff(name, '/loans/$id', [reader], ({ loans }) => `/staff/loans/${loans[as]}`, act);

type LoanTurn = Exclude<keyof Examples['loans'], 'payoutApprovalId' | 'suretyNumber'>;

/** Before anybody has logged in. */
const visitor = (name: string, route: string, address: Screen['address'] = at(route), act?: Act): Screen => ({
  ...member(name, route, address, act),
  readers: ['visitor'],
});

const INSIDE: readonly Reader[] = ['manager', 'cashier', 'accountant', 'loanofficer', 'committee', 'auditor', 'admin'];

const SETUP_STEPS = ['code', 'preset', 'society', 'year', 'fees', 'shares', 'administrator'] as const;

export const SCREENS: readonly Screen[] = [
  { name: 'not-set-up', entry: 'member', route: '/', readers: ['founder'], address: at('/') },
  ...SETUP_STEPS.map(
    (step, index): Screen => ({
      name: `set-up-${step}`,
      entry: 'setup',
      route: `/setup#${step}`,
      readers: ['founder'],
      address: at('/setup'),
      act: (page, words) => answerSetup(page, words, index),
    }),
  ),
  {
    name: 'set-up-summary',
    entry: 'setup',
    route: '/setup#summary',
    readers: ['founder'],
    address: at('/setup'),
    act: (page, words) => answerSetup(page, words, SETUP_STEPS.length),
  },

  staff('log-in', '/', ['stranger'], at('/staff')),
  staff('forgotten-password', '/forgotten-password', ['stranger']),

  staff('today', '/', INSIDE, at('/staff')),
  staff('notifications', '/notifications', ['manager']),
  staff('meetings', '/meetings', ['manager', 'cashier']),
  staff('meetings-past', '/meetings', ['manager'], at('/staff/meetings?when=past')),
  staff('meeting-new', '/meetings/new', ['manager']),
  staff(
    'meeting-change',
    '/meetings/$id/change',
    ['manager'],
    ({ meetings }) => `/staff/meetings/${meetings.draft}/change`,
  ),
  staff('meeting-open', '/meetings/$id', ['manager'], ({ meetings }) => `/staff/meetings/${meetings.open}`),
  staff('meeting-held', '/meetings/$id', ['manager'], ({ meetings }) => `/staff/meetings/${meetings.held}`),
  staff(
    'meeting-people',
    '/meetings/$id/people',
    ['manager'],
    ({ meetings }) => `/staff/meetings/${meetings.open}/people`,
  ),
  staff('minutes', '/meetings/$id/minutes', ['manager'], ({ meetings }) => `/staff/meetings/${meetings.held}/minutes`),
  staff('papers-to-check', '/papers-to-check', ['manager']),
  staff('kyc', '/kyc', ['manager']),
  staff('lookalikes', '/lookalikes', ['manager']),
  staff('messages', '/messages', ['manager']),
  staff('message', '/messages/$id', ['manager'], ({ messages }) => `/staff/messages/${messages.open}`),
  staff('reminders', '/settings/reminders', ['admin']),
  staff('sms', '/settings/sms', ['admin']),
  staff('deliveries', '/deliveries', ['manager']),
  staff('deliveries-trouble', '/deliveries', ['manager'], at('/staff/deliveries?state=trouble')),
  staff('notice-board', '/notice-board', ['manager', 'cashier']),
  staff('notice-board-all', '/notice-board', ['manager'], at('/staff/notice-board?state=all')),
  staff('notice-board-new', '/notice-board/new', ['manager'], at('/staff/notice-board/new'), writeNotice),
  staff(
    'notice-board-notice',
    '/notice-board/$id',
    ['manager', 'cashier'],
    ({ notices }) => `/staff/notice-board/${notices.meeting}`,
  ),
  staff(
    'notice-board-draft',
    '/notice-board/$id',
    ['manager'],
    ({ notices }) => `/staff/notice-board/${notices.draft}`,
    publishing,
  ),
  staff(
    'notice-board-change',
    '/notice-board/$id/change',
    ['manager'],
    ({ notices }) => `/staff/notice-board/${notices.meeting}/change`,
  ),
  staff('my-account', '/account', ['admin']),

  staff('palette', '/', ['cashier'], at('/staff'), async (page, words) => {
    await page.getByRole('button', { name: new RegExp(words.staff('palette.open')) }).click();
    await dialogOf(page).getByRole('combobox').fill('rawat');
    await page.getByRole('option').first().waitFor();
  }),
  staff('keys', '/', ['cashier'], at('/staff'), async (page) => {
    await page.keyboard.press('Shift+?');
    await dialogOf(page).waitFor();
  }),

  staff('counter', '/counter', ['cashier']),
  staff('counter-receive', '/counter', ['cashier'], ({ saver }) => `/staff/counter?member=${saver.id}`),
  staff('counter-dues', '/counter', ['cashier'], ({ newcomer }) => `/staff/counter?member=${newcomer.id}`),
  staff(
    'counter-pay-out',
    '/counter',
    ['cashier'],
    ({ saver }) => `/staff/counter?member=${saver.id}`,
    async (page, words) => {
      await page.keyboard.press('F7');
      await fill(page, words.staff('counter.amountOut'), words.typed('500'));
      await page.getByTestId('act-preview').waitFor();
    },
  ),
  staff(
    'counter-deposit',
    '/counter',
    ['cashier'],
    ({ saver }) => `/staff/counter?member=${saver.id}&desk=deposit`,
    async (page, words) => {
      await fill(page, words.staff('termDeposit.amount'), words.typed('10000'));
      await fill(page, words.staff('termDeposit.term'), words.typed('12'));
      await page.getByTestId('act-preview').waitFor();
    },
  ),
  staff(
    'counter-goal',
    '/counter',
    ['cashier'],
    ({ saver }) => `/staff/counter?member=${saver.id}&desk=deposit`,
    async (page, words) => {
      await page.getByLabel(words.staff('counter.depositKind')).selectOption('GS');
      await fill(page, words.staff('goal.purpose'), 'School fees');
    },
  ),
  staff(
    'counter-goal-kept',
    '/counter',
    ['cashier'],
    ({ saver }) => `/staff/counter?member=${saver.id}&desk=withdraw`,
    async (page, words, { accounts }) => {
      await page.getByLabel(words.staff('counter.account'), { exact: true }).selectOption(accounts.goal);
    },
  ),
  staff('counter-thrift', '/counter', ['cashier'], ({ owing }) => `/staff/counter?member=${owing.memberId}`),
  staff(
    'counter-dated-back',
    '/counter',
    ['cashier'],
    ({ olderLoan }) => `/staff/counter?member=${olderLoan.memberId}`,
    async (page, words, { olderLoan }) => {
      const lines = page.locator('.desk-lines');
      for (const box of await lines.getByRole('textbox').all()) await box.fill('');
      // The line of a loan alone can be filled by a press, with what closes it.
      const loan = lines
        .getByRole('row')
        .filter({ has: page.getByRole('button') })
        .first();
      await loan.getByRole('textbox').first().fill(words.typed('1000'));
      await page.getByLabel(words.staff('counter.valueOn')).fill(words.typed(olderLoan.day));
      await page.getByTestId('act-preview').waitFor();
    },
  ),
  staff('counter-receipts', '/counter/receipts', ['cashier']),
  staff('counter-sheets', '/counter/sheets', ['cashier']),
  staff(
    'counter-sheets-new',
    '/counter/sheets/new',
    ['cashier'],
    at('/staff/counter/sheets/new'),
    async (page, words) => {
      const csv = 'Loan,Amount,Reference\nEPL-99,500.00,Salary\nPL-000001,10.00,\n,20.00,\n';
      await page
        .locator('input[type="file"]')
        .setInputFiles({ name: 'salary-november.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
      await fill(page, words.staff('counter.reference.bank'), 'HDFC N2026113000099');
      await fill(page, words.staff('repaySheet.total'), words.typed('530'));
      await page.getByTestId('sheet-preview').waitFor();
    },
  ),
  staff('counter-sheet', '/counter/sheets/$id', ['cashier'], ({ loans }) => `/staff/counter/sheets/${loans.sheet}`),
  staff('till', '/counter/till', ['cashier']),
  staff('receipt', '/receipts/$id', ['cashier'], ({ receiptId }) => `/staff/receipts/${receiptId}`),

  staff('members', '/members', ['manager', 'cashier', 'loanofficer', 'auditor']),
  staff('member', '/members/$id', ['manager', 'auditor'], ({ saver }) => `/staff/members/${saver.id}`),
  ...(['Accounts', 'Shares', 'Receipts', 'History'] as const).map((tab) =>
    staff(
      `member-tab-${tab.toLowerCase()}`,
      '/members/$id',
      ['manager'],
      ({ saver }) => `/staff/members/${saver.id}`,
      (page, words) => {
        // Some tabs say how many there are.
        const labels = [1, 2].map((count) => words.staff(`member.tab${tab}`, { count }).replace(`${count} `, ''));
        return page.getByRole('tab', { name: new RegExp(labels.join('|')) }).click();
      },
    ),
  ),
  staff('member-who-owes', '/members/$id', ['manager'], ({ newcomer }) => `/staff/members/${newcomer.id}`),
  staff(
    'member-change-status',
    '/members/$id',
    ['manager'],
    ({ saver }) => `/staff/members/${saver.id}`,
    async (page, words) => {
      await press(page, words.staff('status.change'));
      await dialogOf(page).waitFor();
    },
  ),
  staff(
    'member-tax-declaration',
    '/members/$id',
    ['manager'],
    ({ saver }) => `/staff/members/${saver.id}`,
    async (page, words) => {
      const [one, many] = [1, 2].map((count) => words.staff('member.tabAccounts', { count }).replace(`${count} `, ''));
      await page.getByRole('tab', { name: new RegExp(`${one}|${many}`) }).click();
      await press(page, words.staff('taxDeclaration.record'));
      await dialogOf(page).waitFor();
    },
  ),
  staff('member-details', '/members/$id/details', ['manager'], ({ saver }) => `/staff/members/${saver.id}/details`),

  staff('applications', '/applications', ['manager', 'loanofficer']),
  staff('application-new', '/applications/new', ['cashier']),
  staff('application', '/applications/$id', ['manager'], ({ applicationId }) => `/staff/applications/${applicationId}`),
  staff('approvals', '/approvals', ['manager', 'committee']),
  staff('approval', '/approvals/$id', ['manager'], ({ approvalId }) => `/staff/approvals/${approvalId}`),

  staff(
    'approval-deposit',
    '/approvals/$id',
    ['manager'],
    ({ depositApprovalId }) => `/staff/approvals/${depositApprovalId}`,
  ),
  staff('approval-rate', '/approvals/$id', ['manager'], ({ rateApprovalId }) => `/staff/approvals/${rateApprovalId}`),

  staff('savings', '/savings', ['cashier']),
  staff('thrift-dues', '/thrift-dues', ['manager'], at('/staff/thrift-dues?owing=all')),
  staff('tax-declarations', '/tax-declarations', ['manager']),
  staff('savings-account', '/savings/$id', ['manager'], ({ depositId }) => `/staff/savings/${depositId}`),
  staff(
    'savings-interest',
    '/savings/$id',
    ['manager'],
    ({ depositId }) => `/staff/savings/${depositId}`,
    async (page, words) => {
      await press(page, words.staff('interest.show'));
      await page.getByText(words.staff('interest.unrounded')).waitFor();
    },
  ),
  ...(['current', 'goal', 'emergency', 'thrift', 'recurring'] as const).map((kind) =>
    staff(`${kind}-account`, '/savings/$id', ['manager'], ({ accounts }) => `/staff/savings/${accounts[kind]}`),
  ),
  staff(
    'standing-instruction',
    '/savings/$id',
    ['cashier'],
    ({ owing }) => `/staff/savings/${owing.depositId}`,
    async (page, words) => {
      await press(page, words.staff('instruction.set'));
      await dialogOf(page).waitFor();
    },
  ),
  staff('fixed-deposits', '/savings', ['manager'], at('/staff/savings?kind=fixed&status=active&sort=maturesOn')),
  staff('fixed-deposit', '/savings/$id', ['manager'], ({ termDepositId }) => `/staff/savings/${termDepositId}`),
  staff(
    'fixed-deposit-close',
    '/savings/$id',
    ['cashier'],
    ({ termDepositId }) => `/staff/savings/${termDepositId}`,
    async (page, words) => {
      await press(page, words.staff('termClosing.open'));
      await fill(
        page,
        words.staff('act.reason'),
        words.language === 'hi' ? 'बेटी के विवाह के लिए' : 'For the wedding of a daughter',
      );
      await page.getByTestId('closure').waitFor();
    },
  ),
  staff(
    'account-close',
    '/savings/$id',
    ['cashier'],
    ({ accounts }) => `/staff/savings/${accounts.current}`,
    async (page, words) => {
      await press(page, words.staff('accountClosing.open'));
      await page.getByTestId('closure').waitFor();
    },
  ),
  kept('frozen-account', 'manager', 'frozen'),
  kept('restriction-new', 'manager', 'shared', async (page, words) => {
    await press(page, words.staff('restriction.set'));
    await dialogOf(page).waitFor();
  }),
  kept('restriction-lift', 'manager', 'held', async (page, words) => {
    await press(page, words.staff('restriction.lift'));
    await dialogOf(page).waitFor();
  }),
  kept('dormant-account-wake', 'cashier', 'asleep', async (page, words) => {
    await press(page, words.staff('dormancy.reactivate'));
    await dialogOf(page).waitFor();
  }),
  kept('joint-account-holders', 'cashier', 'shared', async (page, words) => {
    await press(page, words.staff('holding.change'));
    await dialogOf(page).waitFor();
  }),
  kept('account-nominees', 'cashier', 'shared', async (page, words) => {
    await press(page, words.staff('depositNominee.change'));
    await press(dialogOf(page), words.staff('nominee.add'));
  }),
  staff('payment-requests', '/payments/requests', ['accountant', 'cashier']),
  staff('bank-statements', '/payments/statements', ['accountant', 'auditor']),
  staff('bank-statement', '/payments/statements/$id', ['accountant'], at('/staff/payments/statements'), (page) =>
    page.locator('main table a').first().click(),
  ),
  staff('payment-desk', '/payments/desk', ['accountant', 'auditor']),
  staff('payment-gateway', '/payments/gateway', ['admin', 'accountant']),
  staff('webhooks', '/settings/webhooks', ['admin', 'auditor']),
  staff('webhook', '/settings/webhooks/$id', ['admin'], ({ webhookId }) => `/staff/settings/webhooks/${webhookId}`),
  staff('loans', '/loans', ['loanofficer', 'auditor']),
  staff('loan-demand', '/loans/demand', ['loanofficer', 'auditor'], at('/staff/loans/demand')),
  staff('loan-dues', '/loans/dues', ['loanofficer', 'auditor'], at('/staff/loans/dues?show=week')),
  staff('loan-classes', '/loans/classes', ['loanofficer', 'auditor']),
  staff('loans-written-off', '/loans', ['loanofficer'], at('/staff/loans?status=written-off')),
  staff('loan-agenda', '/loans/agenda', ['committee', 'loanofficer']),
  staff('collateral', '/loans/collateral', ['loanofficer', 'auditor']),
  loan('loan-gold', 'loanofficer', 'gold'),
  loan('loan-gold-back', 'manager', 'goldBack'),
  loan('loan-collateral-add', 'loanofficer', 'asked', async (page, words) => {
    const t = words.staff;
    await press(page, t('collateral.add'));
    await fill(page, t('collateral.description'), words.language === 'hi' ? 'दो चूड़ियाँ' : 'Two bangles');
    await fill(page, t('collateral.packet'), 'G-900');
    await fill(page, t('collateral.gross'), '24.257');
  }),
  staff('loan-products', '/settings/loan-products', ['admin']),
  staff(
    'loan-product-form',
    '/settings/loan-products',
    ['admin'],
    at('/staff/settings/loan-products'),
    async (page, words) => {
      await press(page, words.staff('loanProducts.new'));
      await dialogOf(page).getByText(words.staff('loanProduct.newHelp')).waitFor();
    },
  ),
  staff('sanction-levels', '/settings/sanction-levels', ['admin']),
  staff(
    'sanction-levels-form',
    '/settings/sanction-levels',
    ['admin'],
    at('/staff/settings/sanction-levels'),
    async (page, words) => {
      await press(page, words.staff('levels.change'));
      await dialogOf(page).getByText(words.staff('levels.hint')).waitFor();
      await press(page, words.staff('levels.more'));
      await press(page, words.staff('levels.more'));
    },
  ),
  staff('loan-new', '/loans/new', ['loanofficer']),
  staff(
    'loan-new-asked',
    '/loans/new',
    ['loanofficer'],
    at('/staff/loans/new'),
    async (page, words, { saver, loans }) => {
      const t = words.staff;
      await choose(page, t('loan.product'), 'PL');
      for (const [finds, number, then] of [
        [t('apply.memberFind'), saver.memberNumber, t('apply.change')],
        [t('apply.guarantorFind'), loans.suretyNumber, t('apply.remove')],
      ] as const) {
        const finder = page.getByLabel(finds, { exact: true }).and(page.locator('input'));
        await finder.fill(number);
        await finder.press('Enter');
        await page.getByRole('button', { name: then }).waitFor();
      }
      await fill(page, t('loan.amount'), words.typed('50000'));
      await fill(page, t('loan.purpose'), words.language === 'hi' ? 'दूसरी भैंस' : 'A second buffalo');
      await page.getByTestId('loan-quote').waitFor();
    },
  ),
  loan('loan-running', 'loanofficer', 'running'),
  loan('loan-waived', 'loanofficer', 'waived'),
  loan('loan-written-off', 'loanofficer', 'writtenOff'),
  loan('loan-write-off', 'loanofficer', 'waived', async (page, words) => {
    const t = words.staff;
    await press(page, t('loan.writeOff'));
    await fill(dialogOf(page), t('loan.resolutionNumber'), 'GB/2026/4');
    await fill(dialogOf(page), t('loan.resolutionOn'), words.typed('2026-11-01'));
    await fill(dialogOf(page), t('act.reason'), words.language === 'hi' ? 'परिवार गाँव छोड़ गया' : 'They left for good');
    await press(dialogOf(page), t('act.preview'));
    await dialogOf(page).getByTestId('loan-before-after').waitFor();
  }),
  loan('loan-waive', 'loanofficer', 'waived', async (page, words) => {
    await press(page, words.staff('loan.waive'));
    await fill(
      dialogOf(page),
      words.staff('act.reason'),
      words.language === 'hi' ? 'दो महीने बीमार रहे' : 'Ill for two months',
    );
  }),
  loan('loan-planned-anew', 'loanofficer', 'notAhead', async (page, words) => {
    const t = words.staff;
    await press(page, t('loan.anew'));
    const dialog = dialogOf(page);
    await fill(dialog, t('loan.anewInstalments'), '24');
    await fill(dialog, t('act.reason'), words.language === 'hi' ? 'फसल ख़राब हुई' : 'The crop failed');
    await fill(dialog, t('loan.resolutionNumber'), 'LC/2026/21');
    await fill(dialog, t('loan.resolutionOn'), '28-11-2026');
    await press(dialog, t('act.preview'));
    await dialog.getByTestId('compared-plans').getByRole('row').nth(3).scrollIntoViewIfNeeded();
  }),
  loan('loan-moratorium', 'loanofficer', 'notAhead', async (page, words) => {
    await press(page, words.staff('loan.pause'));
    await dialogOf(page).waitFor();
  }),
  loan('loan-returned', 'loanofficer', 'returned'),
  loan('loan-recommend', 'loanofficer', 'asked', async (page, words) => {
    await press(page, words.staff('loan.recommend'));
    await dialogOf(page).waitFor();
  }),
  loan('loan-substitute', 'loanofficer', 'asked', async (page, words) => {
    const instead = words.staff('loan.substitute', { name: '' }).trim();
    await page.getByRole('button', { name: instead }).first().click();
    await dialogOf(page).waitFor();
  }),
  loan('loan-recommended', 'committee', 'recommended'),
  loan('loan-sanction', 'committee', 'recommended', async (page, words) => {
    await press(page, words.staff('loan.sanction'));
    await dialogOf(page).waitFor();
  }),
  loan('loan-reject', 'committee', 'recommended', async (page, words) => {
    await press(page, words.staff('loan.reject'));
    await dialogOf(page).waitFor();
  }),
  loan('loan-abstain', 'committee', 'recommended', async (page, words) => {
    await press(page, words.staff('loan.abstain'));
    await dialogOf(page).waitFor();
  }),
  loan('loan-disburse', 'loanofficer', 'sanctioned', async (page, words) => {
    await press(page, words.staff('loan.disburse'));
    await press(dialogOf(page), words.staff('act.preview'));
    await dialogOf(page).getByText(words.staff('loan.fee')).waitFor();
  }),
  loan('loan-payoff', 'loanofficer', 'running', async (page, words) => {
    await press(page, words.staff('loan.payoff'));
    await page.getByTestId('loan-payoff').waitFor();
  }),
  loan('loan-prepay', 'cashier', 'running', async (page, words) => {
    await press(page, words.staff('loan.prepay'));
    await fill(page, words.staff('loan.prepayAmount'), words.typed('10000'));
    await page.getByTestId('loan-prepayment').waitFor();
  }),
  staff('approval-loan', '/approvals/$id', ['manager'], ({ loans }) => `/staff/approvals/${loans.payoutApprovalId}`),
  staff('shares', '/shares', ['manager']),
  staff('round', '/round', ['agent1']),
  staff('collection-agents', '/collections/agents', ['cashier', 'manager']),
  staff('collection-agent', '/collections/agents', ['cashier'], at('/staff/collections/agents'), async (page) => {
    await page.getByRole('button', { name: 'AG-1', exact: true }).click();
    await dialogOf(page).waitFor();
  }),
  staff(
    'collection-agent-new',
    '/collections/agents',
    ['manager'],
    at('/staff/collections/agents'),
    async (page, words) => {
      await press(page, words.staff('agents.register'));
      await dialogOf(page).waitFor();
    },
  ),
  staff('collection-route', '/collections/agents', ['manager'], at('/staff/collections/agents'), async (page) => {
    await page.getByRole('button', { name: 'R1', exact: true }).click();
    await dialogOf(page).getByRole('listitem').first().waitFor();
  }),
  staff('collection-accounts', '/collections/accounts', ['cashier']),
  staff(
    'collection-account-new',
    '/collections/accounts',
    ['cashier'],
    at('/staff/collections/accounts'),
    async (page, words) => {
      await press(page, words.staff('daily.open'));
      await dialogOf(page).waitFor();
    },
  ),
  staff('collection-sheet', '/collections/sheet', ['cashier'], at('/staff/collections/sheet?agent=1')),

  staff('transactions', '/transactions', ['accountant', 'auditor']),
  staff('journal-entry', '/transactions/$id', ['accountant'], ({ entryId }) => `/staff/transactions/${entryId}`),
  staff('day-book', '/books/day-book', ['accountant']),
  staff('trial-balance', '/books/trial-balance', ['accountant', 'auditor']),
  staff('chart-of-accounts', '/books/accounts', ['accountant']),
  staff('ledger', '/books/accounts/$code', ['accountant'], at('/staff/books/accounts/1201')),
  staff('voucher', '/books/vouchers', ['accountant']),
  staff('interest-tax', '/books/interest-tax', ['accountant']),
  staff('tax-payable', '/books/tax-payable', ['accountant', 'auditor']),
  staff('business-day', '/books/business-day', ['accountant']),
  staff('day-end', '/books/day-end', ['manager', 'auditor']),
  staff('ended-day', '/books/day-end/$date', ['manager'], ({ endedDay }) => `/staff/books/day-end/${endedDay}`),
  staff('audit', '/audit', ['auditor', 'admin']),

  staff('settings-society', '/settings/society', ['admin', 'auditor']),
  staff('settings-fees', '/settings/fees', ['admin']),
  staff('settings-products', '/settings/products', ['admin']),
  staff('settings-product', '/settings/products', ['admin'], at('/staff/settings/products'), async (page, words) => {
    await page
      .getByRole('table', { name: words.staff('products.title') })
      .getByRole('button')
      .last()
      .click();
    await dialogOf(page).waitFor();
  }),
  staff(
    'settings-term-product',
    '/settings/products',
    ['admin'],
    at('/staff/settings/products'),
    async (page, words) => {
      await page
        .getByRole('table', { name: words.staff('termProducts.title') })
        .getByRole('button')
        .last()
        .click();
      await dialogOf(page).waitFor();
    },
  ),
  staff(
    'settings-new-term-product',
    '/settings/products',
    ['admin'],
    at('/staff/settings/products'),
    async (page, words) => {
      await press(page, words.staff('termProducts.new'));
      await dialogOf(page).waitFor();
    },
  ),
  staff(
    'settings-product-change',
    '/settings/products',
    ['admin'],
    at('/staff/settings/products'),
    async (page, words) => {
      await press(page, words.language === 'hi' ? 'बचत खाता' : 'Savings account');
      await fill(dialogOf(page), words.staff('product.rate'), words.typed('4.25'));
      await press(dialogOf(page), words.staff('rule.show'));
      const preview = dialogOf(page).getByRole('region', { name: words.staff('rule.preview') });
      await preview.waitFor();
      await preview.scrollIntoViewIfNeeded();
    },
  ),
  staff('settings-tills', '/settings/tills', ['admin']),
  staff('settings-holidays', '/settings/holidays', ['admin']),
  staff('settings-users', '/settings/users', ['admin']),
  staff('settings-new-user', '/settings/users', ['admin'], at('/staff/settings/users'), async (page, words) => {
    await press(page, words.staff('users.create'));
    await dialogOf(page).waitFor();
  }),
  staff('settings-roles', '/settings/roles', ['admin']),
  staff('no-such-page', '*', ['manager'], at('/staff/nowhere')),
  staff('not-permitted', '*', ['cashier'], at('/staff/settings/users')),

  visitor('log-in', '*', at('/')),
  visitor('forgotten-password', '/forgotten-password'),
  visitor('apply-identity', '/apply/:step?', at('/apply/identity')),
  ...(['address', 'work', 'nominees', 'photo', 'review'] as const).map((step, index) =>
    visitor(`apply-${step}`, '/apply/:step?', at('/apply/identity'), (page, words) =>
      answerApplication(page, words, index + 1),
    ),
  ),
  visitor('application-status', '/application'),
  visitor('notices-for-everyone', '/notices'),
  visitor('notice-for-everyone', '/notices/:id', ({ notices }) => `/notices/${notices.meeting}`),
  visitor('calculator-fixed', '/calculators/:kind?', at('/calculators/fixed')),
  visitor('calculator-recurring', '/calculators/:kind?', at('/calculators/recurring')),
  visitor('calculator-savings', '/calculators/:kind?', at('/calculators/savings')),
  visitor('calculator-goal', '/calculators/:kind?', at('/calculators/goal')),
  visitor('calculator-loan', '/calculators/:kind?', at('/calculators/loan')),
  visitor('calculator-loan-beside', '/calculators/:kind?', at('/calculators/loan'), compareLoans),
  visitor('application-wanted-papers', '/application', at('/application'), async (page, words, { applicant }) => {
    const t = words.member;
    await fill(page, t('status.trackingNumber'), applicant.trackingNumber);
    await fill(page, t('apply.phone'), applicant.phone);
    await press(page, t('status.look'));
    await page.getByRole('heading', { name: t('status.wanted') }).waitFor();
  }),

  member('home', '/'),
  member('accounts', '/accounts'),
  member('passbook', '/accounts/:id', ({ own }) => `/accounts/${own.depositId}`),
  ...(['goal', 'emergency', 'thrift', 'recurring'] as const).map((kind) =>
    member(`own-${kind}`, '/accounts/:id', ({ accounts }) => `/accounts/${accounts[kind]}`),
  ),
  member(
    'own-daily',
    '/accounts/:id',
    ({ accounts }) => `/accounts/${accounts.daily}`,
    async (page, words) => {
      await page.getByText(words.paidDays('paidDays.asTable'), { exact: true }).click();
    },
  ),
  member('entry', '/entries/:id', ({ own }) => `/entries/${own.entryId}`),
  member('transfer', '/transfer/:step?', at('/transfer')),
  member('transfer-look', '/transfer/:step?', at('/transfer'), async (page, words) => {
    const t = words.member;
    await pick(page, t('transfer.toShares'));
    await fill(page, t('transfer.amount'), words.typed('100'));
    await press(page, t('transfer.look'));
    await title(page, t('transfer.previewTitle', { amount: words.money('100.00') }));
  }),
  member('deposit-ask', '/deposits/ask/:step?', at('/deposits/ask'), askForDeposit),
  member('deposit-ask-look', '/deposits/ask/:step?', at('/deposits/ask'), async (page, words) => {
    await askForDeposit(page, words);
    await press(page, words.member('transfer.look'));
    await page.getByText(words.terms('ask.societyDecides')).waitFor();
  }),
  member('deposit-requests', '/deposits/requests'),
  member('loans', '/loans'),
  member('loan-possible', '/loans/possible', at('/loans/possible'), async (page, words) => {
    const t = words.loans;
    await fill(page, t('askLoan.count'), words.typed('24'));
    await press(page, t('possible.look'));
    await page
      .getByRole('link', { name: t('loans.ask') })
      .first()
      .waitFor();
  }),
  member('loan-ask', '/loans/ask/:step?', at('/loans/ask'), askForLoan),
  member('loan-ask-look', '/loans/ask/:step?', at('/loans/ask'), async (page, words) => {
    await askForLoan(page, words);
    await press(page, words.loans('askLoan.look'));
    await page.getByText(words.loans('askLoan.costHow')).waitFor();
  }),
  member('loan-running', '/loans/:id', ({ loans }) => `/loans/${loans.running}`),
  member(
    'loan-repay',
    '/loans/:id',
    ({ loans }) => `/loans/${loans.running}`,
    async (page, words) => {
      await press(page, words.loans('repay.look'));
      await page.getByText(words.loans('repay.principal'), { exact: true }).waitFor();
    },
  ),
  member(
    'loan-prepay',
    '/loans/:id',
    ({ loans }) => `/loans/${loans.running}`,
    async (page, words) => {
      await page.getByText(words.loans('repay.way.reduceTerm'), { exact: true }).click();
      await fill(page, words.loans('repay.amount'), words.typed('10000'));
      await page.getByTestId('compare').waitFor();
    },
  ),
  member(
    'loan-close',
    '/loans/:id',
    ({ loans }) => `/loans/${loans.running}`,
    async (page, words) => {
      await page.getByText(words.loans('repay.way.close'), { exact: true }).click();
      await page.getByText(words.loans('payoff.principal')).waitFor();
    },
  ),
  member('loan-surety', '/loans/:id', ({ loans }) => `/loans/${loans.asked}`),
  member('receipts', '/receipts'),
  member('pay', '/pay'),
  member('payments', '/payments'),
  member('payment', '/payments/:id', at('/payments'), async (page) => {
    // Only some members of the demo have paid from their phones.
    const first = page.locator('main .list a').first();
    if (await first.isVisible()) await first.click();
  }),
  member('receipt', '/receipts/:id', ({ own }) => `/receipts/${own.receiptId}`),
  member('shares', '/shares'),
  member('profile', '/profile'),
  member('security', '/security'),
  member('meetings', '/meetings'),
  member('meeting-open', '/meetings/:id', ({ meetings }) => `/meetings/${meetings.open}`),
  member('meeting-held', '/meetings/:id', ({ meetings }) => `/meetings/${meetings.held}`),
  member('papers', '/papers'),
  member('messages', '/messages'),
  member('write-message', '/messages/write'),
  member('message', '/messages/:id', ({ messages }) => `/messages/${messages.own}`),
  member('notices', '/notices'),
  member('notice', '/notices/:id', ({ notices }) => `/notices/${notices.meeting}`),
  member('notifications', '/notifications'),
  member('notification-choices', '/notifications/choices'),
  member('no-such-page', '*', at('/nowhere')),
];

async function askForDeposit(page: Page, words: Words): Promise<void> {
  await fill(page, words.terms('calc.principal'), words.typed('1000'));
  await page
    .getByRole('status')
    .filter({ hasText: words.money('1000.00') })
    .waitFor();
}

async function askForLoan(page: Page, words: Words): Promise<void> {
  const t = words.loans;
  await choose(page, t('askLoan.product'), 'EML');
  await fill(page, t('askLoan.amount'), words.typed('12000'));
  await fill(page, t('askLoan.count'), words.typed('6'));
  await fill(page, t('askLoan.purpose'), words.language === 'hi' ? 'बच्चों की पढ़ाई' : 'School fees');
}

/** Answers so many screens of the wizard; no code is a wrong one before the last of them. */
async function writeNotice(page: Page, words: Words): Promise<void> {
  const t = words.staff;
  await fill(page, t('board.titleIn'), 'General meeting of the year');
  await fill(page, t('board.textIn'), 'At 11 in the school hall.\n\nEvery member has one vote.');
  await press(page, t('board.addLanguage', { language: noticeLanguageNames.hi }));
}

async function publishing(page: Page, words: Words): Promise<void> {
  await press(page, words.staff('board.publish'));
}

async function answerSetup(page: Page, words: Words, screens: number): Promise<void> {
  const t = words.setup;
  const answers: readonly (() => Promise<void>)[] = [
    () => fill(page, t('code.label'), 'ABCD-EFGH-JKLM'),
    async () => {},
    async () => {
      await fill(page, t('society.name'), 'Kafal Valley Thrift and Credit Co-operative Society');
      await fill(page, optional(words, t('society.nameLocal')), 'काफल घाटी बचत एवं ऋण सहकारी समिति');
      await fill(page, t('society.registrationNumber'), 'TG/2026/114');
      await fill(page, t('society.address'), 'Bazaar Road, Kafal Valley, Tehri Garhwal 249199');
    },
    async () => {},
    async () => {},
    async () => {},
    async () => {
      await fill(page, t('administrator.name'), 'Asha Uniyal');
      await fill(page, t('administrator.password'), 'a long walk to the river');
      await fill(page, t('administrator.repeat'), 'a long walk to the river');
    },
  ];
  const titles = [...SETUP_STEPS.slice(1).map((step) => t(`step.${step}`)), t('summary.title')];
  for (const [index, answer] of answers.slice(0, screens).entries()) {
    await answer();
    await press(page, t('act.next'));
    await page.getByRole('heading', { level: 1, name: titles[index] ?? '', exact: true }).waitFor();
  }
}

/** Answers so many steps of the application for membership. */
/** Beside a loan of the society one from elsewhere, at a flat rate. */
async function compareLoans(page: Page, words: Words): Promise<void> {
  const t = words.terms;
  await press(page, t('calc.loan.compare'));
  const second = page.getByRole('group', { name: t('calc.loan.second') });
  await fill(second, t('calc.rate'), '9');
  await second.getByLabel(t('calc.loan.method'), { exact: true }).selectOption('flat');
  await page.getByRole('columnheader', { name: t('calc.loan.second') }).waitFor();
}

async function answerApplication(page: Page, words: Words, steps: number): Promise<void> {
  const t = words.member;
  const answers: readonly (() => Promise<void>)[] = [
    async () => {
      await fill(page, t('apply.name'), words.language === 'hi' ? 'सुनीता देवी रावत' : 'Sunita Devi Rawat');
      await fillDay(page, words, t('apply.dateOfBirth'), ['12', '4', '1988']);
      await page.getByRole('radio', { name: t('apply.female') }).check();
      await fill(page, t('apply.phone'), words.typed('9876543210'));
    },
    async () => {
      await fill(page, t('apply.addressLine'), words.language === 'hi' ? 'मकान 14' : 'House 14');
      for (const [name, value] of [
        ['locality', words.language === 'hi' ? 'नेहरू कॉलोनी' : 'Nehru Colony'],
        ['district', words.language === 'hi' ? 'देहरादून' : 'Dehradun'],
        ['state', words.language === 'hi' ? 'उत्तराखंड' : 'Uttarakhand'],
        ['postalCode', words.typed('248001')],
      ] as const)
        await fill(page, t(`apply.${name}`), value);
    },
    () => fill(page, t('apply.occupation'), words.language === 'hi' ? 'शिक्षिका' : 'Teacher'),
    async () => {
      const nominee = page.getByRole('group', { name: t('apply.nominee', { number: 1 }), exact: true });
      await fill(nominee, t('apply.nomineeName'), words.language === 'hi' ? 'मोहन सिंह रावत' : 'Mohan Singh Rawat');
      await fill(nominee, t('apply.nomineeRelation'), words.language === 'hi' ? 'पति' : 'husband');
      await fillDay(nominee, words, t('apply.dateOfBirth'), ['2', '3', '1985']);
      await fill(nominee, t('apply.nomineeShare'), words.typed('100'));
    },
    // The photo may be left out.
    async () => {},
  ];
  const titles = (['address', 'work', 'nominees', 'photo', 'review'] as const).map((step) => t(`apply.step.${step}`));
  for (const [index, answer] of answers.slice(0, steps).entries()) {
    await answer();
    await press(page, t('act.next'));
    await page.getByRole('heading', { level: 1, name: titles[index] ?? '', exact: true }).waitFor();
  }
}
