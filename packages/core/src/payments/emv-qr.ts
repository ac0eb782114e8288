// The QR of Nepal (NepalQR), as EMVCo lays down codes that a merchant shows: parts of a two-digit name, a two-digit
// length and a value, closed by a checksum. The society gets its standing code from its bank; a request adds the amount
// and its reference to it.

import { formatMoney, type Money } from '../money/money.ts';

export interface QrPart {
  /** `00` to `99`. */
  readonly name: string;
  readonly value: string;
}

const CHECKSUM = '63';
const METHOD = '01';
const CURRENCY = '53';
const AMOUNT = '54';
const FURTHER = '62';
/** Within the further parts. */
const BILL_NUMBER = '01';
const REFERENCE_LABEL = '05';
const NEPALESE_RUPEE = '524';
/** Shown for one payment; a standing code says 11. */
const FOR_ONE_PAYMENT = '12';

/** The parts of a code whose checksum is right; undefined for anything else. */
export function readQrParts(payload: string): QrPart[] | undefined {
  const checksum = payload.slice(-4);
  if (payload.slice(-8, -4) !== `${CHECKSUM}04` || crc16(payload.slice(0, -4)) !== checksum) return undefined;
  return partsOf(payload.slice(0, -8));
}

/** The code as text, its checksum last. */
export function qrPayload(parts: readonly QrPart[]): string {
  const body = `${parts.map(written).join('')}${CHECKSUM}04`;
  return body + crc16(body);
}

/** A standing code of a merchant in Nepalese rupees, as a bank gives it out. */
export function isNepalQr(payload: string): boolean {
  const parts = readQrParts(payload);
  if (parts === undefined) return false;
  const valueNamed = (wanted: string) => parts.find(({ name }) => name === wanted)?.value;
  const hasAccount = parts.some(({ name }) => Number(name) >= 2 && Number(name) <= 51);
  const further = valueNamed(FURTHER);
  return (
    valueNamed('00') === '01' &&
    hasAccount &&
    valueNamed(CURRENCY) === NEPALESE_RUPEE &&
    valueNamed(AMOUNT) === undefined &&
    (further === undefined || partsOf(further) !== undefined)
  );
}

/** The standing code made one for a single payment: its method, the amount with two decimals, and the reference. */
export function nepalQr(
  standing: string,
  { amount, reference }: { readonly amount: Money; readonly reference: string },
) {
  const parts = readQrParts(standing);
  if (parts === undefined || !isNepalQr(standing)) return undefined;
  const further = partsOf(parts.find(({ name }) => name === FURTHER)?.value ?? '') ?? [];
  const named = [BILL_NUMBER, REFERENCE_LABEL].map((name) => ({ name, value: reference }));
  return qrPayload(
    inOrder([
      ...parts.filter(({ name }) => ![METHOD, AMOUNT, FURTHER].includes(name)),
      { name: METHOD, value: FOR_ONE_PAYMENT },
      { name: AMOUNT, value: formatMoney(amount) },
      {
        name: FURTHER,
        value: inOrder([...further.filter(({ name }) => ![BILL_NUMBER, REFERENCE_LABEL].includes(name)), ...named])
          .map(written)
          .join(''),
      },
    ]),
  );
}

const inOrder = (parts: readonly QrPart[]) => parts.toSorted((one, other) => Number(one.name) - Number(other.name));

const written = ({ name, value }: QrPart) => `${name}${String(value.length).padStart(2, '0')}${value}`;

function partsOf(text: string): QrPart[] | undefined {
  const parts: QrPart[] = [];
  for (let at = 0; at < text.length; ) {
    const head = /^(\d\d)(\d\d)$/.exec(text.slice(at, at + 4));
    if (head === null) return undefined;
    const value = text.slice(at + 4, at + 4 + Number(head[2]));
    if (value.length !== Number(head[2])) return undefined;
    parts.push({ name: head[1] ?? '', value });
    at += 4 + value.length;
  }
  return parts;
}

/** CRC-16 of the polynomial 1021, begun with FFFF, in four capital digits to the base of 16. */
export function crc16(text: string): string {
  let crc = 0xffff;
  for (const letter of bytesOf(text)) {
    crc ^= letter.charCodeAt(0) << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}

/** In UTF-8, a character for each byte. */
function bytesOf(text: string): string {
  return encodeURIComponent(text).replace(/%([0-9A-F]{2})/g, (_, byte: string) =>
    String.fromCharCode(Number.parseInt(byte, 16)),
  );
}
