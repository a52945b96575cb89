export interface ProgressBar {
  at(done: number): void;
  end(): void;
}

const width = 30;

/** A bar that redraws itself on a terminal, and a line for every tenth where there is none. */
export const progressBar = (title: string, total: number, out: NodeJS.WriteStream = process.stderr): ProgressBar => {
  let lastTenth = -1;
  let drawnAt = 0;
  const draw = (done: number): void => {
    const share = total === 0 ? 1 : Math.min(1, done / total);
    const filled = Math.round(share * width);
    out.write(`\r${title} [${'█'.repeat(filled)}${'░'.repeat(width - filled)}] ${Math.floor(share * 100)}% ${done}/${total}`);
  };
  return {
    at(done) {
      if (out.isTTY) {
        if (Date.now() - drawnAt < 50 && done < total) return;
        drawnAt = Date.now();
        return draw(done);
      }
      const tenth = total === 0 ? 10 : Math.floor((done / total) * 10);
      if (tenth > lastTenth) out.write(`${title} ${tenth * 10}% (${done}/${total})\n`);
      lastTenth = Math.max(lastTenth, tenth);
    },
    end() {
      if (out.isTTY) out.write('\n');
    },
  };
};
