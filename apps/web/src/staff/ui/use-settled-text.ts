import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';

const pauseMs = 250;

/** A text that is told once the typing pauses, so that the server is not asked letter by letter. */
export function useSettledText(value: string, onChange: (value: string) => void) {
  const [text, setText] = useState(value);
  const told = useRef(value);
  const tell = useDebouncedCallback((next: string) => {
    told.current = next;
    onChange(next);
  }, pauseMs);
  useEffect(() => {
    // Somebody else changed it: the filters were cleared, a view was chosen, or the reader went back.
    if (value !== told.current) {
      told.current = value;
      setText(value);
    }
  }, [value]);
  return {
    text,
    type: (next: string) => {
      setText(next);
      tell(next.trim());
    },
  };
}
