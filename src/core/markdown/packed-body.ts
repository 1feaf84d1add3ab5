import type { Root } from 'mdast';

/**
 * A tree as JSON, without positions, and with the place in the body for each text that stands there as it is: far less
 * memory than the tree itself, and opened in a tenth of the time of parsing.
 */
export type PackedTree = string & { readonly packed: unique symbol };

/** A body as it is kept, for thousands of open ones would fill the memory. */
export interface PackedBody {
  /** Its Markdown without the space around it: a part of the file's own bytes. */
  readonly bytes: Uint8Array;
  readonly tree: PackedTree;
}

/** A node of a packed tree. */
interface PackedNode {
  value?: string | readonly [start: number, length: number];
  readonly children?: readonly PackedNode[];
}

/** A shorter text takes no more room than its place. */
const shortest = 16;
const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** Packs the tree of a body. */
export function packTree(tree: Root, body: string): PackedTree {
  const text = body.trim();
  let from = 0;
  return JSON.stringify(tree, (key, value: unknown) => {
    if (key === 'position') return undefined;
    if (key !== 'value' || typeof value !== 'string' || value.length < shortest) return value;
    const start = text.indexOf(value, from);
    if (start < 0) return value;
    from = start + value.length;
    return [start, value.length];
  }) as PackedTree;
}

/** The body of a file without one. */
export const emptyBody: PackedBody = { bytes: new Uint8Array(0), tree: packTree({ type: 'root', children: [] }, '') };

/** Returns the body of a file, which ends with it, with its packed tree; that of a file without one is empty. */
export function packBody(file: Uint8Array, body: string, tree: PackedTree | undefined): PackedBody {
  const text = body.trim();
  if (text === '' || tree === undefined) return emptyBody;
  const start = file.length - encoder.encode(body.trimStart()).length;
  return { bytes: file.subarray(start, start + encoder.encode(text).length), tree };
}

/** Returns the Markdown of a body. */
export function openText(body: PackedBody): string {
  return decoder.decode(body.bytes);
}

/** Returns the tree of a body, a new one at each call. */
export function openTree(body: PackedBody): Root {
  const root = JSON.parse(body.tree) as PackedNode;
  fillIn(root, openText(body));
  return root as Root;
}

function fillIn(node: PackedNode, text: string): void {
  if (typeof node.value === 'object') node.value = text.slice(node.value[0], node.value[0] + node.value[1]);
  for (const child of node.children ?? []) fillIn(child, text);
}
