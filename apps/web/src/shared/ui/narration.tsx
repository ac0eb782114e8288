/** Longer than any number of the society: what a bank writes without a blank, and it has to fit on a phone. */
const LONGEST = 20;

/** A narration; no number in it (M-2025-0211, T1/2026-27/00042) goes over two lines. */
export function Narration({ text }: { text: string }) {
  return text.split(/(\S*\d\S*)/).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never move.
      <span key={index} className={part.length > LONGEST ? 'breaks' : 'nowrap'}>
        {part}
      </span>
    ),
  );
}
