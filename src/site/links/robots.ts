import robotsParser from 'robots-parser';

/** What servers ask of programs, each asked once. */
export class Robots {
  readonly #agent: string;
  readonly #timeout: number;
  readonly #files = new Map<string, Promise<ReturnType<typeof robotsParser>>>();

  constructor(agent: string, timeout: number) {
    this.#agent = agent;
    this.#timeout = timeout;
  }

  /** Tells whether a server lets an address be asked for. Where its robots.txt cannot be had, nothing is forbidden. */
  async allows(address: string): Promise<boolean> {
    return (await this.#fileOf(address)).isAllowed(address, this.#agent) ?? true;
  }

  /** Returns how long a server asks to be left alone between two requests, in milliseconds. */
  async delayOf(address: string): Promise<number> {
    return ((await this.#fileOf(address)).getCrawlDelay(this.#agent) ?? 0) * 1000;
  }

  #fileOf(address: string) {
    const { origin } = new URL(address);
    const known = this.#files.get(origin);
    if (known) return known;
    const file = this.#read(`${origin}/robots.txt`);
    this.#files.set(origin, file);
    return file;
  }

  async #read(address: string) {
    try {
      const response = await fetch(address, {
        headers: { 'user-agent': this.#agent },
        signal: AbortSignal.timeout(this.#timeout),
      });
      return robotsParser(address, response.ok ? await response.text() : '');
    } catch {
      // The request for the page itself will tell what is wrong with the server.
      return robotsParser(address, '');
    }
  }
}
