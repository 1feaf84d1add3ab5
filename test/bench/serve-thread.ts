import { preview } from 'astro';
import { parentPort, workerData } from 'node:worker_threads';

// Serves a built site from a heap of its own: that of a program that has made a long chronicle is cleared at length meanwhile.
const server = await preview({
  outDir: workerData as string,
  logLevel: 'error',
  server: { host: '127.0.0.1', port: 0 },
});
parentPort?.postMessage(server.port);
