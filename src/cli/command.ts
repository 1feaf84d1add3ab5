/** Where a command writes. */
export interface Output {
  /** Takes what the command was asked for. */
  write(text: string): void;
  /** Takes what it says beside that: progress, hints. */
  note(text: string): void;
}

/** A command: takes arguments, returns the exit code (0 clean, 1 problems, 2 usage). */
export type Command = (args: readonly string[], output: Output) => Promise<number>;

/** A wrong call: what is wrong, and the usage. */
export class CliError extends Error {
  readonly usage: string;

  constructor(message: string, usage: string) {
    super(message);
    this.usage = usage;
  }
}
