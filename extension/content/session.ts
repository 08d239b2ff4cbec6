/**
 * What is on this page: the article, its marks, which of them are shown. The single owner of that state;
 * everything that draws listens to it.
 */
import type { AnnotatedText, Speaker } from '../shared/document';
import type { MarkedArticle } from '../shared/messages';
import type { Extent, PageState, PageStatus } from '../shared/page-state';
import { DEFAULTS, type Settings, type SettingsStore } from '../shared/settings';
import { Refusal } from '../shared/transport';
import type { Article } from './article/find';
import { type Dismissals, hash } from './dismissed';
import { extentOf, firstPart } from './extent';
import { address } from './frames';
import { markedArticle } from './kept';
import { countsOf, eligible, type Mark, marksOf, summaryOf, switchedOn, voicesOf } from './marks';
import { storyTexts, together } from './stories';
import { TextMap } from './text-map';

/** What a session needs from whoever runs it: the extension, or the playground. */
export interface Environment {
  annotate(text: string): Promise<AnnotatedText>;
  /** Finds the article: the finder for pages of all kinds, or one for a page that knows its own. Shadow roots it saw go to `shadows`. */
  find(page: Document, shadows: ShadowRoot[]): Article | null;
  readonly settings: SettingsStore;
  /** Searches the web in a new tab; absent where that cannot be done. */
  readonly search?: (words: string) => void;
  readonly dismissals: Dismissals;
}

/** An article that was read. */
export interface Reading {
  readonly article: Article;
  readonly map: TextMap;
  readonly extent: Extent;
  readonly english: boolean;
  readonly speakers: readonly Speaker[];
  readonly marks: readonly Mark[];
}

export type Change = 'status' | 'marks' | 'spotlight' | 'active';

export class Session {
  readonly environment: Environment;
  readonly #listeners = new Set<(change: Change) => void>();
  #status: PageStatus = 'reading';
  /** Why there is no reading, if not for want of an article. */
  #hindrance: 'reading' | 'no-wasm' | 'failed' | null = 'reading';
  #reading: Reading | null = null;
  #shadows: ShadowRoot[] = [];
  /** What the core said of each story, by its text. */
  #answers: ReadonlyMap<string, AnnotatedText> = new Map();
  #settings: Settings = DEFAULTS;
  #dismissed: ReadonlySet<string> = new Set();
  /** What was dismissed on this page and could not be kept. */
  readonly #unsaved = new Set<string>();
  #shown: readonly Mark[] = [];
  #active: number | null = null;
  #spotlight: number | null = null;
  #anyway = false;
  #on = true;
  #run = 0;

  constructor(environment: Environment) {
    this.environment = environment;
  }

  get status(): PageStatus {
    return this.#status;
  }
  get reading(): Reading | null {
    return this.#reading;
  }
  /** The open shadow roots of the page, as it was last read. */
  get shadows(): readonly ShadowRoot[] {
    return this.#shadows;
  }
  /** The marks to be drawn, in reading order. */
  get shown(): readonly Mark[] {
    return this.#shown;
  }
  get active(): number | null {
    return this.#active;
  }
  get spotlight(): number | null {
    return this.#spotlight;
  }
  get settings(): Settings {
    return this.#settings;
  }
  get host(): string {
    return address().hostname;
  }

  onChange(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Reads the page, or reads it again; the core is asked only for the stories whose text is another than before. */
  async read(): Promise<void> {
    const run = ++this.#run;
    // First of all, so that the core is at work while storage is looked at.
    const annotated = this.#annotated();
    try {
      const [reading, [settings, dismissed]] = await Promise.all([annotated, this.#stored()]);
      if (run !== this.#run) return;
      this.#settings = settings;
      this.#dismissed = dismissed;
      this.#reading = reading;
      this.#hindrance = null;
    } catch (error) {
      if (run !== this.#run) return;
      this.#reading = null;
      this.#hindrance = error instanceof Refusal && error.failure === 'no-wasm' ? 'no-wasm' : 'failed';
    }
    this.#settle();
  }

  /** Puts other settings in force. */
  use(settings: Settings): void {
    this.#settings = settings;
    this.#settle();
  }

  /** Marks on this page on or off; null for the other way round. */
  power(on: boolean | null): void {
    this.#on = on ?? !this.#on;
    this.#settle();
  }

  /** Marks although the text does not read as English. */
  markAnyway(): void {
    this.#anyway = true;
    this.#settle();
  }

  setActive(id: number | null): void {
    if (id === this.#active) return;
    this.#active = id;
    this.#tell('active');
  }

  setSpotlight(speaker: number | null): void {
    this.#spotlight = speaker;
    this.#tell('spotlight');
  }

  /**
   * Takes a mark off this and later pages with the same words, or with `undo` puts it back. False where that holds on
   * this page only, since storage is full or broken.
   */
  async dismiss(mark: Mark, undo = false): Promise<boolean> {
    const key = hash(mark.text);
    const kept = await this.environment.dismissals.set(mark.text, undo).catch(() => null);
    this.#dismissed = kept ?? new Set([...this.#dismissed].filter((other) => other !== key));
    if (kept || undo) this.#unsaved.delete(key);
    else this.#unsaved.add(key);
    this.#settle();
    return kept !== null;
  }

  mark(id: number | null): Mark | null {
    return this.#reading?.marks.find((mark) => mark.id === id) ?? null;
  }

  /** A picture of it all, for the popup and the panel. */
  state(): PageState {
    const marks = this.#eligible();
    return {
      status: this.#status,
      extent: this.#reading?.extent ?? 'whole',
      host: this.host,
      title: this.#reading?.article.title ?? document.title,
      speakers: voicesOf(this.#shown),
      marks: this.#shown.map(summaryOf),
      counts: countsOf(marks),
      active: this.#active,
      spotlight: this.#spotlight,
    };
  }

  /** The article with the marks that are shown, to be kept; null where there are none. */
  article(): MarkedArticle | null {
    return this.#reading && this.#status === 'marked' ? markedArticle(this.#reading, this.#shown) : null;
  }

  /** What the reader chose. Storage that is full or broken costs the choices, not the marks. */
  async #stored(): Promise<[Settings, ReadonlySet<string>]> {
    try {
      return await Promise.all([this.environment.settings.read(), this.environment.dismissals.read()]);
    } catch {
      return [this.#settings, this.#dismissed];
    }
  }

  async #annotated(): Promise<Reading | null> {
    this.#shadows = [];
    const article = this.environment.find(document, this.#shadows);
    if (!article) return null;
    const map = new TextMap(article.texts);
    if (map.text.trim() === '') return null;
    const read = firstPart(storyTexts(article.stories, map));
    const answers = await Promise.all(
      read.map(async ({ start, text }) => {
        const answer = this.#answers.get(text) ?? (await this.environment.annotate(text));
        return { start, text, answer };
      }),
    );
    this.#answers = new Map(answers.map(({ text, answer }) => [text, answer]));
    const annotated = together(answers);
    const { english, speakers } = annotated;
    const extent = extentOf(document, map.text, read);
    return { article, map, extent, english, speakers, marks: marksOf(annotated, map) };
  }

  #eligible(): Mark[] {
    const isDismissed = (key: string): boolean => this.#dismissed.has(key) || this.#unsaved.has(key);
    return eligible(this.#reading?.marks ?? [], this.#settings, (text) => isDismissed(hash(text)));
  }

  #statusNow(): PageStatus {
    if (!this.#on) return 'off';
    if (this.#settings.sites[this.host] === 'never') return 'never';
    if (this.#hindrance) return this.#hindrance;
    if (!this.#reading) return 'no-article';
    if (!this.#reading.english && !this.#anyway) return 'not-english';
    return this.#eligible().length === 0 ? 'nothing' : 'marked';
  }

  #settle(): void {
    const before = this.#status;
    const status = this.#statusNow();
    this.#status = status;
    this.#shown = status === 'marked' ? switchedOn(this.#eligible(), this.#settings) : [];
    if (!this.#shown.some((mark) => mark.id === this.#active)) this.#active = null;
    if (!this.#shown.some((mark) => mark.speaker?.id === this.#spotlight)) this.#spotlight = null;
    this.#tell('marks');
    if (status !== before) this.#tell('status');
  }

  #tell(change: Change): void {
    for (const listener of this.#listeners) listener(change);
  }
}
