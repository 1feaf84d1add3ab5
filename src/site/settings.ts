import { relative, resolve, sep } from 'node:path';

/** What the environment sets: folders as absolute paths, addresses as given. */
export interface Settings {
  readonly content: string;
  readonly out: string;
  /** Where a build keeps what the next one may use again. */
  readonly cache: string;
  readonly site: string | undefined;
  /** Starts and ends with a slash. */
  readonly base: string;
  /** Whether the past of the records is read from git. */
  readonly history: boolean;
}

/** Reads `CHRONICLE_CONTENT`, `CHRONICLE_OUT`, `CHRONICLE_CACHE`, `SITE_URL`, `BASE_PATH` and `CHRONICLE_HISTORY`. */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const base = `/${environment['BASE_PATH'] ?? ''}/`.replaceAll(/\/+/g, '/');
  return {
    content: resolve(environment['CHRONICLE_CONTENT'] || 'content'),
    out: resolve(environment['CHRONICLE_OUT'] || 'dist'),
    cache: resolve(environment['CHRONICLE_CACHE'] || 'node_modules/.cache/chronicle'),
    site: environment['SITE_URL'] ? new URL(environment['SITE_URL']).origin : undefined,
    base,
    history: environment['CHRONICLE_HISTORY'] !== 'off',
  };
}

/** Returns how a folder is shown before the paths of its files: `content/`. */
export function displayRoot(folder: string): string {
  const path = relative(process.cwd(), folder).split(sep).join('/');
  return path === '' ? '' : `${path}/`;
}
