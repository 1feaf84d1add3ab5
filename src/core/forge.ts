/** The longest address that forges and browsers take without trouble. */
export const addressLimit = 7500;

/** Returns the address that opens a new issue with a title and a text. */
export function issueHref(repository: string, title: string, body: string): string {
  return `${trim(repository)}/issues/new?${new URLSearchParams({ title, body })}`;
}

/** Returns the address that opens a file of the repository for a change; the forge copies the repository for who may not write to it. */
export function editHref(repository: string, path: string): string {
  return `${trim(repository)}${isGitlab(repository) ? '/-' : ''}/edit/${branch}/${encodePath(path)}`;
}

/**
 * Returns the address that opens a new file of the repository, with its text unless that would be too long for an address or
 * the forge takes none; the text has to be pasted then.
 */
export function newFileHref(repository: string, path: string, text: string): { href: string; hasText: boolean } {
  const [name = '', ...folders] = path.split('/').reverse();
  const folder = encodePath(folders.reverse().join('/'));
  if (isGitlab(repository))
    return {
      href: `${trim(repository)}/-/new/${branch}/${folder}?${new URLSearchParams({ file_name: name })}`,
      hasText: false,
    };
  const href = (value: Record<string, string>) =>
    `${trim(repository)}/new/${branch}/${folder}?${new URLSearchParams({ filename: name, ...value })}`;
  const full = href({ value: text });
  return full.length <= addressLimit ? { href: full, hasText: true } : { href: href({}), hasText: false };
}

const branch = 'main';

function trim(repository: string): string {
  return repository.replace(/(?:\.git)?\/*$/, '');
}

function isGitlab(repository: string): boolean {
  return new URL(repository).hostname.split('.').includes('gitlab');
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
