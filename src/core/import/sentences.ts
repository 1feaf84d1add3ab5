/** One sentence of an article. */
export interface Sentence {
  /** Its number in the article's text, from 1. */
  readonly number: number;
  readonly paragraph: number;
  readonly text: string;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
// Points after these end no sentence.
const abbreviation =
  /(?:\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Capt|Sgt|Sen|Rep|Gov|St|No|vs|approx)|\b\p{Lu}(?:\.\p{Lu})*)\.\s*$/u;

/** Splits paragraphs into numbered sentences. */
export function splitSentences(paragraphs: readonly string[]): Sentence[] {
  const sentences: Sentence[] = [];
  for (const [paragraph, text] of paragraphs.entries()) {
    let open = '';
    const close = () => {
      if (open.trim() !== '')
        sentences.push({ number: sentences.length + 1, paragraph: paragraph + 1, text: open.trim() });
      open = '';
    };
    for (const { segment } of segmenter.segment(text)) {
      open += segment;
      if (!abbreviation.test(open)) close();
    }
    close();
  }
  return sentences;
}
