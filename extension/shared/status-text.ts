/** Every state of a page, said in words. */
import { plural, t } from './i18n';
import type { PageState, PageStatus } from './page-state';

/** Also for pages without a reader in them: not read yet, or closed to extensions. */
export type Condition = PageStatus | 'idle' | 'closed';

/** What there is to say of a page in one line. */
export function statusText(condition: Condition, marks: number): string {
  return condition === 'marked' ? plural('status_marked', marks) : t(`status_${condition.replace(/-/g, '_')}`);
}

/** That only a part of the article was read, and why; '' where all of it was. */
export const extentText = ({ extent }: Pick<PageState, 'extent'>): string =>
  extent === 'whole' ? '' : t(`extent_${extent.replace(/-/g, '_')}`);
