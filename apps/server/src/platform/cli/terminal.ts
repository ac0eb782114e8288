// What a command says. For people: sentences on standard output, progress in one line that is written over. For
// programs (--json): exactly one JSON object on standard output, and progress as JSON lines on standard error.

export type Progress = (what: string, done?: number, total?: number) => void;

/** Where there is no terminal to write over, progress is told this often. */
const TELL_EVERY_MS = 5_000;
const REDRAW_EVERY_MS = 100;

export class Terminal {
  readonly isJson: boolean;
  #line = '';
  #toldAt = 0;
  #toldWhat = '';

  constructor(isJson: boolean) {
    this.isJson = isJson;
  }

  /** A sentence for people; programs do not get it. */
  say(sentence: string): void {
    this.#endLine();
    if (!this.isJson) process.stdout.write(`${sentence}\n`);
  }

  /** Something to read whatever was asked for, such as the help. */
  text(text: string): void {
    process.stdout.write(`${text}\n`);
  }

  warn(sentence: string): void {
    this.#endLine();
    process.stderr.write(this.isJson ? `${JSON.stringify({ warning: sentence })}\n` : `Note: ${sentence}\n`);
  }

  refuse(...sentences: string[]): void {
    this.#endLine();
    if (this.isJson) process.stdout.write(`${JSON.stringify({ ok: false, error: sentences.join('\n') })}\n`);
    else process.stderr.write(`${sentences.join('\n')}\n`);
  }

  /** The outcome: the sentences for people, the object for programs. */
  done(outcome: Record<string, unknown>, ...sentences: string[]): void {
    this.#endLine();
    if (this.isJson) process.stdout.write(`${JSON.stringify({ ok: true, ...outcome })}\n`);
    else for (const sentence of sentences) process.stdout.write(`${sentence}\n`);
  }

  readonly progress: Progress = (what, done, total) => {
    const now = performance.now();
    const isOver = done !== undefined && done === total;
    const wait = process.stderr.isTTY && !this.isJson ? REDRAW_EVERY_MS : TELL_EVERY_MS;
    if (what === this.#toldWhat && !isOver && now - this.#toldAt < wait) return;
    this.#toldAt = now;
    this.#toldWhat = what;

    if (this.isJson) {
      process.stderr.write(`${JSON.stringify({ progress: what, done, total })}\n`);
      return;
    }
    const share = done === undefined || !total ? '' : ` ${Math.floor((100 * done) / total)} %`;
    const line = `${what}${share}`;
    if (process.stderr.isTTY) {
      process.stderr.write(`\r${line.padEnd(this.#line.length)}`);
      this.#line = line;
    } else {
      process.stderr.write(`${line}\n`);
    }
  };

  #endLine(): void {
    if (this.#line !== '') process.stderr.write('\n');
    this.#line = '';
  }
}
