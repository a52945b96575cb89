import { BusinessClock, Circumstances } from '@app/case-handling';
import { businessDate, localRulesSchema, rulesOn, validitiesOf } from '@app/cases';
import { Controller, Get, NotFoundException, Param } from '@nestjs/common';
import { Public } from '../identity/actor';

/** What no statute sets and this place has set for itself; every due date names the edition it was reckoned by. */
@Controller('rules')
export class RulesController {
  constructor(
    private readonly circumstances: Circumstances,
    private readonly clock: BusinessClock,
  ) {}

  @Get()
  editions() {
    const { editions } = this.circumstances;
    const inForce = rulesOn(editions, businessDate(this.clock.now().toISOString())).edition;
    return { items: validitiesOf(editions).map((validity) => ({ ...validity, inForce: validity.edition === inForce })) };
  }

  /** Public, so that an editor can check the file while it is written. */
  @Get('schema')
  @Public()
  schema() {
    return localRulesSchema();
  }

  @Get(':edition')
  one(@Param('edition') edition: string) {
    const found = this.circumstances.editions.find((each) => each.edition === edition);
    if (!found) throw new NotFoundException();
    return found;
  }
}
