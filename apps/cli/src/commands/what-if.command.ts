import { readFileSync } from 'node:fs';
import { Circumstances, installedForms, KnownUnits, Malformed, parseShape, positionAsOf, Supposition, WhatIf } from '@app/case-handling';
import { defaultEditions, parseLocalRules, unitsOf } from '@app/cases';
import type { Settings } from '@app/config';
import type { EventStore } from '@app/event-store';
import { formFor } from '@app/reports';
import { openLog } from '@app/stores';
import { type ProgressBar, progressBar } from '../progress';
import { type CliCommand, say, UsageError } from './command';
import { whatIfText } from './what-if-table';

const textOf = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`${file} 无法读取 (cannot be read): ${error instanceof Error ? error.message : String(error)}`);
  }
};

/** Asks under this installation's units, rules and forms. */
const whatIfOver = (store: EventStore, settings: Settings): WhatIf => {
  const { units, rules } = settings;
  const known = unitsOf(units);
  const circumstances = new Circumstances(known, rules ? parseLocalRules(rules, known).editions : defaultEditions);
  return new WhatIf(store, installedForms(settings), circumstances, new KnownUnits(units));
};

/** What a caller of the API is told, told to whoever calls the program. */
const inPlainWords = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Malformed ? new UsageError(error.message) : error;
  }
};

/** `cli what-if`: a year under another rule, from the log alone; it may run beside the server and records nothing. */
export const whatIf: CliCommand = {
  usage: '<form> <year> FILE.json [--as-of 2019-01-20T00:00:00+08:00] [--all] [--json] [--english]   docs/what-if.md has the file',
  purpose: 'what a report would have been under another rule, beside what it is',
  options: {
    'as-of': { type: 'string' },
    all: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    english: { type: 'boolean', default: false },
  },
  async run({ 'as-of': asOf, all, json, english }, [id = '', year = '', file], settings) {
    const form = formFor(installedForms(settings).book, id, Number(year));
    if (!form || !/^20\d\d$/.test(year)) throw new UsageError('which form, of which year?');
    if (file === undefined) throw new UsageError('which file?');
    const stated = textOf(file);
    const store = await openLog(settings);
    let bar: ProgressBar | undefined;
    try {
      const answer = await inPlainWords(async () => {
        const position = typeof asOf === 'string' ? await positionAsOf(store, asOf, new Date()) : undefined;
        return whatIfOver(store, settings).ask({ form, year: Number(year) }, parseShape(Supposition, stated), {
          position,
          all: all === true,
          hiddenFrom: [],
          progress: (done, of) => (bar ??= progressBar('测算 replay', of, { counted: !store.shared })).at(done),
        });
      });
      bar?.end();
      say(json ? JSON.stringify(answer, undefined, 2) : whatIfText(answer, english ? 'en' : 'zh'));
      return 0;
    } finally {
      await store.close();
    }
  },
};
