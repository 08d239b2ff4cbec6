/** Articles longer than what is read at once. No browser is needed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstPart } from '../../extension/content/extent';

const stories = [
  { start: 0, text: 'One line.\nTwo lines.' },
  { start: 21, text: 'Three.\nFour.' },
];

test('all is read where there is room for it', () => {
  assert.deepEqual(firstPart(stories, 100), stories);
});

test('the first part ends with a paragraph', () => {
  assert.deepEqual(firstPart(stories, 28), [stories[0], { start: 21, text: 'Three.' }]);
  assert.deepEqual(firstPart(stories, 15), [{ start: 0, text: 'One line.' }]);
});

test('nothing is read after a part that was left out', () => {
  assert.deepEqual(firstPart([{ start: 0, text: 'A paragraph without an end' }, ...stories], 14), [
    { start: 0, text: 'A paragraph' },
  ]);
  assert.deepEqual(firstPart([{ start: 0, text: 'nowordends' }, ...stories], 4), [{ start: 0, text: 'nowo' }]);
});
