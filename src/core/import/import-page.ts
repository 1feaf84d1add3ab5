import type { Chronicle } from '../model.ts';
import { type Article, type PageMetadata, type PageText, parseArticle } from './article.ts';
import { type Candidates, findCandidates } from './candidates.ts';
import { type DatedArticle, draftImport, type ImportDraft } from './draft.ts';
import { buildNameIndex } from './name-index.ts';
import { knowPress } from './press-knowledge.ts';

/** What came of a page; without a draft, what has to be stated first. */
export interface ImportResult {
  readonly article: Article;
  readonly candidates: Candidates;
  readonly draft: ImportDraft | undefined;
  /** What the page does not tell and a draft needs. */
  readonly missing: readonly ('title' | 'publisher' | 'date')[];
}

/** Makes a source and a draft entry of a page; what is stated goes before what the page says. */
export function importPage(page: PageText, stated: PageMetadata, chronicle: Chronicle): ImportResult {
  const index = buildNameIndex(chronicle);
  const given = Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined));
  const article = parseArticle({ ...page, metadata: { ...page.metadata, ...given } }, knowPress(chronicle, index));
  const isRead = article.language === 'en';
  const candidates = findCandidates(
    {
      paragraphs: isRead ? article.paragraphs : [],
      issued: article.issued,
      voice: article.agency ?? article.publisher,
    },
    chronicle,
    index,
  );
  const doubts = isRead
    ? article.doubts
    : [
        ...article.doubts,
        `Names, speakers, numbers and dates are read in English alone; this text is in \`${article.language}\`.`,
      ];
  const missing = [
    ...(article.headline === undefined ? (['title'] as const) : []),
    ...(article.publisher === undefined ? (['publisher'] as const) : []),
    ...(article.issued === undefined ? (['date'] as const) : []),
  ];
  const draft = missing.length === 0 ? draftImport(article as DatedArticle, candidates, chronicle) : undefined;
  return { article: { ...article, doubts }, candidates, draft, missing };
}
