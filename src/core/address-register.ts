import type { VFileMessage } from 'vfile-message';
import { compareText, createMessage } from './messages.ts';
import { type ContentFile, decodeFile } from './text-file.ts';

/** Where the register of all addresses ever published lies in the content folder. */
export const registerPath = 'addresses.txt';

/** One address of the register with its line. */
export interface RegisteredAddress {
  readonly address: string;
  readonly line: number;
}

const sizeLimit = 50_000_000;
const head = `# Every address that was ever published. "npm run addresses" adds new ones; a line is never taken out,
# for an address that leads nowhere any more fails the check.
`;

/** Reads the register: one address a line, from the site's root; lines that start with `#` are remarks. */
export function readRegister(file: ContentFile): {
  addresses: readonly RegisteredAddress[];
  messages: readonly VFileMessage[];
} {
  const { text = '', messages } = decodeFile(file, sizeLimit);
  const addresses = text.split(/\r?\n/).flatMap((row, index) => {
    const address = row.trim();
    return address === '' || address.startsWith('#') ? [] : [{ address, line: index + 1 }];
  });
  const isAddress = ({ address }: RegisteredAddress) => /^\/(?:[a-z0-9-]+\/)*$/.test(address);
  return {
    addresses: addresses.filter(isAddress),
    messages: [
      ...messages,
      ...addresses
        .filter((item) => !isAddress(item))
        .map(({ address, line }) =>
          createMessage(
            file.path,
            'bad-address',
            { line, column: 1 },
            { what: 'line', actual: address, expected: 'an address such as `/2020/10/29/some-words/`' },
          ),
        ),
    ],
  };
}

/** Reports every registered address at which nothing stands any more, and what to write so that it leads somewhere. */
export function checkRegister(
  registered: readonly RegisteredAddress[],
  published: ReadonlySet<string>,
): VFileMessage[] {
  const missing = new Set(registered.map(({ address }) => address).filter((address) => !published.has(address)));
  if (missing.size === 0) return [];
  const known = new Set(registered.map(({ address }) => address));
  const fresh = [...published].filter((address) => !known.has(address) && hasWords(address));
  return registered
    .filter(({ address }) => missing.has(address) && !followsFrom(address, missing))
    .map(({ address, line }) => {
      const isEntry = /^\/(?:id\/)?\d{4}/.test(address) && hasWords(address);
      const otherwise = isEntry
        ? 'bring the file back and set `status: withdrawn` with a `reason`'
        : 'bring back what stood there';
      const parts = {
        what: 'loss of the address',
        actual: address,
        expected: `a page or a redirect there: write \`was: [${address}]\` into the record that it became, or ${otherwise}`,
        // What is new may be what the lost one became.
        candidates: hasWords(address) ? fresh.filter((candidate) => shareFolder(candidate, address)) : [],
      };
      return createMessage(registerPath, 'lost-address', { line, column: 1 }, parts);
    });
}

/** Returns the register's text with more addresses, each once, in order. */
export function formatRegister(addresses: Iterable<string>): string {
  return `${head}${[...new Set(addresses)].sort(compareText).join('\n')}\n`;
}

// Where an entry's dated address is lost, the one by its id is lost with it, and one `was` mends both.
function followsFrom(address: string, missing: ReadonlySet<string>): boolean {
  const [, year = '', rest = ''] = /^\/id\/(\d{4})-(.+)\/$/.exec(address) ?? [];
  const [, date = '', words = ''] = /^((?:\d{2}-){0,2})(.+)$/.exec(rest) ?? [];
  return year !== '' && missing.has(`/${year}/${date.replaceAll('-', '/')}${words}/`);
}

function hasWords(address: string): boolean {
  return /[a-z]/.test(address.split('/').at(-2) ?? '');
}

function shareFolder(a: string, b: string): boolean {
  return a.split('/')[1] === b.split('/')[1];
}
