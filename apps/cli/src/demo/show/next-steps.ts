import { resolve } from 'node:path';

const quoted = (text: string): string => (/^[\w./:@-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`);

const authorized = 'curl -s -H "Authorization: Bearer $TOKEN"';

/** What to try while the server runs. */
export const nextSteps = (url: string, folder: string): string =>
  [
    `服务地址 the server is at ${url}`,
    `接口说明 documentation ${url}/docs`,
    '按 Ctrl+C 停止 Ctrl+C stops it',
    '接下来可以试试 what to try next:',
    `  TOKEN=$(HUIYING_DATA=${quoted(resolve(folder))} npm run --silent cli -- token --as me --unit gov-office --role office --role signer)`,
    `  ${authorized} '${url}/reports/gk-2014/2018/cells/other-responses/cases?limit=3'`,
    `  ${authorized} '${url}/statistics/satisfaction?year=2018&type=complaint&by=unit'`,
    `  ${authorized} '${url}/reports/annual-response/2018?format=html' > 2018.html   # 可打印的网页 a page to print`,
    `  HUIYING_DATA=${quoted(resolve(folder))} npm run cli -- report gk-2014 2018 --out gk-2014-2018.docx`,
    `  ${authorized} '${url}/reports/gk-2014/2018/file'   # 定稿前还有哪些问题 what stands against a seal`,
  ].join('\n');

/** How to come back to a server that was stopped. */
export const howToStart = (folder: string, port: number): string =>
  `再次启动 to start it again: HUIYING_DATA=${quoted(resolve(folder))} HUIYING_PORT=${port} npm start`;
