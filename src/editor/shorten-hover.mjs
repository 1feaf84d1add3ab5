// @ts-check

const longestList = 30;

/**
 * Returns what the YAML server says of a value, without the list of all that may stand there when that is too long to be read: then the
 * value alone is left of it, with its description.
 * @param {string} markdown
 * @param {string} value
 * @returns {string}
 */
export function shortenHover(markdown, value) {
  const lines = markdown.split('\n');
  const isListed = (/** @type {string} */ line) => line.startsWith('* `');
  if (lines.filter(isListed).length <= longestList) return markdown;
  const own = `* \`${value}\``;
  return lines
    .filter((line) => (isListed(line) ? line === own || line.startsWith(`${own}:`) : line !== 'Allowed Values:'))
    .join('\n')
    .trim();
}
