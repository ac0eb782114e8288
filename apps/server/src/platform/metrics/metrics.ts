// What Prometheus reads. Counting is an addition in memory; text is made only when somebody asks.

export interface Counter {
  add(amount?: number, labels?: Labels): void;
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
      const values = new Map<string, number>();
      const counter: Counter = {
        add: (amount = 1, labels) => {
          const series = labelText(labels);
          const before = values.get(series);
          if (before === undefined && values.size >= MOST_SERIES) return;
          values.set(series, (before ?? 0) + amount);
        },
      };
      counters.set(name, counter);
      families.set(name, {
        help,
        type: 'counter',
        lines: async () => [...values].map(([series, value]) => `${name}${braced(series)} ${value}`),
      });
      return counter;
    },
    gauge: (name, help, read) => {
      families.set(name, { help, type: 'gauge', lines: async () => [`${name} ${await read()}`] });
    },
    timer: (name, help) => {
      const known = timers.get(name);
      if (known !== undefined) return known;
      const values = new Map<string, { buckets: number[]; sum: number; count: number }>();
      const timer: Timer = {
        observe: (seconds, labels) => {
          const series = labelText(labels);
          let held = values.get(series);
          if (held === undefined) {
            if (values.size >= MOST_SERIES) return;
            held = { buckets: BUCKETS.map(() => 0), sum: 0, count: 0 };
            values.set(series, held);
          }
          held.sum += seconds;
          held.count += 1;
          const bucket = BUCKETS.findIndex((most) => seconds <= most);
          if (bucket >= 0) held.buckets[bucket] = (held.buckets[bucket] ?? 0) + 1;
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

function histogramLines(name: string, series: string, held: { buckets: number[]; sum: number; count: number }) {
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
