import type { LoggerService } from '@nestjs/common';

/** A logger that keeps every line it is given. */
export const capturedLog = (): LoggerService & { readonly lines: string[] } => {
  const lines: string[] = [];
  const write = (...parts: unknown[]): void => void lines.push(parts.map(String).join(' '));
  return { lines, log: write, error: write, warn: write, debug: write, verbose: write, fatal: write };
};
