// The titles of what comes later, under which its promises stand as `test.todo`.

export const LOANS = 'Loans from the first question to the last rupee';
export const NOTICES = 'Notices, documents, notifications, and money that arrives by itself';
