import { type CaseType, caseTypes, type CommandDefinition } from '@app/cases';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { type RunningServer, serversForSpecs } from '../support/running-server';

const { start } = serversForSpecs();

let server: RunningServer;
let document: any;

beforeAll(async () => {
  server = await start();
  document = (await server.ask('/openapi.json')).body;
});

const operations = (): { method: string; path: string; operation: any }[] =>
  Object.entries<any>(document.paths).flatMap(([path, methods]) =>
    Object.entries<any>(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );

/** Every route that Nest has, as `GET /cases/:type/:id`. */
const nestRoutes = (): string[] => {
  const controllers = [...server.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  return controllers.flatMap(({ metatype }) => {
    const prototype = metatype?.prototype as Record<string, object>;
    const base = String(Reflect.getMetadata(PATH_METADATA, metatype as object));
    return Object.getOwnPropertyNames(prototype)
      .map((name) => prototype[name] as object)
      .filter((handler) => Reflect.hasMetadata(METHOD_METADATA, handler))
      .map((handler) => {
        const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number];
        const path = `/${base}/${String(Reflect.getMetadata(PATH_METADATA, handler))}`.replaceAll(/\/+/g, '/');
        return `${method} ${path.length > 1 ? path.replace(/\/$/, '') : path}`;
      });
  });
};

/** Whether a documented path is one that a route of Nest answers. */
const answers = (route: string, method: string, path: string): boolean =>
  new RegExp(`^${route.replaceAll(/:\w+/g, '[^/]+')}$`).test(`${method} ${path}`);

const collect = (value: unknown, key: string): unknown[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => [...(name === key ? [member] : []), ...collect(member, key)]);
};

describe('the document of the API', () => {
  it('has every route there is', () => {
    expect(nestRoutes().length).toBeGreaterThan(20);
    for (const route of nestRoutes())
      expect([route, operations().some(({ method, path }) => answers(route, method, path))]).toEqual([route, true]);
  });

  it('has no route that is not there', async () => {
    const routes = nestRoutes();
    for (const { method, path } of operations())
      expect([`${method} ${path}`, path === '/docs' || routes.some((route) => answers(route, method, path))]).toEqual([
        `${method} ${path}`,
        true,
      ]);
    expect((await server.ask('/docs')).status).toBe(200);
  });

  it('has every command that people give, with the shape that checks it', () => {
    for (const type of Object.values(caseTypes) as CaseType[])
      for (const [name, command] of Object.entries(type.commands) as [string, CommandDefinition][]) {
        const path = name === type.opens ? `/cases/${type.name}` : `/cases/${type.name}/{id}/commands/${command.path}`;
        const operation = document.paths[path]?.post;
        if (command.by.every((role) => role === 'policy')) {
          expect([path, operation]).toEqual([path, undefined]);
          continue;
        }
        const { schema } = operation.requestBody.content['application/json'];
        expect(Object.keys(schema.properties).toSorted()).toEqual([...Object.keys(command.shape.shape), 'occurredAt'].toSorted());
        expect(schema.additionalProperties).toBe(false);
      }
  });

  it('is OpenAPI 3.1: it says what it is, and every operation has answers', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/);
    expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
    for (const { method, path, operation } of operations()) {
      expect(path).toMatch(/^\/[^?#]*$/);
      expect(['GET', 'POST', 'DELETE']).toContain(method);
      const statuses = Object.keys(operation.responses);
      expect(statuses.some((status) => /^[1-5]\d\d$/.test(status))).toBe(true);
      for (const response of Object.values<any>(operation.responses)) expect(response.description).toEqual(expect.any(String));
      if (method === 'GET') expect(operation.requestBody).toBeUndefined();
    }
  });

  it('declares every parameter of every path, once, as required', () => {
    for (const { path, operation } of operations()) {
      const names = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => String(name));
      const declared = operation.parameters.filter((parameter: any) => parameter.in === 'path');
      expect([path, declared.map(({ name }: any) => name).toSorted()]).toEqual([path, names.toSorted()]);
      for (const parameter of operation.parameters) {
        expect(['path', 'query', 'header']).toContain(parameter.in);
        expect(parameter.schema).toEqual(expect.any(Object));
        if (parameter.in === 'path') expect(parameter.required).toBe(true);
      }
      const keys = operation.parameters.map((parameter: any) => `${parameter.in} ${parameter.name}`);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('refers to nothing that is not in it', () => {
    const references = collect(document, '$ref') as string[];
    expect(references.length).toBeGreaterThan(0);
    for (const reference of references) {
      expect(reference).toMatch(/^#\//);
      const target = reference
        .slice(2)
        .split('/')
        .reduce<any>((at, part) => at?.[part.replaceAll('~1', '/').replaceAll('~0', '~')], document);
      expect([reference, typeof target]).toEqual([reference, 'object']);
    }
    const schemes = Object.keys(document.components.securitySchemes);
    for (const { operation } of operations())
      for (const need of operation.security) for (const scheme of Object.keys(need)) expect(schemes).toContain(scheme);
  });

  it('says who may use each route, and the door agrees', async () => {
    for (const { method, path, operation } of operations()) {
      const address = path.replaceAll(/\{\w+\}/g, 'x');
      const { status } = await server.ask(address, { method });
      expect([method, path, status === 401]).toEqual([method, path, operation.security.length > 0]);
    }
  });

  it('has a page for every kind of problem it names', async () => {
    const types = [...document.info.description.matchAll(/`(\/problems\/[\w-]+)` \((\d+)\)/g)];
    expect(types.length).toBeGreaterThan(10);
    for (const [, address, status] of types)
      expect((await server.ask(address)).body).toMatchObject({ type: address, status: Number(status) });
  });
});
