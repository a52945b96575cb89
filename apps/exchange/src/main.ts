import 'reflect-metadata';
import { readSettings } from '@app/config';
import { runProcess } from '@app/operating';
import { ExchangeOperations } from './exchange-operations';
import { ExchangeProcessModule } from './exchange-process.module';

const begin = () => {
  const settings = readSettings();
  return [settings, ExchangeProcessModule.forRoot(settings)] as const;
};

runProcess('exchange', begin, ExchangeOperations);
