import { Gauges } from '@app/operating';
import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { ReadinessCheck } from './readiness';

/** Figures for Prometheus. No label holds anything about a case or a person. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly gauges = new Gauges(this.registry);
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
    this.gauges.set((await this.readiness.now()).figures);
    return this.registry.metrics();
  }
}
