import { editHref, issueHref } from '../forge.ts';
import type { LinkView, ViewContext } from './context.ts';

/** Two links at the end of every page. */
export interface PageHelpView {
  readonly suggest: LinkView;
  readonly report: LinkView;
}

/** What is known of the page. */
interface HelpedPage {
  readonly path: string;
  readonly title: string;
  readonly record?: string | undefined;
}

/**
 * Returns where a page is changed and where its errors are reported: at the forge that `chronicle.yml` names, with the page's file
 * and address filled in; without one, where it is said what to do instead.
 */
export function pageHelp(context: ViewContext, page: HelpedPage): PageHelpView {
  const { chronicle, urls } = context;
  const { repository } = chronicle.config;
  const instead = `${urls.newRecord}#by-hand`;
  const file = findFile(context, page.record);
  const suggestHref =
    file === undefined ? urls.newRecord : repository === undefined ? instead : editHref(repository, `content/${file}`);
  const reportHref =
    repository === undefined
      ? instead
      : issueHref(
          repository,
          `Error: ${page.title}`,
          `Page: ${urls.absolute(page.path)}\n\nWhat is wrong:\n\nWhere the right statement can be read:\n`,
        );
  return {
    suggest: { href: suggestHref, text: file === undefined ? 'Add something' : 'Suggest a change' },
    report: { href: reportHref, text: 'Report an error' },
  };
}

// A record's name is its kind and id: `entry:2020-10-29-fifth-week`.
function findFile({ chronicle }: ViewContext, record: string | undefined): string | undefined {
  const [kind = '', id = ''] = record?.split(':') ?? [];
  const records = {
    entry: chronicle.entries,
    actor: chronicle.actors,
    place: chronicle.places,
    source: chronicle.sources,
    page: chronicle.pages,
  } as const;
  if (!Object.hasOwn(records, kind)) return undefined;
  const found =
    records[kind as keyof typeof records].get(id) ?? (kind === 'entry' ? chronicle.withdrawn.get(id) : undefined);
  return found?.path;
}
