// What Prometheus reads. Counting is an addition in memory; text is made only when somebody asks.

export interface Counter {
  add(amount?: number, labels?: Labels): void;
  /** One series of it, looked up once; for what is counted with every request. */
  series(labels: Labels): { add(amount?: number): void };
}
export type Labels = Readonly<Record<string, string>>;

export interface Metrics {
  /** A number that only grows; by convention its name ends in `_total`. The same name gives the same counter. */
  counter(name: string, help: string): Counter;
  /** A number read at the moment of asking. */
  gauge(name: string, help: string, read: () => number | Promise<number>): void;
  /** Seconds it took, gathered in fixed buckets. */
  timer(name: string, help: string): Timer;
  /** The text format of Prometheus. */
  text(): Promise<string>;
}
export interface Timer {
  observe(seconds: number, labels?: Labels): void;
  series(labels: Labels): { observe(seconds: number): void };
}

const BUCKETS = [0.005, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10];
/** Label values come from our own code, but a mistake there must not fill the memory. */
const MOST_SERIES = 2_000;

interface Family {
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  lines(name: string): Promise<string[]>;
}

export function openMetrics(): Metrics {
  const families = new Map<string, Family>();
  const counters = new Map<string, Counter>();
  const timers = new Map<string, Timer>();

  return {
    counter: (name, help) => {
      const known = counters.get(name);
      if (known !== undefined) return known;
      const values = new Map<string, { value: number }>();
      const held = (labels?: Labels) => heldSeries(values, labelText(labels), () => ({ value: 0 }));
      const counter: Counter = {
        add: (amount = 1, labels) => {
          held(labels).value += amount;
        },
        series: (labels) => {
          const one = held(labels);
          return {
            add: (amount = 1) => {
              one.value += amount;
            },
          };
        },
      };
      counters.set(name, counter);
      families.set(name, {
        help,
        type: 'counter',
        lines: async () => [...values].map(([series, { value }]) => `${name}${braced(series)} ${value}`),
      });
      return counter;
    },
    gauge: (name, help, read) => {
      families.set(name, { help, type: 'gauge', lines: async () => [`${name} ${await read()}`] });
    },
    timer: (name, help) => {
      const known = timers.get(name);
      if (known !== undefined) return known;
      const values = new Map<string, Times>();
      const held = (labels?: Labels) => heldSeries(values, labelText(labels), newTimes);
      const timer: Timer = {
        observe: (seconds, labels) => addTime(held(labels), seconds),
        series: (labels) => {
          const one = held(labels);
          return { observe: (seconds) => addTime(one, seconds) };
        },
      };
      timers.set(name, timer);
      families.set(name, {
        help,
        type: 'histogram',
        lines: async () => [...values].flatMap(([series, held]) => histogramLines(name, series, held)),
      });
      return timer;
    },
    text: async () => {
      const lines: string[] = [];
      for (const [name, family] of families) {
        lines.push(`# HELP ${name} ${family.help}`, `# TYPE ${name} ${family.type}`, ...(await family.lines(name)));
      }
      return `${lines.join('\n')}\n`;
    },
  };
}

interface Times {
  buckets: number[];
  sum: number;
  count: number;
}

const newTimes = (): Times => ({ buckets: BUCKETS.map(() => 0), sum: 0, count: 0 });

function addTime(times: Times, seconds: number): void {
  times.sum += seconds;
  times.count += 1;
  const bucket = BUCKETS.findIndex((most) => seconds <= most);
  if (bucket >= 0) times.buckets[bucket] = (times.buckets[bucket] ?? 0) + 1;
}

/** Beyond the bound what is counted is counted for nobody: memory first. */
function heldSeries<T>(values: Map<string, T>, series: string, make: () => T): T {
  const known = values.get(series);
  if (known !== undefined) return known;
  const made = make();
  if (values.size < MOST_SERIES) values.set(series, made);
  return made;
}

function histogramLines(name: string, series: string, held: Times): string[] {
  const prefix = series === '' ? '' : `${series},`;
  let below = 0;
  const lines = BUCKETS.map((most, place) => {
    below += held.buckets[place] ?? 0;
    return `${name}_bucket{${prefix}le="${most}"} ${below}`;
  });
  lines.push(`${name}_bucket{${prefix}le="+Inf"} ${held.count}`);
  lines.push(`${name}_sum${braced(series)} ${held.sum}`, `${name}_count${braced(series)} ${held.count}`);
  return lines;
}

const braced = (series: string) => (series === '' ? '' : `{${series}}`);

function labelText(labels: Labels | undefined): string {
  if (labels === undefined) return '';
  let text = '';
  for (const name of Object.keys(labels)) {
    const value = (labels[name] ?? '').replace(/[\\"\n]/g, (letter) => (letter === '\n' ? '\\n' : `\\${letter}`));
    text += `${text === '' ? '' : ','}${name}="${value}"`;
  }
  return text;
}
