import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

const lineFeed = 0x0a;
/** How much is written at once, in bytes. */
const pieceSize = 1 << 20;

/** Returns the lines of a file, none where there is no such file; what follows the last line feed is none. */
export async function readLines(path: string): Promise<Buffer[]> {
  const content = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  });
  const lines: Buffer[] = [];
  for (let start = 0, end = content.indexOf(lineFeed); end >= 0; end = content.indexOf(lineFeed, start)) {
    lines.push(content.subarray(start, end));
    start = end + 1;
  }
  return lines;
}

/** Writes a file line by line in place of an old one; a killed build leaves that, and two at once leave that of one of them. */
export async function replaceLines(path: string, lines: Iterable<string | Uint8Array>): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const partial = `${path}.partial-${process.pid}`;
  try {
    await writeFile(partial, endLines(lines));
    await rename(partial, path);
  } finally {
    await rm(partial, { force: true });
  }
}

function* endLines(lines: Iterable<string | Uint8Array>): Generator<Uint8Array> {
  let piece: Uint8Array[] = [];
  let size = 0;
  for (const line of lines) {
    const bytes = typeof line === 'string' ? Buffer.from(line) : line;
    piece.push(bytes, Buffer.of(lineFeed));
    size += bytes.length + 1;
    if (size < pieceSize) continue;
    yield Buffer.concat(piece);
    piece = [];
    size = 0;
  }
  yield Buffer.concat(piece);
}
