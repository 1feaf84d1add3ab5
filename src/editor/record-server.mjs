// @ts-check
// A language server for the frontmatter of records, on standard input and output. It runs on the Node inside of an editor, too, which need
// not know TypeScript.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { knownValuesReader } from './read-known-values.mjs';
import { createRelay } from './relay.mjs';
import { recordSchemas } from './record-schemas.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const content = resolve(process.env['CHRONICLE_CONTENT'] ?? join(root, 'content'));
const program = createRequire(import.meta.url).resolve('yaml-language-server/bin/yaml-language-server');

const server = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
server.on('exit', (code) => process.exit(code ?? 1));
process.stdin.on('end', () => server.kill());

const editorWriter = new StreamMessageWriter(process.stdout);
const serverWriter = new StreamMessageWriter(server.stdin);
const { fromEditor, fromServer } = createRelay({
  toEditor: (message) => void editorWriter.write(message),
  toServer: (message) => void serverWriter.write(message),
  ...recordSchemas(content, join(root, 'content/.schemas'), knownValuesReader(content)),
});
new StreamMessageReader(process.stdin).listen(fromEditor);
new StreamMessageReader(server.stdout).listen(fromServer);
