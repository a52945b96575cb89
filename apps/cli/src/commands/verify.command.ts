import { openLog } from '@app/stores';
import { progressBar, progressCount } from '../progress';
import { type CliCommand, say, UsageError } from './command';

const title = '校验 verify';

/** `cli verify`: recomputes the hash chain of the log, up to the position of a seal where one is stated; may run beside the server. */
export const verify: CliCommand = {
  usage: '[--at <position>]',
  purpose: 'recompute the hash chain of the log and name the first event that has been altered',
  options: { at: { type: 'string' } },
  async run({ at }, _, settings) {
    if (at !== undefined && !/^[1-9]\d{0,14}$/.test(String(at))) throw new UsageError('--at is a position in the log');
    const store = await openLog(settings);
    try {
      const head = await store.head();
      const upTo = at === undefined ? head : Number(at);
      if (upTo > head) throw new UsageError(`日志只到位置 ${head} (the log ends at position ${head})`);
      // Of a shared log nobody knows how many events there are up to a position before they are counted.
      const bar = store.shared ? progressCount(title) : progressBar(title, upTo);
      const { checked, digest, firstBad } = await store.verify((done) => bar.at(done), upTo);
      bar.end();
      if (firstBad !== undefined) {
        say(
          `日志已被改动：位置 ${firstBad} 的事件与其校验值不符 (the log has been altered: position ${firstBad} does not agree with its hash)`,
        );
        return 1;
      }
      say(`日志完整：${checked} 条事件，校验值 ${digest} (${checked} events agree with the chain)`);
      return 0;
    } finally {
      await store.close();
    }
  },
};
