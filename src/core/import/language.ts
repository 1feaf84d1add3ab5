const scripts: readonly [RegExp, string][] = [
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/[əƏ]/g, 'az'],
];
const englishWords = /\b(?:the|and|of|in|to|said|was|were|has|have)\b/gi;
const enough = 0.08;

/** Returns the language of a text: as its page states it, else by its letters and commonest words, with a doubt. */
export function findLanguage(stated: string | undefined, text: string): { tag: string; doubt?: string } {
  const tag = /^[a-z]{2,3}/i.exec(stated ?? '')?.[0].toLowerCase();
  if (tag !== undefined) return { tag };
  const words = text.split(/\s+/).length;
  if ((text.match(englishWords)?.length ?? 0) / words >= enough) return { tag: 'en' };
  const letters = text.match(/\p{L}/gu)?.length ?? 1;
  const script = scripts.find(([pattern]) => (text.match(pattern)?.length ?? 0) / letters > 0.03);
  return script
    ? { tag: script[1], doubt: `The language \`${script[1]}\` was guessed from the letters.` }
    : { tag: 'en', doubt: 'The language was not recognised; `en` stands for want of a better guess.' };
}
