/** Longer than this nobody looks at the sign of the house alone; then the page says itself what it waits for. */
const patienceMs = 1_500;

/**
 * Waits for the answers that a page is drawn from, so that it is drawn from them in small pieces: an answer that comes
 * later is drawn at one go, and a slow phone hears nobody meanwhile.
 */
export async function waitWithPatience(answers: Promise<unknown>): Promise<void> {
  let patience: ReturnType<typeof setTimeout> | undefined;
  await Promise.race([
    answers,
    new Promise((resolve) => {
      patience = setTimeout(resolve, patienceMs);
    }),
  ]);
  clearTimeout(patience);
}
