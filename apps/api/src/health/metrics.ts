import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { ReadinessCheck } from './readiness';

/** Figures for Prometheus. No label holds anything about a case or a person. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly position = this.gauge('huiying_log_position', 'Last committed position of the log');
  private readonly behind = this.gauge('huiying_follower_events_behind', 'Committed events a follower has not handled yet', ['follower']);
  private readonly parked = this.gauge('huiying_parked_cases', 'Cases whose rows wait because an event could not be projected');
  private readonly silencesUpTo = this.gauge(
    'huiying_silences_up_to_timestamp_seconds',
    'Up to when it is recorded that nothing happened; 0 before the first round',
  );
  private readonly silencesFailed = this.gauge('huiying_silences_failed_cases', 'Cases whose silences cannot be recorded');
  private readonly ready = this.gauge('huiying_ready', '1 when this process can do its work');
  private readonly durations = new Histogram({
    name: 'huiying_http_request_duration_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [this.registry],
  });

  constructor(private readonly readiness: ReadinessCheck) {
    collectDefaultMetrics({ register: this.registry });
  }

  answered(method: string, route: string, status: number, milliseconds: number): void {
    this.durations.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, milliseconds / 1_000);
  }

  async text(): Promise<string> {
    const { log, rows, policies, silences, ready } = await this.readiness.now();
    this.position.set(log.position);
    this.behind.set({ follower: 'rows' }, rows.behind);
    this.behind.set({ follower: 'policies' }, policies.behind);
    this.parked.set(rows.parkedCases);
    this.silencesUpTo.set(silences.upTo === undefined ? 0 : Date.parse(silences.upTo) / 1_000);
    this.silencesFailed.set(silences.failed);
    this.ready.set(ready ? 1 : 0);
    return this.registry.metrics();
  }

  private gauge(name: string, help: string, labelNames: string[] = []): Gauge {
    return new Gauge({ name, help, labelNames, registers: [this.registry] });
  }
}
