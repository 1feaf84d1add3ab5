import { Worker, type WorkerOptions } from 'node:worker_threads';

/** Runs a module on a thread of its own; returns the message that it sends, `undefined` if it ends without one. */
export function runThread<T>(module: URL, options: WorkerOptions): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(module, options);
    let message: T | undefined;
    worker.once('message', (value: T) => {
      message = value;
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      if (code === 0) resolve(message);
      else reject(new Error(`The thread of ${module.pathname} ended with ${code}`));
    });
  });
}
