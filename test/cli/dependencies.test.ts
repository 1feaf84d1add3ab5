import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';

interface LockedPackage {
  readonly version?: string;
  /** An SPDX expression; old packages have a list of choices. */
  readonly license?: string | readonly { readonly type: string }[];
  readonly integrity?: string;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
  readonly inBundle?: boolean;
  readonly link?: boolean;
}

const read = async (path: string) => JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
const { packages } = (await read('package-lock.json')) as { packages: Record<string, LockedPackage> };
const locked = Object.entries(packages).filter(([path]) => path !== '');
const nameOf = (path: string) => path.replace(/^.*node_modules\//, '');

/** Licences that let anybody use, change and pass on the site and its tools. */
const permissive = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Python-2.0',
  'Zlib',
]);

/** Licences that ask for changes to be shared, by the tools that have them; none of their code is in the site. */
const sharing: Readonly<Record<string, RegExp>> = {
  // Image conversion that Astro may use; no image is converted here.
  'LGPL-3.0-or-later': /^@img\/sharp-/,
  // Formats references while the site is built; its CPAL is one of two choices.
  'CPAL-1.0': /^citeproc$/,
  // Part of the reader of data packages in tests.
  'LGPL-2.1+': /^jschardet$/,
  // The CSS compiler of the build, and the accessibility tests.
  'MPL-2.0': /^(?:lightningcss(?:-.+)?|axe-core)$/,
};

/** Tells whether one of the choices of an SPDX expression is allowed in all its parts. */
function isAllowed(name: string, license: NonNullable<LockedPackage['license']>): boolean {
  const expression = typeof license === 'string' ? license : license.map(({ type }) => type).join(' OR ');
  return expression
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((choice) =>
      choice.split(' AND ').every((licence) => permissive.has(licence) || (sharing[licence]?.test(name) ?? false)),
    );
}

describe('dependencies', () => {
  test('have licences of the list alone', () => {
    const others = locked.filter(([path, { license = 'none' }]) => !isAllowed(nameOf(path), license));
    expect(others.map(([path, { license }]) => `${nameOf(path)}: ${license}`)).toEqual([]);
  });

  test('have licences that the installed packages confirm', async () => {
    const direct = (await read('package.json')) as { dependencies: object; devDependencies: object };
    for (const name of Object.keys({ ...direct.dependencies, ...direct.devDependencies })) {
      const { license } = await read(`node_modules/${name}/package.json`);
      expect([name, license]).toEqual([name, packages[`node_modules/${name}`]?.license]);
    }
  });

  test('run nothing when they are installed, but esbuild', () => {
    // esbuild's script checks its program and, only where the platform's package is missing, fetches it; all platforms are in the lockfile.
    expect(locked.filter(([, item]) => item.hasInstallScript).map(([path]) => nameOf(path))).toEqual(['esbuild']);
  });

  test('come from the registry, each with its digest, in one version that package.json names', async () => {
    const odd = locked.filter(
      ([, item]) =>
        item.link || item.resolved !== undefined || (!item.inBundle && !/^sha512-/.test(item.integrity ?? '')),
    );
    expect(odd.map(([path]) => path)).toEqual([]);
    const { scripts, ...direct } = (await read('package.json')) as {
      scripts: Record<string, string>;
      dependencies: Record<string, string>;
      devDependencies: Record<string, string>;
    };
    const ranges = Object.entries({ ...direct.dependencies, ...direct.devDependencies });
    expect(ranges.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
    // npm runs scripts of these names by itself.
    expect(
      Object.keys(scripts).filter((name) => /^(?:pre|post)|^(?:install|prepare|dependencies)$/.test(name)),
    ).toEqual([]);
  });
});
