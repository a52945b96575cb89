import { Gauge, type Registry } from 'prom-client';
import type { Figure } from './part';

/** Figures as gauges of a registry. A figure that is not told any more is not shown any more. */
export class Gauges {
  private readonly gauges = new Map<string, Gauge>();

  constructor(private readonly registry: Registry) {}

  set(figures: readonly Figure[]): void {
    for (const gauge of this.gauges.values()) gauge.reset();
    const told = new Set(figures.map(({ name }) => name));
    for (const name of this.gauges.keys()) if (!told.has(name)) this.remove(name);
    for (const figure of figures) this.gaugeOf(figure).set({ ...figure.labels }, figure.value);
  }

  private gaugeOf({ name, help, labels = {} }: Figure): Gauge {
    const gauge = this.gauges.get(name) ?? new Gauge({ name, help, labelNames: Object.keys(labels), registers: [this.registry] });
    this.gauges.set(name, gauge);
    return gauge;
  }

  private remove(name: string): void {
    this.registry.removeSingleMetric(name);
    this.gauges.delete(name);
  }
}
