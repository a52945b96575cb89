import type { LoggerService } from '@nestjs/common';
import pino from 'pino';

/** What Nest says of its own start; of interest only when something is wrong with it. */
const framework = ['NestFactory', 'InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestApplication'];

/** Log lines as JSON on standard output. Bodies, tokens and keys are never among them. */
export const createLogger = (level: 'silent' | 'error' | 'warn' | 'info' | 'debug'): LoggerService => {
  const log = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  const at =
    (write: 'info' | 'error' | 'warn' | 'debug') =>
    (message: unknown, ...rest: unknown[]): void => {
      const context = rest.at(-1);
      const stack = rest.length > 1 ? rest[0] : undefined;
      log[write === 'info' && framework.includes(String(context)) ? 'debug' : write](
        { context, ...(stack !== undefined && { stack }) },
        String(message),
      );
    };
  return { log: at('info'), error: at('error'), warn: at('warn'), debug: at('debug'), verbose: at('debug'), fatal: at('error') };
};
