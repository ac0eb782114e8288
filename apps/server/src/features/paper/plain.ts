/** An asterisk in a name would otherwise change what is set heavier. */
export function plain(text: string): string {
  return text.replaceAll('*', '');
}
