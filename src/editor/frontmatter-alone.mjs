// @ts-check

/**
 * @typedef {object} FrontmatterAlone
 * @property {string} text The file's text with its fences and body blanked: YAML in which everything stands where it stands in the file.
 * @property {number} end The first line that is not frontmatter any more, counted from 0; the frontmatter starts on line 1.
 */

/**
 * Returns what a Markdown file looks like to a reader of YAML. An open end, as while the file is being written, is the end of the file;
 * a file that does not start with a fence has no frontmatter and is all blank.
 * @param {string} text
 * @returns {FrontmatterAlone}
 */
export function frontmatterAlone(text) {
  const lines = text.split('\n');
  const isOpened = /^---[ \t]*(?:ya?ml)?[ \t]*\r?$/.test(lines[0] ?? '');
  // As in the core, any line that starts so ends the frontmatter.
  const fence = lines.findIndex((line, index) => index > 0 && line.startsWith('---'));
  const end = isOpened ? (fence < 0 ? lines.length : fence) : 0;
  const kept = lines.map((line, index) => {
    if (index > 0 && index < end) return line;
    return line.endsWith('\r') ? '\r' : '';
  });
  return { text: kept.join('\n'), end };
}
