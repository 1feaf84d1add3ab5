/** Whether a problem stops the build. */
export type Severity = 'error' | 'warning';

/** One kind of problem: its severity, and one sentence for contributors on what it means. */
export interface Rule {
  readonly severity: Severity;
  readonly explanation: string;
}

function error(explanation: string): Rule {
  return { severity: 'error', explanation };
}

function warning(explanation: string): Rule {
  return { severity: 'warning', explanation };
}

/** All rules by their permanent id. */
export const rules = {
  'not-utf8': error('Content is UTF-8 text.'),
  'empty-file': error('A file without text says nothing; delete it or write it.'),
  'file-too-large': error('A record is at most 200 kB.'),
  'control-character': error('Characters that nobody sees hide what a text says.'),
  'bidi-override': error('Characters that turn the direction of text make it read otherwise than it is.'),
  'mixed-script': error('A word of letters from several scripts looks like another word.'),
  'missing-frontmatter': error('A record starts with its data between two lines `---`.'),
  'unclosed-frontmatter': error('The data ends with a line `---`.'),
  'non-yaml-frontmatter': error('Frontmatter is YAML and is never executed.'),
  'invalid-yaml': error('The YAML parser could not read it.'),
  'duplicate-key': error('A key stands once; the second would hide the first.'),
  'yaml-alias': error('Anchors and aliases make a record hard to read and easy to abuse.'),
  'too-deep': error('Nesting so deep is a slip or an attack; it can stop the reader of the text.'),
  'unplain-number': error('Numbers are plain digits, so that what is read is what was written.'),
  'unknown-key': error('An ignored key would be a lost fact.'),
  'missing-field': error('A field that every record of its kind has.'),
  'missing-reason': error('What is missing carries its reason.'),
  'missing-english-name': error('Pages show the first English name.'),
  'wrong-type': error('The value is of another type.'),
  'wrong-value': error('The value is none of those that may stand there.'),
  'too-short': error('The list or text has too little in it.'),
  'too-long': error('The text is longer than its place on the page.'),
  'untidy-text': error('A line has no space at its ends and no break within.'),
  'bad-id': error('Ids are part of permanent addresses.'),
  'reserved-id': error('The address that follows from the id is that of another page of the site.'),
  'bad-date': error('Dates are EDTF, level 1.'),
  'bad-count': error('Numbers are written as they were stated, in the count notation.'),
  'bad-language': error('Languages are BCP 47 tags.'),
  'bad-url': error('Addresses of the web start with https:// or http://.'),
  'bad-address': error('Addresses of this site start and end with a slash.'),
  'date-not-in-path': error('The file name and folder of an entry start with its date.'),
  'unexpected-file': error('A file outside the known folders would be lost.'),
  'missing-config': error('The content folder has a chronicle.yml.'),
  'duplicate-id': error('An id names one thing.'),
  'duplicate-address': error('An address leads to one page.'),
  'unknown-actor': error('An actor has a record in actors/.'),
  'unknown-place': error('A place has a record in places/.'),
  'unknown-source': error('A source has a record in sources/.'),
  'unknown-entry': error('An entry has a file in entries/.'),
  'unknown-claim': error('A claim is named by its id, in another entry by entry-id#claim-id.'),
  'unknown-side': error('Sides are those of chronicle.yml.'),
  'foreign-retraction': error('Only who made a claim can take it back.'),
  'self-reference': error('A record cannot stand in this relation to itself.'),
  'circular-reference': error('Following the references leads back to the start.'),
  'hidden-reference': error('A published record cannot rest on a draft or a withdrawn one.'),
  'dead-link': error('A link between records names a file that exists.'),
  'unsafe-link': error('Links lead to records, to fragments or to the web.'),
  'raw-html': error('Bodies are Markdown; HTML would bypass all checks.'),
  'unexpected-image': error('Images need a licence and a description, which have no place here yet.'),
  'top-level-heading': error('The title is the only heading of the first level.'),
  'malformed-citation': error('A citation is `[@source-id]`, `[@a; @b]` or `[@a, para. 4]`.'),
  'lost-address': error('What was published once stays reachable for good.'),
  'invalid-json': error('The JSON parser could not read it.'),
  'duplicate-word': error('A word is listed once, with one reason.'),
  'unwritten-text': error('A draft marks what is still to be written; a published entry has it written.'),
  'unused-source': warning('A source that nothing rests on.'),
  'untidy-form': warning(
    'Records read alike: keys in one order, no needless quotes, no spaces at the ends of lines. `npm run check -- --fix` does it.',
  ),
  'duplicate-entry': warning(
    'Two entries of one kind for the same day and settlement may tell of one event; join them, or relate one to the other.',
  ),
  'duplicate-url': warning('One page of the web is one source; two records of it would count twice.'),
  'name-collision': warning(
    'Two records of one kind share a name or spelling, so that neither a reader nor the search can tell which is meant.',
  ),
  'uncited-paragraph': warning('Each paragraph of an entry cites where its statements can be read.'),
  'unlinked-denial': warning('A denial is linked to the very claim that it answers, and is then shown beside it.'),
  'early-source': warning(
    'A source cannot tell of what was said after it was published; one of the two dates is wrong.',
  ),
  'outside-area': warning(
    'A place that lies in the area of the chronicle has coordinates in it; latitude and longitude may be exchanged.',
  ),
  'overstated-precision': warning('Coordinates are no finer than what is known of the place.'),
  'mixed-class': warning(
    'A publisher has one class and one party throughout, unless it carries the text of somebody else.',
  ),
  'one-side-source': warning(
    'A source that belongs to one side is good for what that side said, and for nothing else.',
  ),
  'falling-figure': warning(
    'A running total that falls contradicts an earlier one of the same claimant; one of them may be misread, or counts something else.',
  ),
  'loaded-word': warning(
    'A word that judges stands only in a claim or between quotation marks, where it is the point.',
  ),
  'verb-of-fact': warning(
    'Verbs that settle who is right need more than one side; a statement of one side is said, stated or reported.',
  ),
  'unlisted-name': warning('A place is named as its record names it.'),
  'one-side-name': warning(
    'Our own words use the display name; the name that one side uses stands between quotation marks.',
  ),
} as const satisfies Record<string, Rule>;

/** The permanent id of a rule. */
export type RuleId = keyof typeof rules;

/** Returns where a rule is explained, from the root of the site. */
export function ruleAddress(rule: RuleId): string {
  return `/contribute/rules/#${rule}`;
}
