/**
 * Lines of a page's furniture, known by their words. English, as the marks are; gathered from articles of
 * English-language news sites and blogs. Each is tried on short blocks only.
 */

/** "Related: …", "READ MORE | …": a label with a link behind it. */
export const LABEL =
  /^\W*(?:related|read(?: more| also| next)?|see(?: more| also)?|also(?: read| see| on)?|more|watch|listen|don['’]t miss|next|recommended|must read|up next)\b[^.]{0,40}[:|]/i;

/** A whole block that is furniture: a heading over links, a credit, a button, a label of an advertisement. */
export const FURNITURE = new RegExp(
  `^\\W*(?:${[
    "related(?: \\w+){0,3}|read more|see more|more|more (?:on|from)\\b.*|see also|also read|don['’]t miss",
    'you (?:may|might) (?:also )?(?:like|be interested in)|recommended(?: for you)?|trending(?: now)?',
    'advert(?:isement|ising)?|sponsored(?: content)?',
    'continue reading(?: below)?|(?:story|article) continues below.*|loading.{0,20}|this slideshow requires.*',
    'about the authors?|share this.*|comments?|tell us what you think.*',
    'sign (?:up|in).*|subscribe.*|follow (?:us|me|her|him|them)\\b.*',
    'enlarge image|image \\d+ of.*|caption|close',
    'sources?|source:.*|\\(?(?:photo|image)s?(?: credit)?(?: ?:| by ).*|copyright .*|©.*',
  ].join('|')})\\W*$`,
  'i',
);

/** What a story is followed by: calls on the reader, and who wrote it. */
export const APPEAL = new RegExp(
  [
    '(?:^|[.!?:|] +)(?:please )?(?:subscribe|sign up|click|follow|download (?:the|our)|listen to|join (?:us|our)|get (?:the latest|all (?:the|our)|our))\\b',
    '\\b(?:our|free|daily|weekly) newsletters?\\b|\\byour inbox\\b|\\bclick here\\b|\\b(?:our|full) coverage\\b',
    '\\bhave a (?:news )?tip\\b|\\b(?:can|may) be reached (?:at|by|on)\\b|\\be-?mail (?:him|her|them|the (?:author|reporter))\\b',
    '\\bfollow (?:me|us|him|her|them)\\b|\\breporting by\\b|\\ball rights reserved\\b|\\bcontributed to this (?:report|story|article)\\b',
    "\\bis (?:an?|the|our|\\w+['’]s) (?:\\w+[ -]){0,4}(?:reporter|editor|writer|correspondent|columnist|journalist|producer|curator|contributor|fellow)\\b",
  ].join('|'),
  'i',
);
