/** crypto.randomUUID needs HTTPS; getRandomValues works on an office network over plain HTTP too. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * One act of moving money on one screen. The key is made before the first send and kept for every retry of the same
 * act, so a lost answer can be asked for again; a changed act gets a new key, and so does the next one after success.
 */
export class MoneyAct {
  #key = '';
  #sent = '';

  keyFor(request: unknown): string {
    const sent = JSON.stringify(request);
    if (this.#key === '' || sent !== this.#sent) {
      this.#key = newIdempotencyKey();
      this.#sent = sent;
    }
    return this.#key;
  }

  done(): void {
    this.#key = '';
    this.#sent = '';
  }
}
