import { expect, test, vi } from 'vitest';
import { openWhenKnown } from './open-when-known.ts';

const ADDRESS = 'https://wa.me/?text=Namaste';

function emptyWindow() {
  const opened = { opener: 'the page', closed: false, location: { replace: vi.fn() }, close: vi.fn() };
  return { opened, open: vi.fn(() => opened as unknown as Window) };
}

test('the window opens before anything is asked, lets go of its page, and goes to the address', async () => {
  const { opened, open } = emptyWindow();
  const ask = vi.fn(async () => {
    expect(open).toHaveBeenCalledOnce();
    expect(opened.location.replace).not.toHaveBeenCalled();
    return ADDRESS;
  });
  expect(await openWhenKnown(ask, open)).toBeUndefined();
  expect(opened.location.replace).toHaveBeenCalledExactlyOnceWith(ADDRESS);
  expect(opened.opener).toBeNull();
  expect(opened.close).not.toHaveBeenCalled();
});

test('without an address the window closes, and the reason is told', async () => {
  const { opened, open } = emptyWindow();
  const refusal = new Error('taken back');
  await expect(openWhenKnown(() => Promise.reject(refusal), open)).rejects.toBe(refusal);
  expect(opened.close).toHaveBeenCalledOnce();
  expect(opened.location.replace).not.toHaveBeenCalled();
});

test('a browser that refuses the window leaves the address to be pressed', async () => {
  const refused = () => null;
  expect(await openWhenKnown(() => Promise.resolve(ADDRESS), refused)).toBe(ADDRESS);
  await expect(openWhenKnown(() => Promise.reject(new Error('no line')), refused)).rejects.toThrow('no line');
});

test('a window that was shut while it waited stays shut', async () => {
  const { opened, open } = emptyWindow();
  opened.closed = true;
  expect(await openWhenKnown(() => Promise.resolve(ADDRESS), open)).toBeUndefined();
  expect(opened.location.replace).not.toHaveBeenCalled();
});
