/** Tells how far long work is. */
export interface Progress {
  /** Starts a part of the work. */
  phase(name: string): void;
  /** Tells how much of the part is done. */
  count(done: number, total: number): void;
  /** Ends the last part. */
  end(): void;
}

/** Where progress is written: a terminal gets one line that changes, anything else plain lines. */
export interface ProgressStream {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

/** Returns the progress for a stream; each part says its name, its count and the seconds it took. */
export function createProgress(stream: ProgressStream, now: () => number = () => performance.now()): Progress {
  let name = '';
  let counted = '';
  let started = 0;
  const end = () => {
    if (name === '') return;
    const seconds = ((now() - started) / 1000).toFixed(1);
    stream.write(`${stream.isTTY ? '\r\u001B[K' : ''}${name}${counted && `: ${counted}`} (${seconds} s)\n`);
    name = '';
  };
  return {
    phase(next) {
      end();
      name = next;
      counted = '';
      started = now();
      if (stream.isTTY) stream.write(`${name} …`);
    },
    count(done, total) {
      counted = `${done.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')}`;
      if (stream.isTTY) stream.write(`\r\u001B[K${name}: ${counted}`);
    },
    end,
  };
}
