// Memory, event loop, database and bounded stores, read when somebody asks.

import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { OpenDatabase } from '../database/open-database.ts';
import type { Stores } from '../open-platform.ts';
import type { Metrics } from './metrics.ts';

export function watchProcess(metrics: Metrics, database: OpenDatabase, stores: Stores): void {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  const seconds = (nanoseconds: number) => (Number.isFinite(nanoseconds) ? nanoseconds / 1e9 : 0);

  metrics.gauge('kafal_memory_resident_bytes', 'Memory of the process.', () => process.memoryUsage.rss());
  metrics.gauge('kafal_memory_heap_used_bytes', 'Heap in use.', () => process.memoryUsage().heapUsed);
  metrics.gauge('kafal_memory_external_bytes', 'Memory outside the heap.', () => process.memoryUsage().external);
  metrics.gauge('kafal_cpu_seconds_total', 'CPU time used.', () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  });
  metrics.gauge('kafal_uptime_seconds', 'Seconds since the start.', () => process.uptime());
  metrics.gauge('kafal_event_loop_delay_p99_seconds', 'How long the event loop kept others waiting.', () =>
    seconds(delay.percentile(99)),
  );
  metrics.gauge('kafal_event_loop_delay_max_seconds', 'The longest it kept others waiting since last asked.', () => {
    const most = seconds(delay.max);
    delay.reset();
    return most;
  });
  metrics.gauge('kafal_cache_entries', 'Answers kept in the cache.', () => stores.cache.size);
  metrics.gauge('kafal_limit_windows', 'Counters of requests held.', () => stores.limits.size);
  for (const name of Object.keys(database.gauges())) {
    metrics.gauge(`kafal_database_${snakeCase(name)}`, `Of the database: ${name}.`, () => database.gauges()[name] ?? 0);
  }
}

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
