import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Fingerprint } from '../core/outputs/data/data-package.ts';

const pieceSize = 1 << 20;

/** Writes a file piece by piece and returns its length and digest. */
export function writeChunks(path: string, chunks: Iterable<string | Uint8Array>): Fingerprint {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'w');
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for (const chunk of chunks) {
      const data = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      hash.update(data);
      bytes += data.length;
      writeSync(file, data);
    }
  } finally {
    closeSync(file);
  }
  return { bytes, hash: hash.digest('hex') };
}

/** Returns the length and digest of a file that is there. */
export function readFingerprint(path: string): Fingerprint {
  const hash = createHash('sha256');
  let bytes = 0;
  for (const piece of readPieces(path)) {
    hash.update(piece);
    bytes += piece.length;
  }
  return { bytes, hash: hash.digest('hex') };
}

/** Yields a file piece by piece; each is read over the one before. */
export function* readPieces(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r');
  const piece = new Uint8Array(pieceSize);
  try {
    for (;;) {
      const length = readSync(file, piece);
      if (length === 0) return;
      yield piece.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}
