import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { formatRegister, registerPath } from '../core/address-register.ts';
import { listPermanentAddresses } from '../core/permanent-addresses.ts';
import { describeProblems, readChronicle } from '../site/chronicle.ts';
import { displayRoot, readSettings } from '../site/settings.ts';
import { CliError, type Command } from './command.ts';

const usage = `Usage: npm run addresses -- [--check]
Adds every new address of the site to content/addresses.txt, the register of all addresses ever published.
--check writes nothing. Exit code: 0 the register is whole, 1 addresses are missing in it or lost, 2 usage.`;

/** `npm run addresses`: extends the register of all addresses ever published. */
export const addresses: Command = async (args, output) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { check: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    output.write(`${usage}\n`);
    return 0;
  }
  if (positionals.length > 0) throw new CliError(`Unexpected argument \`${positionals[0]}\``, usage);
  const settings = readSettings();
  const context = await readChronicle(settings, false).catch((error: unknown) => describeProblems(error));
  if (typeof context === 'string') {
    output.note(`${context}\n`);
    return 1;
  }
  const { chronicle } = context;
  const known = new Set(chronicle.addresses);
  const fresh = [...listPermanentAddresses(chronicle)].filter((address) => !known.has(address));
  const file = `${displayRoot(settings.content)}${registerPath}`;
  if (values.check) {
    output.write(fresh.map((address) => `${address}\n`).join(''));
    output.note(
      fresh.length === 0
        ? `${file} is whole.\n`
        : `${fresh.length} addresses are not in ${file}: run npm run addresses\n`,
    );
    return fresh.length === 0 ? 0 : 1;
  }
  await writeFile(join(settings.content, registerPath), formatRegister([...known, ...fresh]));
  output.write(`${fresh.length} new addresses, ${known.size + fresh.length} in ${file}\n`);
  return 0;
};
