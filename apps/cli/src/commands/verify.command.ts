import { progressBar } from '../progress';
import { openLog } from '../open-log';
import { type CliCommand, say } from './command';

/** `cli verify`: recomputes the hash chain of the log; may run beside the server. */
export const verify: CliCommand = {
  usage: '',
  purpose: 'recompute the hash chain of the log and name the first event that has been altered',
  options: {},
  async run(_, __, { dataFolder }) {
    const store = openLog(dataFolder);
    try {
      const bar = progressBar('校验 verify', await store.head());
      const { checked, digest, firstBad } = await store.verify((done) => bar.at(done));
      bar.end();
      if (firstBad !== undefined) {
        say(
          `日志已被改动：第 ${firstBad} 条事件与其校验值不符 (the log has been altered: position ${firstBad} does not agree with its hash)`,
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
