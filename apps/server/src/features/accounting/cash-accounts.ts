// What counts as money in hand and at the bank, by the heads of the chart of accounts.

/** The vault, the tills, the agents and cash on its way between them. */
export const CASH_ACCOUNTS = ['1101', '1102', '1103', '1104'] as const;
/** Bank accounts, and what is being cleared into them: UPI and cheques. */
export const BANK_ACCOUNTS = ['1201', '1202', '1203', '1204'] as const;
export const MONEY_ACCOUNTS = [...CASH_ACCOUNTS, ...BANK_ACCOUNTS] as const;
