import { Controller, Get, Header, Headers, NotFoundException, Param } from '@nestjs/common';
import { languageOf, type ProblemType, problems } from '../http/problems';
import { Public } from '../identity/actor';
import { openApiDocument } from './document';

/** The API, described to machines and people. The reading page at /docs is set up in server.ts. */
@Controller()
@Public()
export class DocsController {
  private readonly document = openApiDocument();

  @Get('openapi.json')
  openApi() {
    return this.document;
  }

  /** What a problem's `type` leads to. */
  @Get('problems/:type')
  @Header('cache-control', 'max-age=3600')
  problem(@Param('type') type: string, @Headers('accept-language') language: string | undefined) {
    if (!Object.hasOwn(problems, type)) throw new NotFoundException();
    const { status, title } = problems[type as ProblemType];
    return { type: `/problems/${type}`, status, title: title[languageOf(language)] };
  }
}
