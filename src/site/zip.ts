import { constants, crc32, deflateRawSync } from 'node:zlib';

/** A file of an archive; each piece is looked at before the next one is asked for. */
export interface ZipMember {
  readonly name: string;
  readonly pieces: Iterable<Uint8Array>;
}

interface Packed {
  readonly name: Buffer;
  /** Where it starts in the archive, in bytes. */
  readonly start: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
}

/** Beyond it the archive gets hardly smaller, and takes far longer. */
const level = 4;
const version = 20;
/** Says that checksum and sizes follow the data, for they are not known before. */
const sizesFollow = 8;
const deflated = 8;
/** 1 January 1980, the first date that the format knows. */
const date = (1 << 5) | 1;
const endOfStream = deflateRawSync(new Uint8Array(0));

/**
 * Yields a zip archive piece by piece. The same members give the same bytes: all have one date. Sizes beyond 4 GB, which
 * the format has no place for without its extension, make it throw.
 */
export function* zipChunks(members: Iterable<ZipMember>): Generator<Uint8Array> {
  const all: Packed[] = [];
  let offset = 0;
  for (const { name, pieces } of members) {
    const bytes = Buffer.from(name);
    const head = Buffer.concat([localHeader(bytes), bytes]);
    yield head;
    let [crc, packedSize, size] = [0, 0, 0];
    for (const piece of pieces) {
      crc = crc32(piece, crc);
      size += piece.length;
      // It ends on a whole byte, so that the pieces join to one stream.
      const chunk = deflateRawSync(piece, { level, finishFlush: constants.Z_SYNC_FLUSH });
      packedSize += chunk.length;
      yield chunk;
    }
    packedSize += endOfStream.length;
    yield endOfStream;
    const packed = { name: bytes, start: offset, crc, packedSize, size };
    const sizes = pack([4, 0x08074b50], ...sizesOf(packed));
    yield sizes;
    offset += head.length + packedSize + sizes.length;
    all.push(packed);
  }
  const directory = Buffer.concat(all.flatMap((packed) => [centralHeader(packed), packed.name]));
  yield directory;
  yield endOfDirectory(all.length, directory.length, offset);
}

type Field = readonly [size: 2 | 4, value: number];

function localHeader(name: Uint8Array): Buffer {
  return pack([4, 0x04034b50], ...traits, [4, 0], [4, 0], [4, 0], [2, name.length], [2, 0]);
}

function centralHeader(packed: Packed): Buffer {
  return pack(
    [4, 0x02014b50],
    [2, version],
    ...traits,
    ...sizesOf(packed),
    [2, packed.name.length],
    // No extra field, no comment, on the first disk, no attributes.
    ...([2, 2, 2, 2, 4] as const).map((size): Field => [size, 0]),
    [4, packed.start],
  );
}

function endOfDirectory(count: number, size: number, start: number): Buffer {
  return pack([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, size], [4, start], [2, 0]);
}

const traits: readonly Field[] = [
  [2, version],
  [2, sizesFollow],
  [2, deflated],
  [2, 0],
  [2, date],
];

function sizesOf({ crc, packedSize, size }: Packed): Field[] {
  return [
    [4, crc],
    [4, packedSize],
    [4, size],
  ];
}

// Numbers of the format are written with the lowest byte first.
function pack(...fields: readonly Field[]): Buffer {
  const bytes = Buffer.alloc(fields.reduce((sum, [size]) => sum + size, 0));
  let at = 0;
  for (const [size, value] of fields) at = bytes.writeUIntLE(value, at, size);
  return bytes;
}
