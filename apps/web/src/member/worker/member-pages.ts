// The addresses of the member app among those of the whole server. The rest (the staff app, the set-up, the check page
// of a receipt, the API) is never answered from this device.

const firstParts: readonly string[] = [
  '',
  'accounts',
  'application',
  'apply',
  'calculators',
  'deposits',
  'entries',
  'forgotten-password',
  'meetings',
  'messages',
  'notices',
  'notifications',
  'nominees',
  'profile',
  'receipts',
  'security',
  'shares',
  'transfer',
];

export function isMemberPage(path: string): boolean {
  return path.startsWith('/') && firstParts.includes(path.slice(1).split(/[/?#]/, 1)[0] ?? '');
}
