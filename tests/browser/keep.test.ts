/** What a reader takes along: a copy of all marks, and a file of them in each format. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { it } from 'node:test';
import type { AnnotatedText } from '../../extension/shared/document';
import { type Scope, until } from './harness/driver';
import { waitForMarks } from './harness/marks';
import { ARTICLE, inBoth, type Setting } from './support';

const downloads = mkdtempSync(path.join(tmpdir(), 'sayso-saved-'));
const QUOTE = '“The money was there all the time,”';

/** Opens the popup of a marked page, whose address is given too. */
async function popupOn({
  driver,
  server,
}: Setting): Promise<{ popup: Scope; address: string; close(): Promise<void> }> {
  const address = server.html(ARTICLE, 'strict');
  const page = await driver.open(`${address}#here`);
  await driver.click(page);
  await waitForMarks(page);
  await driver.click(page);
  const popup = await driver.popup();
  assert.ok(popup, 'a popup');
  // Nothing acts before the popup is shown.
  const shown = () => !document.body.hidden && document.querySelector<HTMLElement>('#keeping')?.hidden === false;
  await until(() => popup.run(shown), { what: 'the buttons' });
  return { popup, address, close: () => page.close() };
}

const click = (popup: Scope, name: string): Promise<void> =>
  popup.run((name) => document.querySelector<HTMLElement>(`.keep [aria-label="${name}"]`)?.click(), name);

inBoth('what is kept of an article', { downloads }, (setting) => {
  it('is saved in each format, as the core writes it', async () => {
    const { popup, address, close } = await popupOn(setting());
    const before = new Set(readdirSync(downloads));
    const saved = async (format: string, extension: string): Promise<string> => {
      await click(popup, `Save as ${format}`);
      const found = () =>
        readdirSync(downloads).find(
          (name) =>
            !before.has(name) && name.endsWith(`.${extension}`) && readFileSync(path.join(downloads, name)).length > 0,
        );
      const name = await until(async () => found(), {
        what: () => `a file .${extension} among ${readdirSync(downloads)}`,
      });
      assert.match(name, /^A-town-argues-about-its-bridge/);
      return readFileSync(path.join(downloads, name), 'utf8');
    };

    const markdown = await saved('Markdown', 'md');
    assert.ok(markdown.startsWith(`# A town argues about its bridge\n\n<${address}>\n\n## Ann Lee, mayor\n`), markdown);
    assert.ok(markdown.includes(`\n- ${QUOTE}\n`));
    assert.ok(markdown.includes('\n## Tom Ash'));

    const csv = await saved('CSV', 'csv');
    assert.ok(csv.startsWith('\uFEFFarticle,annotation,category,speaker'), 'spreadsheets read it as UTF-8');
    const [, ...rows] = csv.trimEnd().split('\r\n');
    assert.equal(rows.length, 3);
    assert.ok(rows.every((row) => row.startsWith(`${address},`)));

    const json = JSON.parse(await saved('JSON', 'json')) as AnnotatedText & { id: string; text: string };
    assert.equal(json.id, address);
    assert.deepEqual(
      json.annotations.map(({ id, spans }) => [id, ...spans.map(([start, end]) => json.text.slice(start, end))]),
      [
        [0, '“The bridge is safe for everybody,”'],
        [1, '“Nobody asked the builders,”', '“We would have told them no.”'],
        [2, QUOTE],
      ],
    );
    assert.deepEqual(
      json.annotations.map(({ speaker }) => speaker?.name),
      ['Ann Lee', 'Tom Ash', 'Ann Lee'],
    );

    const page = JSON.parse(await saved('Web Annotation', 'jsonld'));
    assert.equal(page['@context'], 'http://www.w3.org/ns/anno.jsonld');
    assert.equal(page.type, 'AnnotationPage');
    const [quote, position] = page.items[2].target[0].selector;
    assert.equal(page.items[2].target[0].source, address);
    assert.equal(quote.exact, QUOTE);
    assert.equal(json.text.slice(position.start, position.end), QUOTE);
    await close();
  });

  it('is copied, by speaker', async () => {
    const { popup, close } = await popupOn(setting());
    // The clipboard of this machine is not to be touched.
    await popup.run(() => {
      navigator.clipboard.writeText = async (text) => {
        document.body.dataset.given = text;
      };
    });
    await click(popup, 'Copy all marks by speaker');
    await until(() => popup.run(() => document.querySelector('.keep [role=status]')?.textContent === 'Copied'), {
      what: 'the word of it',
    });
    const text = await popup.run(() => document.body.dataset.given ?? '');
    assert.ok(text.includes('## Ann Lee, mayor\n') && text.includes(QUOTE), text);
    await close();
  });

  it('is what is shown: a category that is switched off stays out', async () => {
    const { popup, close } = await popupOn(setting());
    await popup.run(() => document.querySelector<HTMLInputElement>('input[name=direct]')?.click());
    await until(() => popup.run(() => document.querySelector<HTMLElement>('#keeping')?.hidden === true), {
      what: 'the buttons to go with the marks',
    });
    await popup.run(() => document.querySelector<HTMLInputElement>('input[name=direct]')?.click());
    await until(() => popup.run(() => document.querySelector<HTMLElement>('#keeping')?.hidden === false), {
      what: 'the buttons',
    });
    await close();
  });
});
