import { searchWords, soundKey, typedSound } from '@kafal/core';

/** A name with the letters that were looked for marked: as they are written, or the whole word where it only sounds so. */
export function Highlighted({ text, typed }: { text: string; typed: string }) {
  const wanted = searchWords(typed);
  return (
    <>
      {text.split(/([^\p{L}\p{M}\p{N}]+)/u).map((part, index) => {
        const length = foundLength(part, wanted);
        return length === 0 ? (
          part
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move.
          <span key={index}>
            <mark>{part.slice(0, length)}</mark>
            {part.slice(length)}
          </span>
        );
      })}
    </>
  );
}

function foundLength(part: string, wanted: readonly string[]): number {
  const word = part.toLowerCase();
  if (word === '') return 0;
  const written = wanted.filter((typed) => word.startsWith(typed));
  if (written.length > 0) return Math.max(...written.map(({ length }) => length));
  const own = soundKey(part);
  const isHeard = wanted.map(typedSound).some(({ key, isWhole }) => {
    if (isWhole) return own === key;
    return key.length > 2 && own.startsWith(key);
  });
  return isHeard ? part.length : 0;
}
