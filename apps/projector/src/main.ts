import 'reflect-metadata';
import { readSettings } from '@app/config';
import { runProcess } from '@app/operating';
import { ProjectorOperations } from './projector-operations';
import { ProjectorModule } from './projector.module';

const begin = () => {
  const settings = readSettings();
  return [settings, ProjectorModule.forRoot(settings)] as const;
};

runProcess('projector', begin, ProjectorOperations);
