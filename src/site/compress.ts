import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** What was made of a site's files; all sizes in bytes. */
export interface CompressSummary {
  readonly files: number;
  readonly plain: number;
  readonly brotli: number;
  readonly gzip: number;
}

/** Files that get much smaller; pictures, fonts, archives and the index are small already. */
const compressible = new Set(
  ['html', 'css', 'js', 'json', 'geojson', 'xml', 'svg', 'txt', 'csv', 'bib', 'ris'].map((name) => `.${name}`),
);
/** Below it the answer fits into a packet in any case. */
const smallest = 1000;
/** The last step, 11, takes three times as long for a fortieth less. */
const brotliQuality = 10;
/** As many as Node's own threads. */
const concurrency = 4;
const unknownSystem = 255;

/**
 * Writes a `.br` and a `.gz` beside each larger text file of a built site, for hosts that send such files as they are. The
 * same files give the same bytes: there is no time in them, and no system.
 */
export async function compressSite(folder: string): Promise<CompressSummary> {
  const items = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = items
    .filter((item) => item.isFile() && compressible.has(extname(item.name)))
    .map((item) => join(item.parentPath, item.name));
  const summary = { files: 0, plain: 0, brotli: 0, gzip: 0 };
  const queue = paths.values();
  const work = async () => {
    for (const path of queue) {
      const content = await readFile(path);
      if (content.length < smallest) continue;
      const [small, old] = await Promise.all([toBrotli(content), toGzip(content)]);
      await Promise.all([writeWhole(`${path}.br`, small), writeWhole(`${path}.gz`, old)]);
      summary.files += 1;
      summary.plain += content.length;
      summary.brotli += small.length;
      summary.gzip += old.length;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return summary;
}

function toBrotli(content: Buffer): Promise<Buffer> {
  return promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } });
}

// The tenth byte names the system that it was made on (RFC 1952).
async function toGzip(content: Buffer): Promise<Buffer> {
  const packed = await promisify<Buffer, { level: number }, Buffer>(gzip)(content, { level: 9 });
  packed[9] = unknownSystem;
  return packed;
}

// The site may be served meanwhile.
async function writeWhole(path: string, content: Buffer): Promise<void> {
  await writeFile(`${path}.partial`, content);
  await rename(`${path}.partial`, path);
}
