// The number that a bank gives a payment. A payment by UPI has twelve digits (its retrieval reference number).

const UTR = /^\d{12}$/;

/** Twelve digits that are not all the same. */
export function isUtr(text: string): boolean {
  return UTR.test(text) && new Set(text).size > 1;
}

/** A payment by Nepal QR is told by 6 to 35 letters and digits, as its bank prints them. */
export function isNepalPaymentNumber(text: string): boolean {
  return /^[A-Z0-9]{6,35}$/.test(text) && /\d/.test(text);
}

/** Twelve digits on their own in a bank's description, each once. */
export function utrsIn(description: string): string[] {
  const found = description.match(/(?<![A-Za-z0-9])\d{12}(?![A-Za-z0-9])/g) ?? [];
  return [...new Set(found)].filter(isUtr);
}
