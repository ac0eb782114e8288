/** Few things are behind a member's password, and it is typed on a phone; the staff's are longer. */
export const MEMBER_PASSWORD_LEAST = 8;

/** Characters as people count them: a letter outside the basic plane is one. */
export function passwordLength(password: string): number {
  return [...password.normalize('NFC')].length;
}
