import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const preload = join(__dirname, 'typescript-in-children.js');

/** A process of its own that runs `code` (JavaScript, which may require `@app/…`), for specs about more than one process. */
export function runInChild(code: string): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, ['--require', preload, '--eval', code], { cwd: __dirname });
  child.stderr.pipe(process.stderr);
  return child;
}

/** The first line that the child prints. */
export async function firstLine(child: ChildProcessWithoutNullStreams): Promise<string> {
  let text = '';
  for await (const chunk of child.stdout) {
    text += String(chunk);
    if (text.includes('\n')) break;
  }
  return text.split('\n')[0]!;
}

/** Kills the child as a power cut would. */
export async function killAtOnce(child: ChildProcessWithoutNullStreams): Promise<void> {
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}
