// Work that comes by itself: looked for every so often, and at once when somebody says that there is some; never twice at the
// same time.

export interface WorkOfLooks {
  /** True when there may be more to do at once. */
  readonly look: () => Promise<boolean>;
  readonly everyMs: number;
  /** The next look tries again. */
  readonly failed: (error: unknown) => void;
}

export interface Looking {
  start(): void;
  /** A look as soon as may be: the one that is under way may have passed what there is now. */
  wake(): void;
  /** What is under way is finished, and nothing is begun any more. */
  stop(): Promise<void>;
}

export function lookForWork({ look, everyMs, failed }: WorkOfLooks): Looking {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;

  async function run(): Promise<void> {
    try {
      while (!stopped && (await look()));
    } catch (error) {
      failed(error);
    }
  }

  function wake(): void {
    if (stopped) return;
    if (running !== undefined) {
      again = true;
      return;
    }
    running = run().finally(() => {
      running = undefined;
      if (!again) return;
      again = false;
      wake();
    });
  }

  return {
    wake,
    start() {
      timer = setInterval(wake, everyMs).unref();
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
