import type { IncomingMessage, ServerResponse } from 'node:http';

/** How long a change waits for answers that take their time, in milliseconds. */
const patience = 10_000;

/**
 * Lets requests and changes of what they are answered from take turns. Vite keeps what a request has loaded of a module,
 * old as it may be, if the module is made invalid at that moment.
 */
export class Turnstile {
  #running = 0;
  #whenIdle: (() => void) | undefined;
  #change: Promise<void> | undefined;

  /** Lets a request pass; one that comes during a change waits for its end. */
  async pass(_request: IncomingMessage, response: ServerResponse, next: () => void): Promise<void> {
    while (this.#change) await this.#change;
    this.#running += 1;
    response.once('close', () => {
      this.#running -= 1;
      if (this.#running === 0) this.#whenIdle?.();
    });
    next();
  }

  /** Makes a change when no request is being answered. One at a time: a second waits for the first. */
  async between(change: () => void): Promise<void> {
    while (this.#change) await this.#change;
    this.#change = this.#untilIdle().then(() => {
      this.#change = undefined;
      change();
    });
    await this.#change;
  }

  async #untilIdle(): Promise<void> {
    if (this.#running === 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, patience);
      this.#whenIdle = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#whenIdle = undefined;
  }
}
