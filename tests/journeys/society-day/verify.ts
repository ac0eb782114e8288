import type { Day } from './day.ts';

/** The program that shares no code with the server finds nothing wrong; it says so by its exit code. */
export async function verifyTheBooks(day: Day): Promise<void> {
  await day.verifyBooks();
}
