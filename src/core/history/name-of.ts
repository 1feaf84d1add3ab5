import type { Chronicle } from '../model.ts';
import type { NameOf } from './model.ts';

/** Returns how records are called today; what is there no more keeps its id. */
export function nameOf(chronicle: Chronicle): NameOf {
  return (folder, id) => {
    if (folder === 'sources') {
      const source = chronicle.sources.get(id);
      return source ? `${source.publisher}, “${source.title}”` : id;
    }
    if (folder === 'entries') return (chronicle.entries.get(id) ?? chronicle.withdrawn.get(id))?.title ?? id;
    return chronicle[folder].get(id)?.name ?? id;
  };
}
