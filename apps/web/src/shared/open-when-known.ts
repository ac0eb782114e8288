/**
 * Opens another place whose address has to be asked for first. A browser lets a window open only in the press itself, so an empty one
 * opens at once and goes on when the address is known; where there is none after all, it closes again. Answers the address when the
 * browser refused the window, for the reader to press it.
 */
export async function openWhenKnown(
  ask: () => Promise<string>,
  open: () => Window | null = () => window.open('', '_blank'),
): Promise<string | undefined> {
  const opened = open();
  try {
    const address = await ask();
    if (opened === null) return address;
    // Whoever shut it while it was empty does not want it any more.
    if (opened.closed) return undefined;
    // The place that opens has no business with the page that opened it.
    opened.opener = null;
    opened.location.replace(address);
    return undefined;
  } catch (error) {
    opened?.close();
    throw error;
  }
}
