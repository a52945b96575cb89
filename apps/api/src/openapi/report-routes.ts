import { Supposition } from '@app/case-handling';
import { type Sentence, say } from '@app/cases';
import type { z } from 'zod';
import {
  DeclareFigureBody,
  FiguresParameters,
  HistoryParameters,
  TableParameters,
  TemplateParameters,
} from '../reports/figures-parameters';
import { ChapterBody } from '../reports/narrative-parameters';
import { CellCasesParameters, ReportParameters } from '../reports/parameters';
import { MomentParameters, ReportChoice, ThenParameters } from '../reports/report-choice';
import { AskBody, ConfirmBody, DisputeBody, PublishBody, SealBody, SigningParameters, VerdictBody } from '../reports/signing.controller';
import { VersionsParameters } from '../reports/versions-parameters';
import { WhatIfParameters } from '../reports/what-if-parameters';
import { type DescribedRoute, staffGet } from './described-route';

const reportPost = (path: string, title: Sentence, body: z.ZodObject, status = 201): DescribedRoute => ({
  method: 'post',
  path: `/reports/{form}/{year}/${path}`,
  tag: 'reports',
  title,
  access: 'staff',
  query: SigningParameters,
  body,
  status,
  answer: 'Object',
  headers: ['Idempotency-Key'],
});

/** Declared figures, forms filled in, and everything on the way to a signed report. */
export const reportRoutes: readonly DescribedRoute[] = [
  {
    method: 'post',
    path: '/declared-figures/{year}',
    tag: 'reports',
    title: say('申报、更正或撤回数据', 'Declare, correct or withdraw a figure that no case can produce'),
    access: 'staff',
    body: DeclareFigureBody,
    status: 201,
    answer: 'FigureResult',
    headers: ['Idempotency-Key'],
  },
  {
    method: 'post',
    path: '/declared-figures/{year}/csv',
    tag: 'reports',
    title: say('以表格申报数据', 'Declare and correct figures by a table, all or nothing'),
    access: 'staff',
    query: TableParameters,
    takes: 'text/csv',
    status: 200,
    answer: 'TableResult',
    headers: ['Idempotency-Key'],
  },
  staffGet(
    '/declared-figures/{year}',
    'reports',
    say('已申报数据', 'What is declared for a year, or what a form asks for'),
    FiguresParameters,
  ),
  {
    ...staffGet('/declared-figures/{year}/template.csv', 'reports', say('申报用表格', 'The table to fill in'), TemplateParameters),
    gives: 'text/csv',
  },
  staffGet(
    '/declared-figures/{year}/{code}/history',
    'reports',
    say('申报经过', 'Every word that was said about a figure'),
    HistoryParameters,
  ),
  staffGet('/reports', 'reports', say('报表种类', 'The forms')),
  staffGet(
    '/reports/{form}/{year}/then-and-now',
    'reports',
    say('当时与现在', 'What was known then beside what is known now'),
    ThenParameters,
  ),
  staffGet('/reports/moments', 'reports', say('时点', 'The position in the log that an instant stands for'), MomentParameters),
  staffGet('/reports/replays/{position}/progress', 'reports', say('计算进度（推送）', 'The same, pushed as server-sent events')),
  staffGet('/reports/replays/{position}', 'reports', say('历史时点的计算进度', 'How far a report of the past has come')),
  staffGet('/reports/{form}/{year}', 'reports', say('报表', 'A form, filled in'), ReportParameters),
  staffGet('/reports/{form}/{year}/checks', 'reports', say('勾稽检查', 'Its identities, checked'), ReportChoice),
  staffGet('/reports/{form}/{year}/cells/{row}/cases', 'reports', say('数据来源', 'The cases behind a figure'), CellCasesParameters),
  staffGet(
    '/reports/{form}/{year}/cells/{row}/cases/{type}/{id}',
    'reports',
    say('入数依据', 'The events that put a case where it is counted'),
    ReportChoice,
  ),
  staffGet(
    '/reports/{form}/{year}/file',
    'reports',
    say('报表档案', 'Confirmations, verdicts, seals, and what stands against a seal'),
    SigningParameters,
  ),
  staffGet('/reports/{form}/{year}/seals/{number}', 'reports', say('定稿', 'A report as it was sealed')),
  staffGet('/reports/{form}/{year}/restatement', 'reports', say('更正对照表', 'What has changed since it was published')),
  reportPost('checks/{check}/verdict', say('检查结论', 'What is made of a check that did not pass'), VerdictBody),
  reportPost('confirmations', say('请单位确认', 'Ask units to confirm their part'), AskBody),
  reportPost('confirmations/{unit}/confirm', say('单位确认', 'A unit confirms its part'), ConfirmBody, 200),
  reportPost('confirmations/{unit}/dispute', say('单位异议', 'A unit says that its part is wrong'), DisputeBody, 200),
  reportPost('seal', say('定稿', 'Seal a report at a position'), SealBody),
  reportPost('publish', say('公布', 'Say when and where it was published'), PublishBody),
  {
    method: 'post',
    path: '/reports/{form}/{year}/what-if',
    tag: 'reports',
    title: say('假设测算', 'A report under another rule, beside what it is; nothing is recorded'),
    access: 'staff',
    query: WhatIfParameters,
    body: Supposition,
    status: 200,
    answer: 'WhatIfAnswer',
  },
  staffGet(
    '/reports/{form}/{year}/versions',
    'reports',
    say('各版本对照', 'A year under every version of a form, side by side'),
    VersionsParameters,
  ),
  staffGet('/reports/{form}/{year}/narrative', 'reports', say('报告文字', 'The chapters, with the figures in them'), ReportChoice),
  {
    method: 'post',
    path: '/reports/{form}/{year}/narrative/{chapter}',
    tag: 'reports',
    title: say('撰写章节', 'Write a chapter, with fields for its figures'),
    access: 'staff',
    body: ChapterBody,
    status: 200,
    answer: 'NarrativeResult',
    headers: ['Idempotency-Key'],
  },
];
