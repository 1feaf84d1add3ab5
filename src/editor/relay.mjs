// @ts-check
import { frontmatterAlone } from './frontmatter-alone.mjs';
import { shortenHover } from './shorten-hover.mjs';

/**
 * A message of the Language Server Protocol: a request (`id` and `method`), a notification (`method`) or a response (`id`).
 * @typedef {{ jsonrpc: string, id?: number | string | null, method?: string, params?: any, result?: any, error?: any }} Message
 *
 * A schema and the files that it is for, as the YAML server takes them.
 * @typedef {{ uri: string, fileMatch: readonly string[], schema: unknown }} Association
 *
 * @typedef {object} World
 * @property {(message: Message) => void} toEditor
 * @property {(message: Message) => void} toServer
 * @property {(uri: string) => boolean} isRecord Tells whether a document is a record of the chronicle; all others are left alone.
 * @property {() => readonly Association[] | undefined} changedSchemas Returns the schemas if they changed since they were last asked for.
 */

const yamlSettings = {
  validate: true,
  hover: true,
  completion: true,
  yamlVersion: '1.2',
  customTags: [],
  hoverSchemaSource: false,
  format: { enable: false },
  // Nothing is fetched.
  schemaStore: { enable: false },
  kubernetesCRDStore: { enable: false },
};

/** What the editor is offered of all that the YAML server can do: a record is Markdown, which others format, fold and outline. */
const capabilities = {
  textDocumentSync: { openClose: true, change: 1, save: true },
  completionProvider: { triggerCharacters: [' '], resolveProvider: false },
  hoverProvider: true,
};

/**
 * Returns what stands between an editor and the YAML server: it shows the server the frontmatter of records alone, with the schemas as
 * they are at that moment.
 * @param {World} world
 * @returns {{ fromEditor: (message: Message) => void, fromServer: (message: Message) => void }}
 */
export function createRelay({ toEditor, toServer, isRecord, changedSchemas }) {
  /** @type {Map<string, { text: string, end: number }>} */
  const documents = new Map();
  /** @type {Map<Message['id'], Message>} */
  const waiting = new Map();

  const show = (/** @type {string} */ uri, /** @type {string} */ text) => {
    const alone = frontmatterAlone(text);
    documents.set(uri, alone);
    return alone.text;
  };

  /** @type {Readonly<Record<string, (params: any) => object>>} */
  const documentChanges = {
    'textDocument/didOpen': ({ textDocument }) => ({
      textDocument: { ...textDocument, languageId: 'yaml', text: show(textDocument.uri, textDocument.text) },
    }),
    'textDocument/didChange': ({ textDocument, contentChanges }) => ({
      textDocument,
      contentChanges: [{ text: show(textDocument.uri, contentChanges.at(-1).text) }],
    }),
    'textDocument/didSave': (params) => params,
    'textDocument/didClose': (params) => {
      documents.delete(params.textDocument.uri);
      return params;
    },
  };

  const sendSchemas = () => {
    const schemas = changedSchemas();
    if (schemas) toServer({ jsonrpc: '2.0', method: 'json/schemaAssociations', params: [schemas] });
  };

  const ask = (/** @type {Message} */ message) => {
    waiting.set(message.id, message);
    toServer(message);
  };

  const answer = (/** @type {Message} */ { method, params }, /** @type {any} */ result) => {
    if (method === 'initialize') return { ...result, capabilities };
    if (method !== 'textDocument/hover' || !result?.range) return result;
    const { start, end } = result.range;
    const line = documents.get(params.textDocument.uri)?.text.split('\n')[start.line] ?? '';
    const value = shortenHover(result.contents.value, line.slice(start.character, end.character));
    return { ...result, contents: { ...result.contents, value } };
  };

  return {
    fromEditor(message) {
      const { method, params, id } = message;
      const change = documentChanges[method ?? ''];
      if (method === 'initialize') {
        const workspace = { ...params.capabilities.workspace, configuration: true };
        const able = { ...params.capabilities, workspace };
        ask({ ...message, params: { ...params, processId: process.pid, locale: 'en', capabilities: able } });
      } else if (change) {
        if (!isRecord(params.textDocument.uri)) return;
        sendSchemas();
        toServer({ ...message, params: change(params) });
      } else if (method?.startsWith('textDocument/') && id !== undefined) {
        const { line } = params.position;
        if (line > 0 && line < (documents.get(params.textDocument.uri)?.end ?? 0)) ask(message);
        else toEditor({ jsonrpc: '2.0', id, result: null });
      } else if (method !== 'workspace/didChangeConfiguration') {
        toServer(message);
      }
    },

    fromServer(message) {
      const { id, method, params } = message;
      const asked = method === undefined ? waiting.get(id) : undefined;
      if (asked) {
        waiting.delete(id);
        toEditor('result' in message ? { ...message, result: answer(asked, message.result) } : message);
      } else if (method === 'workspace/configuration') {
        const result = params.items.map((/** @type {{ section?: string }} */ { section }) =>
          section === 'yaml' ? yamlSettings : null,
        );
        toServer({ jsonrpc: '2.0', id: id ?? null, result });
      } else if (method === 'client/registerCapability') {
        toServer({ jsonrpc: '2.0', id: id ?? null, result: null });
      } else if (method === 'textDocument/publishDiagnostics') {
        // Each problem carries all values that may stand there, and the server's own numbers.
        const lighten = (/** @type {object} */ problem) => ({
          ...problem,
          code: undefined,
          data: undefined,
          source: 'chronicle',
        });
        toEditor({ ...message, params: { ...params, diagnostics: params.diagnostics.map(lighten) } });
      } else {
        toEditor(message);
      }
    },
  };
}
