export { type FoundMember, findMembers } from './find-members.ts';
export { keepMemberTerms, termsOf } from './member-terms.ts';
export { type MembersTyped, membersTyped } from './members-typed.ts';
export { MEMBER_TERM_RULES, rebuildMemberTerms } from './rebuild-member-terms.ts';
export { searchRoutes } from './search-routes.ts';
