/** Pages of several stories: each is read on its own, and what is marked stands where it was said. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { it } from 'node:test';
import { OWN_PAGES } from './harness/corpus';
import { waitForMarks } from './harness/marks';
import { inBoth, waitForStatus } from './support';

const page = (id: string) => ({ id, file: path.join(OWN_PAGES, `${id}.html`) });

inBoth('several stories', {}, (setting) => {
  it('marks each of the stories that follow one another', async () => {
    const { driver, server } = setting();
    const tab = await driver.open(server.url(page('finder-scroll'), 'strict'));
    await driver.click(tab);
    const marks = (await waitForMarks(tab)).map(({ text }) => text);
    for (const words of ['I have not slept in since I was fifteen', 'She has one gear and no opinion']) {
      assert.ok(
        marks.some((text) => text.includes(words)),
        words,
      );
    }
    const { speakers } = await waitForStatus(setting(), tab, 'marked');
    const names = speakers.map(({ name }) => name);
    for (const name of ['Mads Orre', 'Liv Dahl']) assert.ok(names.includes(name), `${name} in ${names.join(', ')}`);
    await tab.close();
  });

  it('marks the posts of a live blog', async () => {
    const { driver, server } = setting();
    const tab = await driver.open(server.url(page('finder-live'), 'strict'));
    await driver.click(tab);
    const marks = (await waitForMarks(tab)).map(({ text }) => text);
    for (const words of ['nobody has to sleep on a bench', 'I have seen the lock myself', 'is in the weir tonight']) {
      assert.ok(
        marks.some((text) => text.includes(words)),
        words,
      );
    }
    const { marks: summaries } = await waitForStatus(setting(), tab, 'marked');
    assert.equal(new Set(summaries.map(({ id }) => id)).size, summaries.length, 'each mark has its own number');
    await tab.close();
  });
});
