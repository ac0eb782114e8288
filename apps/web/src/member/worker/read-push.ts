/** What a push message carries: an id, a sentence that tells strangers nothing, and where to look. */
export interface Pushed {
  id: string;
  title: string;
  body: string;
  link: string;
}

/** The message as our server wrote it, or undefined for anything else. */
export function readPush(text: string): Pushed | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { id, title, body, link } = { id: '', title: '', body: '', link: '/notifications', ...value };
  const texts = [id, title, body, link];
  return texts.every((one) => typeof one === 'string') && id !== '' && title !== ''
    ? { id, title, body, link }
    : undefined;
}
