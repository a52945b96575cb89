import { Controller, Get, Header, Headers, NotFoundException, Param } from '@nestjs/common';
import { languageOf, type ProblemType, problems } from '../http/problems';
import { Public } from '../identity/actor';
import { asyncApiDocument } from '../asyncapi/document';
import { Topics } from '../asyncapi/topics';
import { openApiDocument } from './document';

/** The API, described to machines and people. The reading page at /docs is set up in server.ts. */
@Controller()
@Public()
export class DocsController {
  private readonly document = openApiDocument();
  private readonly exchanged: ReturnType<typeof asyncApiDocument>;

  constructor({ prefix }: Topics) {
    this.exchanged = asyncApiDocument(prefix);
  }

  @Get('openapi.json')
  openApi() {
    return this.document;
  }

  /** The topics, for those who publish and consume. */
  @Get('asyncapi.json')
  asyncApi() {
    return this.exchanged;
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
