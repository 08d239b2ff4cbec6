/**
 * What an element is for, as far as its tag, its role and the names in its class and id tell that it is
 * something else than story.
 */
import type { PageElement } from './snapshot';

export type Purpose =
  /** What belongs to a picture, a film or a gallery. */
  | 'caption'
  /** Who wrote it, when. */
  | 'byline'
  | 'navigation'
  /** Other stories, and what pops up over a word. */
  | 'related'
  /** What the reader is asked to do: subscribe, sign in, give. */
  | 'appeal'
  /** Sharing, following, comments. */
  | 'social'
  | 'advertisement'
  /** Small print. */
  | 'notice'
  /** For screen readers alone; repeats in words what others see. */
  | 'unseen';

const TAGS: Readonly<Record<string, Purpose>> = {
  FIGCAPTION: 'caption',
  FIGURE: 'caption',
  CAPTION: 'caption',
  TIME: 'byline',
  NAV: 'navigation',
  MENU: 'navigation',
  ASIDE: 'related',
  FORM: 'appeal',
  BUTTON: 'appeal',
  FOOTER: 'notice',
  DIALOG: 'notice',
};

const ROLES = new Map<string, Purpose>(
  Object.entries({
    navigation: 'navigation',
    search: 'navigation',
    complementary: 'related',
    tooltip: 'related',
    contentinfo: 'notice',
    dialog: 'notice',
    alert: 'notice',
  }),
);

/**
 * Names as authors of web pages give them, as words: `isLive` and `is_live` read `is-live` here. Collected
 * from the markup of news sites, content systems and common plug-ins; a name counts only where it was seen
 * on blocks that are not story.
 */
const NAMES: readonly (readonly [Purpose, RegExp])[] = [
  [
    'caption',
    names(
      '(?:fig)?captions?(?:-?text)?',
      '(?:(?:photo|image|picture|media|thumbnail)-?)?credits?',
      'gallery|slide-?show|lightbox|carousel',
      'video-?player|player-?overlay|vjs|jw-?player',
    ),
  ],
  [
    'byline',
    names(
      'by-?lines?|authors?|contributors?|bio(?:graphy)?',
      'date|date-?line|time-?stamp|read(?:ing)?-?time',
      '(?:pub(?:lish(?:ed)?)?|post(?:ed)?|story|article|entry|updated?|create[ds]?)-?(?:date|time|on|info)',
      '(?:post|entry|article|story)-?meta',
    ),
  ],
  [
    'navigation',
    names('nav(?:igation|bar)?|breadcrumbs?|(?:sub-?)?menu(?:-?item)?|pagination|pager|skip-?link|toolbar'),
  ],
  [
    'related',
    names(
      'related\\w*|recirc\\w*|recommend\\w*|outbrain\\w*|taboola\\w*|zergnet\\w*|yarpp\\w*',
      'more-?(?:stories|news|from|on|in|posts|articles|links)|read-?(?:more|next)|also-?(?:read|like|on)|up-?next',
      'trending|(?:most-?)?popular|most-?read|teasers?|promos?|sidebar|rail',
      'tooltip|popover|fly-?out|rollover',
    ),
  ],
  [
    'appeal',
    names(
      'news-?letters?|sign-?(?:up|in)|subscri(?:be|ption)s?|regist(?:er|ration)|log-?in',
      'cta|call-?to-?action|paywall|donat(?:e|ion)s?',
    ),
  ],
  [
    'social',
    names(
      'shar(?:e|ing)|follow(?:-?us)?|comments?|respond|disqus|sharedaddy|addtoany',
      'social-?(?:links?|icons?|share|sharing|bar|tools?|buttons?|wrapper)',
    ),
  ],
  [
    'advertisement',
    names('ad(?:s|vert(?:s|isement|ising)?)?|ad-?(?:container|wrapper|slot|unit|box|label)|sponsor(?:s|ed)?|dfp'),
  ],
  [
    'notice',
    names(
      'footer|(?:article|story|entry)-?(?:topics|footer)|(?:(?:post|article|story|entry)-?)?tags',
      'copyrights?|cookies?|gdpr|consent|noscript|d-none|print-?(?:only|header|footer)',
    ),
  ],
  ['unseen', names('sr-?only|screen-?readers?|visually-?hidden|off-?screen')],
];

function names(...alternatives: string[]): RegExp {
  return new RegExp(`\\b(?:${alternatives.join('|')})\\b`);
}

/** Their names speak of the data in a table, not of its place in the page. */
const TABULAR = new Set(['TABLE', 'TBODY', 'TR', 'TD', 'TH']);

/** The same few names come again and again. */
const known = new Map<string, Purpose | null>();
const MOST_KNOWN = 2000;

/** The purpose that an element's tag, role or names give away, or null. */
export function purposeOf(element: PageElement): Purpose | null {
  const purpose = TAGS[element.name] ?? ROLES.get(element.attribute('role'));
  if (purpose || TABULAR.has(element.name)) return purpose ?? null;
  const names = `${element.attribute('class')} ${element.attribute('id')}`;
  return names === ' ' ? null : purposeOfNames(names);
}

function purposeOfNames(names: string): Purpose | null {
  let purpose = known.get(names);
  if (purpose === undefined) {
    const words = names
      .replace(/([a-z])([A-Z])/g, '$1-$2')
      .replace(/_+/g, '-')
      .toLowerCase();
    purpose = NAMES.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(names, purpose);
  }
  return purpose;
}
