import { HolidayNotice } from '@app/case-handling';
import { type CaseType, caseTypes, type CommandDefinition, say } from '@app/cases';
import { z } from 'zod';
import { CatchUpBody, DaysParameters } from '../calendar/parameters';
import { JointParameters, QueueParameters } from '../cases/queue-query';
import { SatisfactionParameters, TotalsParameters } from '../reports/parameters';
import { BulletinParameters, StatisticCasesParameters, StatisticParameters } from '../reports/statistic-query';
import { type DescribedRoute, staffGet } from './described-route';
import { reportRoutes } from './report-routes';

const occurredAt = z.iso.datetime({ offset: true }).optional().meta({ description: 'Business time in the past; needs the role backdate.' });

const bodyOf = ({ shape }: CommandDefinition): z.ZodObject => shape.extend({ occurredAt });

const commandRoutes = (caseType: CaseType): DescribedRoute[] =>
  Object.entries<CommandDefinition>(caseType.commands)
    .filter(([, { by }]) => !by.every((role) => role === 'policy'))
    .map(([name, command]): DescribedRoute => {
      const opens = name === caseType.opens;
      return {
        method: 'post',
        path: opens ? `/cases/${caseType.name}` : `/cases/${caseType.name}/{id}/commands/${command.path}`,
        tag: caseType.name,
        title: command.title,
        access: 'staff',
        body: bodyOf(command),
        status: opens ? 201 : 200,
        answer: 'CommandResult',
        headers: opens ? ['Idempotency-Key'] : ['Idempotency-Key', 'If-Match'],
      };
    });

/** Every address of the API. Commands come from the case types; test/journeys checks that nothing is missing. */
export const routes: readonly DescribedRoute[] = [
  {
    method: 'post',
    path: '/intake/events',
    tag: 'intake',
    title: say('上报事件（CloudEvents 1.0）', 'Report events (CloudEvents 1.0: structured, binary, batched)'),
    access: 'intake',
    body: z.looseObject({}),
    status: 202,
    answer: 'IntakeReceipt',
  },
  {
    method: 'get',
    path: '/intake/receipts/{id}',
    tag: 'intake',
    title: say('查询回执', 'What became of an event'),
    access: 'intake',
    status: 200,
    answer: 'Object',
  },
  ...(Object.values(caseTypes) as CaseType[]).flatMap(commandRoutes),
  staffGet('/cases', 'cases', say('待办队列', 'Work queue: overdue first, then what nobody holds'), QueueParameters),
  staffGet('/cases/joint', 'cases', say('协办任务', 'Parts that joint units have still to do, by their last day'), JointParameters),
  staffGet('/cases/{type}/{id}', 'cases', say('办件详情', 'A case: its facts, personal data masked')),
  staffGet('/cases/{type}/{id}/timeline', 'cases', say('办理过程', 'What happened to a case')),
  staffGet('/cases/{type}/{id}/deadlines', 'cases', say('期限说明', 'Its due dates, explained day by day')),
  staffGet('/cases/{type}/{id}/segments', 'cases', say('责任时段', 'Who had a case from when to when, and for how many working days')),
  staffGet('/cases/{type}/{id}/duplicates', 'cases', say('疑似重复件', 'Recent cases that may be about the same thing')),
  staffGet('/cases/{type}/{id}/commands', 'cases', say('可办步骤', 'What may be done now, and why not')),
  staffGet(
    '/cases/{type}/{id}/routing',
    'cases',
    say('派单建议', 'Whom the routing catalogue names for it: complaints, letters, inquiries'),
  ),
  staffGet('/cases/{type}/{id}/personal', 'cases', say('查看个人信息', 'Personal data in clear; every look is written down')),
  {
    method: 'delete',
    path: '/cases/{type}/{id}/personal',
    tag: 'cases',
    title: say('删除个人信息', 'Erase the personal data of a case'),
    access: 'staff',
    status: 200,
    answer: 'Object',
  },
  {
    method: 'post',
    path: '/calendar/notices',
    tag: 'calendar',
    title: say('登记放假通知', 'Record a holiday notice; due dates follow it'),
    access: 'staff',
    body: HolidayNotice,
    status: 201,
    answer: 'Object',
  },
  staffGet('/calendar/notices', 'calendar', say('放假通知', 'The holiday notices that are recorded')),
  staffGet('/calendar/days', 'calendar', say('工作日历', 'Which days are worked, and why'), DaysParameters),
  staffGet('/statistics', 'statistics', say('统计指标', 'The metrics, their variants, and the bulletins')),
  staffGet('/statistics/satisfaction', 'statistics', say('满意率', 'Satisfaction, with its formula'), SatisfactionParameters),
  staffGet('/statistics/totals', 'statistics', say('年度合计', 'Totals of a year'), TotalsParameters),
  staffGet('/statistics/bulletins/{bulletin}', 'statistics', say('通报', 'A bulletin, filled in'), BulletinParameters),
  staffGet('/statistics/{metric}', 'statistics', say('指标', 'A metric, with both sides and its formula'), StatisticParameters),
  staffGet('/statistics/{metric}/cases', 'statistics', say('指标数据来源', 'The cases behind a metric'), StatisticCasesParameters),
  ...reportRoutes,
  staffGet('/rules', 'rules', say('本地规则的版本', 'Editions of the local rules, with the days on which each holds')),
  staffGet('/rules/{edition}', 'rules', say('本地规则', 'An edition of the local rules, whole')),
  staffGet('/parked-events', 'operations', say('等待办理的上报事件', 'Events of intake systems that wait for their case')),
  {
    method: 'get',
    path: '/parked-cases',
    tag: 'operations',
    title: say('搁置的办件', 'Cases whose rows wait'),
    access: 'staff',
    status: 200,
    answer: 'Object',
  },
  {
    method: 'post',
    path: '/parked-cases/{stream}/retry',
    tag: 'operations',
    title: say('重试搁置的办件', 'Try a parked case again'),
    access: 'staff',
    status: 200,
    answer: 'Object',
  },
  {
    method: 'post',
    path: '/clock/catch-up',
    tag: 'operations',
    title: say('补记到期', 'Record now what has fallen due with nothing done'),
    access: 'staff',
    body: CatchUpBody,
    status: 200,
    answer: 'Object',
  },
  ...(['/healthz', '/readyz', '/metrics', '/openapi.json', '/asyncapi.json', '/docs', '/problems/{type}', '/rules/schema'] as const).map(
    (path): DescribedRoute => ({
      method: 'get',
      path,
      tag: 'operations',
      title: say(path, path),
      access: 'public',
      status: 200,
      answer: 'Object',
    }),
  ),
];
