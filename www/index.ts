/** The playground: an article of the reader's own, or a sample, marked by the code of the extension. */
import init, { annotate } from '#core';
import messages from '../extension/_locales/en/messages.json';
import { hash } from '../extension/content/dismissed';
import { Reader } from '../extension/content/reader';
import type { Environment } from '../extension/content/session';
import { byId, h, translate } from '../extension/shared/dom';
import { t, useMessages } from '../extension/shared/i18n';
import { DEFAULTS, type Settings } from '../extension/shared/settings';
import { statusText } from '../extension/shared/status-text';
import { categorySwitches } from '../extension/ui/category-switches';
import { voices } from '../extension/ui/voices';
import { fromHtml, fromText, type Paragraph } from './article';
import samples from './samples.json';

const LISTED_VOICES = 8;

useMessages(messages);
translate(t);

const story = byId('story');
const own = byId<HTMLTextAreaElement>('own');
const sample = byId<HTMLSelectElement>('sample');
const engine = init({ module_or_path: 'sayso.wasm' });

/** Settings and dismissals of the playground last as long as its page. */
let settings: Settings = DEFAULTS;
const watchers = new Set<(settings: Settings) => void>();
const dismissed = new Set<string>();
const environment: Environment = {
  async annotate(text) {
    await engine;
    return annotate(text);
  },
  find() {
    const texts: Text[] = [];
    const walker = document.createTreeWalker(story, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    const known = { title: document.title, language: null, siteName: '', published: null };
    return texts.length > 0 ? { ...known, texts, stories: [texts] } : null;
  },
  settings: {
    read: async () => settings,
    watch(changed) {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
  },
  dismissals: {
    read: async () => dismissed,
    async set(text, undo) {
      if (undo) dismissed.delete(hash(text));
      else dismissed.add(hash(text));
      return dismissed;
    },
  },
};

let reader: Reader | null = null;

const categories = categorySwitches((category, on) => {
  settings = { ...settings, categories: { ...settings.categories, [category]: on } };
  for (const changed of watchers) changed(settings);
});
byId('categories').append(categories.element);
const speakers = voices(LISTED_VOICES, (speaker) => reader?.session.setSpotlight(speaker));
byId('voices').append(speakers.element);
byId('previous').onclick = () => reader?.step(-1);
byId('next').onclick = () => reader?.step(1);
byId('anyway').onclick = () => reader?.session.markAnyway();

function draw(): void {
  const state = reader?.session.state();
  if (!state) return;
  byId('status').textContent = statusText(state.status, state.marks.length);
  byId('anyway').hidden = state.status !== 'not-english';
  byId('found').hidden = state.status !== 'marked';
  categories.show(settings, state.counts);
  speakers.show(state);
}

/** Shows an article and marks it. */
async function show(paragraphs: readonly Paragraph[]): Promise<void> {
  reader?.dispose();
  story.replaceChildren(...paragraphs.map(({ heading, text }) => h(heading ? 'h2' : 'p', {}, text)));
  reader = new Reader(environment);
  reader.session.onChange(draw);
  await reader.start();
}

async function showSample(): Promise<void> {
  const response = await fetch(`samples/${sample.value}.html`);
  await show(fromHtml(await response.text()));
}

sample.append(...samples.map(({ file, title }) => h('option', { value: file }, title)));
sample.onchange = () => {
  own.value = '';
  void showSample();
};
own.oninput = () => void (own.value.trim() === '' ? showSample() : show(fromText(own.value)));

document.addEventListener('dragover', (event) => {
  event.preventDefault();
  document.body.classList.add('dropping');
});
document.addEventListener('dragleave', () => document.body.classList.remove('dropping'));
document.addEventListener('drop', async (event) => {
  event.preventDefault();
  document.body.classList.remove('dropping');
  const data = event.dataTransfer;
  const file = data?.files[0];
  if (file) {
    const content = await file.text();
    await show(/html/.test(file.type) ? fromHtml(content) : fromText(content));
  } else if (data) {
    await show(fromText(data.getData('text/plain')));
  }
});

await showSample();
