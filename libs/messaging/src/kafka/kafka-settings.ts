import type { KafkaConfig } from 'kafkajs';

export interface KafkaSettings {
  /** host:port of some brokers; the others are found through them. */
  readonly brokers: readonly string[];
  readonly clientId: string;
  readonly ssl?: KafkaConfig['ssl'];
  readonly sasl?: KafkaConfig['sasl'];
  /** Milliseconds without a heartbeat after which a consumer is taken for dead and its partitions go to others; 10,000 when not stated. */
  readonly sessionTimeout?: number;
  /** Milliseconds without any sign of life from the client library after which a consumer is started anew; 90,000 when not stated. */
  readonly silence?: number;
  /** Milliseconds before the first try to come back, and the longest there are; 500 and 15,000 when not stated. */
  readonly backOff?: BackOff;
  /** What topics are made with, so that every client can read what any other has written; 'gzip' when not stated. */
  readonly compression?: 'gzip' | 'uncompressed' | 'producer';
  /** Told what the client library has to say, without secrets. */
  readonly log?: (level: 'error' | 'warn' | 'info', text: string) => void;
}

export interface BackOff {
  readonly first: number;
  readonly longest: number;
}

export const usualBackOff: BackOff = { first: 500, longest: 15_000 };
export const usualSessionTimeout = 10_000;
export const usualSilence = 90_000;

/** Milliseconds before the next try, after so many that have failed. */
export const pauseAfter = ({ first, longest }: BackOff, failures: number): number =>
  Math.min(longest, first * 2 ** Math.min(failures - 1, 20));
