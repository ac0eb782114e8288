// The title of what comes later, under which its promises stand as `test.todo`.

export const NOTICES = 'Notices, documents, notifications, and money that arrives by itself';
