export interface ProgressBar {
  at(done: number): void;
  end(): void;
}

export interface ProgressOptions {
  readonly out?: NodeJS.WriteStream;
  /** False where the numbers are places in a log and not counts: only the share is told. */
  readonly counted?: boolean;
}

const width = 30;

/** A bar that redraws itself on a terminal, and a line for every tenth where there is none. */
export const progressBar = (title: string, total: number, { out = process.stderr, counted = true }: ProgressOptions = {}): ProgressBar => {
  let lastTenth = -1;
  let drawnAt = 0;
  const draw = (done: number): void => {
    const share = total === 0 ? 1 : Math.min(1, done / total);
    const filled = Math.round(share * width);
    const counts = counted ? ` ${done}/${total}` : '';
    out.write(`\r${title} [${'█'.repeat(filled)}${'░'.repeat(width - filled)}] ${Math.floor(share * 100)}%${counts}`);
  };
  return {
    at(done) {
      if (out.isTTY) {
        if (Date.now() - drawnAt < 50 && done < total) return;
        drawnAt = Date.now();
        return draw(done);
      }
      const tenth = total === 0 ? 10 : Math.floor((done / total) * 10);
      if (tenth > lastTenth) out.write(`${title} ${tenth * 10}%${counted ? ` (${done}/${total})` : ''}\n`);
      lastTenth = Math.max(lastTenth, tenth);
    },
    end() {
      if (out.isTTY) out.write('\n');
    },
  };
};

const countedBetweenLines = 100_000;

/** What is counted while nobody knows how many there are. */
export const progressCount = (title: string, out: NodeJS.WriteStream = process.stderr): ProgressBar => {
  let told = 0;
  let drawnAt = 0;
  return {
    at(done) {
      if (out.isTTY) {
        if (Date.now() - drawnAt < 50) return;
        drawnAt = Date.now();
        out.write(`\r${title} ${done}`);
      } else if (done - told >= countedBetweenLines) {
        told = done;
        out.write(`${title} ${done}\n`);
      }
    },
    end() {
      if (out.isTTY) out.write('\n');
    },
  };
};
