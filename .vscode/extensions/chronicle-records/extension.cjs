// Shows what src/editor/record-server.mjs says of the record that is being written.
const { existsSync } = require('node:fs');
const { join, resolve } = require('node:path');
const vscode = require('vscode');

let client;

/** Starts the language server, or says what it lacks. */
exports.activate = async ({ extensionPath }) => {
  const root = resolve(extensionPath, '../../..');
  if (!existsSync(join(root, 'node_modules/vscode-languageclient'))) {
    vscode.window.showInformationMessage(
      'The fields of records are completed once the dependencies are there: run `npm run check`, then reload the window.',
    );
    return;
  }
  const { LanguageClient, TransportKind } = require('vscode-languageclient/node');
  const server = {
    module: join(root, 'src/editor/record-server.mjs'),
    transport: TransportKind.stdio,
    // The folder as it was opened, which may be by a link.
    options: { env: { CHRONICLE_CONTENT: process.env.CHRONICLE_CONTENT ?? join(root, 'content') } },
  };
  client = new LanguageClient('chronicle-records', 'Records of the chronicle', server, {
    documentSelector: [{ language: 'markdown', scheme: 'file' }],
  });
  await client.start();
};

/** Stops the language server. */
exports.deactivate = () => client?.stop();
