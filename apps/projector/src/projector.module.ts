import { CaseHandlingModule, installedForms, SystemClock } from '@app/case-handling';
import { defaultEditions, parseLocalRules, unitsOf } from '@app/cases';
import type { Settings } from '@app/config';
import { storeModules } from '@app/stores';
import { type DynamicModule, Module } from '@nestjs/common';
import { ProjectorOperations } from './projector-operations';

/** A process that keeps its share of the rows, and policies and silences while it is the one; it answers nobody but operators. */
@Module({})
export class ProjectorModule {
  static forRoot(settings: Settings): DynamicModule {
    const { units, rules, forms, agency } = settings;
    const editions = rules ? parseLocalRules(rules, unitsOf(units)).editions : defaultEditions;
    return {
      module: ProjectorModule,
      imports: [
        ...storeModules(settings),
        CaseHandlingModule.forRoot({
          units,
          editions,
          forms: installedForms({ forms, units }),
          agency,
          follow: 'segments',
          clock: new SystemClock(),
        }),
      ],
      providers: [ProjectorOperations],
    };
  }
}
