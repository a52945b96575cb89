import { z } from 'zod';
import { type ProblemKind, problems } from '../http/problems';
import type { DescribedRoute } from './described-route';
import { routes } from './routes';
import { responses } from './responses';

const schemaOf = (shape: z.ZodType) => {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io: 'input', target: 'draft-2020-12' });
  return schema;
};

const pathParameters = (path: string) =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));

const queryParameters = (query: z.ZodObject | undefined) => {
  if (!query) return [];
  const { properties = {}, required = [] } = schemaOf(query);
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema }));
};

const headerParameters = ({ headers = [] }: DescribedRoute) =>
  headers.map((name) => ({ name, in: 'header', required: false, schema: { type: 'string' } }));

const security = { public: [], intake: [{ apiKey: [] }], staff: [{ bearer: [] }] } as const;

const operationOf = (route: DescribedRoute) => ({
  tags: [route.tag],
  summary: `${route.title.zh} · ${route.title.en}`,
  security: security[route.access],
  parameters: [...pathParameters(route.path), ...queryParameters(route.query), ...headerParameters(route)],
  ...(route.body && { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(route.body) } } } }),
  ...(route.takes && { requestBody: { required: true, content: { [route.takes]: { schema: { type: 'string' } } } } }),
  responses: {
    [route.status]: {
      description: route.title.en,
      content: route.gives
        ? { [route.gives]: { schema: { type: 'string' } } }
        : { 'application/json': { schema: { $ref: `#/components/schemas/${route.answer}` } } },
    },
    default: {
      description: 'A problem (RFC 9457)',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  },
});

const problemList = Object.entries(problems as Record<string, ProblemKind>)
  .map(([type, { status, title }]) => `- \`/problems/${type}\` (${status}): ${title.zh} · ${title.en}`)
  .join('\n');

/** The OpenAPI 3.1 document, from the shapes that check every request. */
export const openApiDocument = () => {
  const paths: Record<string, Record<string, ReturnType<typeof operationOf>>> = {};
  for (const route of routes) paths[route.path] = { ...paths[route.path], [route.method]: operationOf(route) };
  return {
    openapi: '3.1.0',
    info: {
      title: '回应 huiying',
      version: '1',
      description: `Case handling for local governments.\n\nProblems:\n${problemList}`,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(responses).map(([name, shape]) => [name, schemaOf(shape)])),
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        apiKey: { type: 'apiKey', in: 'header', name: 'X-Api-Key' },
      },
    },
  };
};
