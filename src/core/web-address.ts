/**
 * Tells whether a text is an address of the web as it should stand in a record: `http` or `https`, without spaces, quotes,
 * backslashes or a user's name, which make an address look like another.
 */
export function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s<>"\\^`{|}]+$/i.test(text) || !URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username === '' && password === '';
}
