import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Figures by name, with a unit at the end: `spotter_unsent_messages`, `spotter_unsent_oldest_seconds`. */
export type Reading = Readonly<Record<string, { readonly help: string; readonly value: number }>>;

/** What is measured, and how it is told to Prometheus. Nothing in it says anything about anybody. */
export interface Metrics {
  /** A job about a row has ended; `lateMs` after the row was due. */
  due(job: string, outcome: 'done' | 'failed', lateMs: number): void;
  delivery(platform: string, outcome: string): void;
  /** The text exposition format. */
  read(): Promise<{ contentType: string; body: string }>;
}

/** Makes the metrics of this process. `readNow` gives those that are read only when they are asked for. */
export function createMetrics({ version, readNow }: { version: string; readNow: () => Promise<Reading> }): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const lateness = new Histogram({
    name: 'spotter_due_lateness_seconds',
    help: 'From when something was due until it was done',
    labelNames: ['job'],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 15, 60, 300, 1_800, 7_200],
    registers,
  });
  const jobs = new Counter({
    name: 'spotter_jobs_total',
    help: 'Jobs about rows by outcome',
    labelNames: ['job', 'outcome'],
    registers,
  });
  const deliveries = new Counter({
    name: 'spotter_deliveries_total',
    help: 'Attempts to send a message by platform and outcome',
    labelNames: ['platform', 'outcome'],
    registers,
  });
  new Gauge({ name: 'spotter_info', help: 'Which version runs', labelNames: ['version'], registers }).set(
    { version },
    1,
  );
  const gauges = new Map<string, Gauge>();

  return {
    due(job, outcome, lateMs) {
      jobs.inc({ job, outcome });
      if (outcome === 'done') lateness.observe({ job }, Math.max(0, lateMs) / 1_000);
    },
    delivery: (platform, outcome) => deliveries.inc({ platform, outcome }),
    async read() {
      for (const [name, { help, value }] of Object.entries(await readNow())) {
        const gauge = gauges.get(name) ?? new Gauge({ name, help, registers });
        gauges.set(name, gauge);
        gauge.set(value);
      }
      return { contentType: registry.contentType, body: await registry.metrics() };
    },
  };
}
