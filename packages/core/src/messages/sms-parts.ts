/** GSM 03.38, its basic table; what stands in the extension takes two places. */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const EXTENDED = new Set('^{}\\[~]|€\f');

export interface SmsLength {
  readonly parts: number;
  /** Places that the text takes: letters of the GSM table, or UTF-16 units. */
  readonly length: number;
  readonly isUnicode: boolean;
}

/**
 * How many messages a text is charged as: 160 letters of the GSM table fit into one, 153 into each of several; with any
 * other letter (Hindi, Nepali, ₹) 70, and 67. Source: 3GPP TS 23.038 and 23.040.
 */
export function smsLength(text: string): SmsLength {
  const letters = [...text];
  const isUnicode = letters.some((letter) => !BASIC.has(letter) && !EXTENDED.has(letter));
  const length = isUnicode ? text.length : letters.reduce((sum, letter) => sum + (EXTENDED.has(letter) ? 2 : 1), 0);
  const [alone, joined] = isUnicode ? [70, 67] : [160, 153];
  return { length, isUnicode, parts: length <= alone ? 1 : Math.ceil(length / joined) };
}
