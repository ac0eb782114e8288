// Filters stay in the address bar as plain text, so a page can be sent to a colleague or kept.

export type TextSearch<Name extends string> = { [Key in Name]?: string };

/** The named texts of an address; anything else in it is dropped. */
export function textSearch<const Name extends string>(...names: readonly Name[]) {
  return (search: Record<string, unknown>): TextSearch<Name> => {
    const found: TextSearch<Name> = {};
    for (const name of names) {
      const value = search[name];
      if (typeof value === 'string' && value !== '') found[name] = value;
    }
    return found;
  };
}

export function readSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

export function writeSearch(search: Record<string, unknown>): string {
  const written = new URLSearchParams();
  for (const [name, value] of Object.entries(search))
    if (typeof value === 'string' && value !== '') written.set(name, value);
  return written.size === 0 ? '' : `?${written}`;
}
