export { type FoundMember, findMembers } from './find-members.ts';
export { keepMemberTerms } from './member-terms.ts';
export { type MembersTyped, membersTyped } from './members-typed.ts';
export { rebuildMemberTerms } from './rebuild-member-terms.ts';
export { searchRoutes } from './search-routes.ts';
