import { type ChildProcess, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';

/** How long nothing new may be said of a text before what was said counts, in milliseconds. */
const quiet = 300;

/** One problem as an editor is told of it: line and column from 1, as `check` counts them, and the text. */
export interface EditorProblem {
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
  readonly message: string;
}

/** What may be put at a place. */
export interface Completion {
  readonly label: string;
  readonly documentation?: unknown;
}

interface Range {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** Starts the language server of records as an editor does, on a content folder, until the test is over. */
export async function openEditor(content: string) {
  const server = spawn(process.execPath, ['src/editor/record-server.mjs'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, CHRONICLE_CONTENT: content },
  });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  onTestFinished(() => {
    connection.dispose();
    return end(server);
  });
  const waiting = new Map<string, (problems: EditorProblem[]) => void>();
  const timers = new Map<string, NodeJS.Timeout>();
  connection.onNotification('textDocument/publishDiagnostics', (told: { uri: string; diagnostics: Diagnostic[] }) => {
    // A text is judged again when schemas arrive: the last word counts.
    clearTimeout(timers.get(told.uri));
    const answer = () => waiting.get(told.uri)?.(told.diagnostics.map(problemOf));
    timers.set(told.uri, setTimeout(answer, quiet));
  });
  connection.listen();
  const initialized = await connection.sendRequest<{ capabilities: Record<string, unknown> }>('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(resolve('.')).href,
    capabilities: {},
  });
  await connection.sendNotification('initialized', {});

  let version = 1;
  const uriOf = (path: string) => pathToFileURL(join(content, path)).href;
  const tell = (path: string, method: string, params: object) => {
    const { promise, resolve: answer } = Promise.withResolvers<EditorProblem[]>();
    waiting.set(uriOf(path), answer);
    return connection.sendNotification(method, params).then(() => promise);
  };
  const at = (path: string, line: number, column: number) => ({
    textDocument: { uri: uriOf(path) },
    position: { line: line - 1, character: column - 1 },
  });
  const open = (path: string, text: string) =>
    tell(path, 'textDocument/didOpen', {
      textDocument: { uri: uriOf(path), languageId: 'markdown', version, text },
    });
  const change = (path: string, text: string) =>
    tell(path, 'textDocument/didChange', {
      textDocument: { uri: uriOf(path), version: ++version },
      contentChanges: [{ text }],
    });
  // Until the schemas have arrived nothing is a fault.
  const faulty = '---\nno-such-key: 1\n---\n';
  for (let problems = await open('pages/probe.md', faulty); problems.length === 0;)
    problems = await change('pages/probe.md', faulty);
  return {
    capabilities: initialized.capabilities,
    /** Opens a file and returns its problems. */
    open,
    /** Replaces a file's text and returns its problems. */
    change,
    /** Returns what may be put at a line and a column, both from 1. */
    complete: async (path: string, line: number, column: number) => {
      const answer = await connection.sendRequest<{ items: Completion[] } | null>(
        'textDocument/completion',
        at(path, line, column),
      );
      return answer?.items ?? [];
    },
    /** Returns what is said of what stands at a line and a column, both from 1. */
    hover: async (path: string, line: number, column: number) => {
      const answer = await connection.sendRequest<{ contents: { value: string } } | null>(
        'textDocument/hover',
        at(path, line, column),
      );
      return answer?.contents.value;
    },
  };
}

interface Diagnostic {
  readonly range: Range;
  readonly message: string;
}

function problemOf({ range: { start, end }, message }: Diagnostic): EditorProblem {
  return { line: start.line + 1, column: start.character + 1, endColumn: end.character + 1, message };
}

function end(server: ChildProcess): Promise<void> {
  return new Promise((done) => {
    server.once('exit', () => done());
    server.kill();
  });
}
