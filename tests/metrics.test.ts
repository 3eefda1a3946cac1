import { afterEach, describe, expect, it } from 'vitest';
import { createHttpServer, type HttpServer } from '../src/http.ts';
import { createMetrics } from '../src/metrics.ts';

const open: HttpServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

describe('/metrics', () => {
  it('tells figures as Prometheus reads them, those that are read only then among them', async () => {
    let unsent = 3;
    const metrics = createMetrics({
      version: '1.2.3',
      readNow: async () => ({ spotter_unsent_messages: { help: 'Messages not sent', value: unsent } }),
    });
    const server = await createHttpServer({ port: 0, checks: {}, log: { error: () => {} }, metrics: metrics.read });
    open.push(server);
    metrics.due('remind', 'done', 700);
    metrics.due('remind', 'done', 12_000);
    metrics.due('deliver', 'failed', 5);
    metrics.delivery('telegram', 'sent');
    metrics.delivery('telegram', 'sent');
    const read = async () => {
      const response = await fetch(`${server.url}/metrics`);
      expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
      return (await response.text()).split('\n');
    };
    const lines = await read();
    expect(lines).toEqual(
      expect.arrayContaining([
        '# TYPE spotter_due_lateness_seconds histogram',
        'spotter_due_lateness_seconds_bucket{le="1",job="remind"} 1',
        'spotter_due_lateness_seconds_bucket{le="15",job="remind"} 2',
        'spotter_jobs_total{job="deliver",outcome="failed"} 1',
        'spotter_deliveries_total{platform="telegram",outcome="sent"} 2',
        'spotter_info{version="1.2.3"} 1',
        'spotter_unsent_messages 3',
      ]),
    );
    unsent = 0;
    expect(await read()).toContain('spotter_unsent_messages 0');
    expect((await fetch(`${server.url}/metrics`, { method: 'POST' })).status).toBe(405);
  });

  it('is not there where nothing is measured', async () => {
    const server = await createHttpServer({ port: 0, checks: {}, log: { error: () => {} } });
    open.push(server);
    expect((await fetch(`${server.url}/metrics`)).status).toBe(404);
  });
});
