// @ts-check

/**
 * What may stand where a pattern of the generated schemas is not followed, in the words of `check`; the YAML server would show the pattern.
 * @type {Readonly<Record<string, string>>}
 */
export const formWords = {
  '^[a-z0-9]+(?:-[a-z0-9]+)*$': 'lower-case letters, digits and single hyphens',
  '^\\d{4}(?:-\\d{2}){0,2}[?~%]?(?:/\\d{4}(?:-\\d{2}){0,2}[?~%]?)?$':
    'an EDTF date such as `2020-10-29`, `2020-10`, `2020`, `2020-10-27/2020-10-28` or `2020-10-29~`',
  '^\\d{4}-\\d{2}-\\d{2}$': 'one day such as `2020-10-29`',
  '^(?:~?\\d+|\\d+\\+|\\d+-\\d+|[<>]\\d+)$': 'a count such as `1119`, `1000+`, `~5000`, `30-40`, `<5000` or `>100`',
  '^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$': 'a language tag such as `en`, `hy`, `az`, `ru` or `az-Cyrl`',
  '^[Hh][Tt][Tt][Pp][Ss]?://[^\\s<>"]+$':
    "an address that starts with `https://` or `http://`, without spaces, quotes, backslashes or a user's name",
  '^\\S(?:.*\\S)?$': 'one line without space at its ends',
};
