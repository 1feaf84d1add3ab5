const furniture = [
  /\b(?:subscri(?:be|ption)|newsletter|notifications?|cookies?|sign up|sign in|log(?:ged)? in|registering|donat(?:e|ion)|paywall)\b/i,
  /\b(?:advertisement|sponsored|read more|more on|related (?:articles|stories|topics)|share this|follow us|click here|comments?$)\b/i,
  /\b(?:all rights reserved|terms of (?:use|service)|privacy policy|your (?:support|browser)|support (?:us|our))\b/i,
  /\bplease (?:refresh|enable|try again)\b/i,
];
const quoted = /[“"«][^”"»]*[”"»]/g;
const appeal = /\b(?:we|our|us|your|you)\b/i;

/** Tells whether a block is a page's furniture: subscriptions, cookies, links to other stories. */
export function isFurniture(block: string): boolean {
  return furniture.some((pattern) => pattern.test(block)) || isAppeal(block);
}

/** Tells whether a block speaks to the reader on the paper's own behalf; news copy says `we` and `you` only in quotes. */
export function isAppeal(block: string): boolean {
  // `US` is a country.
  return appeal.test(block.replaceAll(quoted, '').replaceAll(/\bU\.?S\b\.?/g, ''));
}

/** Tells whether a block names those who wrote the article rather than those whom it is about. */
export function isCredit(block: string): boolean {
  return (
    /\bcontributed (?:to this report|reporting)\b/i.test(block) ||
    /^\(?(?:additional )?(?:reporting|writing|editing|compiled) by\b/i.test(block)
  );
}

/** Tells whether a block is a line drawn by signs: `___`, `* * *`. */
export function isSeparator(block: string): boolean {
  return /^[\s_*=·•~–—-]{3,}$/.test(block);
}
