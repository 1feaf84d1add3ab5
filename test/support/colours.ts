import { readFile } from 'node:fs/promises';

/** A colour in red, green and blue, 0 to 255. */
export type Colour = readonly [number, number, number];

const names = [
  'paper',
  'raised',
  'ink',
  'soft',
  'side-a',
  'side-b',
  'third',
  'accent',
  'mark',
  'land',
  'water',
] as const;

/** Reads the colours of one theme from tokens.css. */
export async function readTokens(theme: 'light' | 'dark'): Promise<Record<(typeof names)[number], Colour>> {
  const css = await readFile('src/styles/tokens.css', 'utf8');
  const [light = '', dark = ''] = css.split('@media');
  const part = theme === 'light' ? light : dark;
  return Object.fromEntries(
    names.map((name) => {
      const hex = new RegExp(`--${name}: #([0-9a-f]{6});`).exec(part)?.[1];
      if (!hex) throw new Error(`tokens.css has no --${name} in ${theme}`);
      return [name, [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))];
    }),
  ) as unknown as Record<(typeof names)[number], Colour>;
}

/** Returns the contrast of two colours as WCAG 2 defines it, 1 to 21. */
export function contrast(a: Colour, b: Colour): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((first, second) => second - first);
  return (light + 0.05) / (dark + 0.05);
}

/** Kinds of colour vision, and grey. */
export const visions = ['normal', 'protanopia', 'deuteranopia', 'tritanopia'] as const;

// Machado, Oliveira and Fernandes 2009, severity 1, for linear red, green and blue.
const matrices: Readonly<Record<(typeof visions)[number], readonly (readonly number[])[]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** Returns how far apart two colours are for a kind of vision, as a distance in OKLab; 0.02 is just noticeable. */
export function distanceAsSeen(vision: (typeof visions)[number], a: Colour, b: Colour): number {
  const [first, second] = [a, b].map((colour) =>
    toOklab(matrices[vision].map((row) => dot(row, colour.map(toLinear)))),
  );
  return Math.hypot(...(first ?? []).map((value, index) => value - (second?.[index] ?? 0)));
}

function luminance(colour: Colour): number {
  return dot([0.2126, 0.7152, 0.0722], colour.map(toLinear));
}

function toLinear(value: number): number {
  const part = value / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

// Björn Ottosson's OKLab.
function toOklab(linear: readonly number[]): number[] {
  const cones = [
    [0.4122214708, 0.5363325363, 0.0514459929],
    [0.2119034982, 0.6806995451, 0.1073969566],
    [0.0883024619, 0.2817188376, 0.6299787005],
  ].map((row) => Math.cbrt(dot(row, linear)));
  return [
    [0.2104542553, 0.793617785, -0.0040720468],
    [1.9779984951, -2.428592205, 0.4505937099],
    [0.0259040371, 0.7827717662, -0.808675766],
  ].map((row) => dot(row, cones));
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}
