import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from '@app/config';
import { parse } from 'yaml';

const root = join(__dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

interface Service {
  readonly image?: string;
  readonly command?: readonly string[];
  readonly entrypoint?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly depends_on?: object;
}

const compose = parse(read('docker-compose.yml'), { merge: true }) as { services: Readonly<Record<string, Service>>; volumes: object };
const services = Object.entries(compose.services);
const ours = services.filter(([, { image }]) => image?.startsWith('huiying'));

/** The program a service of ours starts. */
const programOf = ({ command = [], entrypoint = [] }: Service): string =>
  [...entrypoint, ...command].find((word) => word.startsWith('dist/')) ?? /CMD \["(dist\/[^"]+)"\]\s*$/.exec(read('Dockerfile'))![1]!;

describe('docker-compose.yml', () => {
  it('starts three nodes of the log, and two processes of each kind', () => {
    const count = (prefix: string) => services.filter(([name]) => name.startsWith(prefix)).length;
    expect(Object.fromEntries(['eventstore-', 'api-', 'projector-', 'exchange-'].map((kind) => [kind, count(kind)]))).toEqual({
      'eventstore-': 3,
      'api-': 2,
      'projector-': 2,
      'exchange-': 2,
    });
  });

  it.each(ours)('gives %s settings that the program takes', (_, { environment = {} }) => {
    expect(readSettings({ ...environment }).stores.kind).toBe('shared');
    expect(readSettings({ ...environment }).kafka).toBeDefined();
  });

  it.each(ours)('starts in %s a program that is there', (_, service) => {
    expect(
      existsSync(
        join(
          root,
          programOf(service)
            .replace(/^dist\//, '')
            .replace(/\.js$/, '.ts'),
        ),
      ),
    ).toBe(true);
  });

  it.each(ours)('lets %s write nothing but its secrets, and gives it no rights', (_, { read_only, cap_drop, volumes = [] }) => {
    expect({ read_only, cap_drop, volumes }).toEqual({ read_only: true, cap_drop: ['ALL'], volumes: ['secrets:/data'] });
  });

  it('is seen from this machine alone', () => {
    for (const [, { ports = [] }] of services) for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  it('names every image in a version, and every volume it uses', () => {
    for (const [, { image = '', volumes = [] }] of services) {
      expect(image).toMatch(/:(?!latest$)[\w.-]+$/);
      for (const volume of volumes) {
        const [from = ''] = volume.split(':');
        expect([volume, from.startsWith('./') ? existsSync(join(root, from)) : from in compose.volumes]).toEqual([volume, true]);
      }
    }
  });

  it('waits for services that exist', () => {
    for (const [, { depends_on = {} }] of services)
      for (const name of Array.isArray(depends_on) ? depends_on : Object.keys(depends_on)) expect(compose.services).toHaveProperty(name);
  });
});

describe('the Dockerfile', () => {
  const steps = read('Dockerfile').split('\n');
  const last = steps.slice(steps.findLastIndex((line) => line.startsWith('FROM')));

  it('ends in an image that is nobody in particular', () => {
    expect(last).toContain('USER 65532');
  });

  it('copies only what goes to the builder', () => {
    const sent = read('.dockerignore').split('\n');
    const copied = steps
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from'))
      .flatMap((line) => line.split(' ').slice(1, -1));
    for (const path of copied) expect(sent).toContain(`!${path}`);
  });
});

describe('what watches', () => {
  const scraped = (parse(read('deploy/prometheus/prometheus.yml')) as { scrape_configs: { static_configs: { targets: string[] }[] }[] })
    .scrape_configs;

  it('asks every process of ours', () => {
    const targets = scraped
      .flatMap(({ static_configs }) => static_configs.flatMap((each) => each.targets))
      .map((target) => target.split(':')[0]);
    expect(targets).toEqual(expect.arrayContaining(ours.map(([name]) => name).filter((name) => name !== 'cli')));
    for (const target of targets) expect(compose.services).toHaveProperty([target!]);
  });

  it('speaks of figures that are told', () => {
    const told = readdirSync(join(root, 'libs'), { recursive: true, encoding: 'utf8' })
      .map((path) => join('libs', path))
      .concat(readdirSync(join(root, 'apps'), { recursive: true, encoding: 'utf8' }).map((path) => join('apps', path)))
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'))
      .map(read)
      .join('\n');
    const asked = ['deploy/prometheus/alerts.yml', 'deploy/grafana/dashboards/huiying.json'].flatMap(
      (path) => read(path).match(/huiying_[a-z_]+/g) ?? [],
    );
    expect(asked.length).toBeGreaterThan(10);
    for (const name of new Set(asked)) expect([name, told.includes(name.replace(/_(bucket|count|sum)$/, ''))]).toEqual([name, true]);
  });
});
