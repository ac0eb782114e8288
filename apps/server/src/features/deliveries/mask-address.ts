/** Enough to know one's own by: `as…@example.org`. */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, Math.min(2, at))}…${address.slice(at)}`;
}

export const maskPhone = (phone: string): string => `…${phone.slice(-4)}`;
