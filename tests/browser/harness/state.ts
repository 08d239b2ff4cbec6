/** What the extension says of a tab, asked the way its popup asks. */
import type { PageState, PageStatus } from '../../../extension/shared/page-state';
import { type Closable, type Driver, until } from './driver';

export class Observer {
  readonly #page: Closable;

  private constructor(page: Closable) {
    this.#page = page;
  }

  /** Opens a page of the extension in a tab, to ask from. */
  static async open(driver: Driver): Promise<Observer> {
    return new Observer(await driver.extensionPage('options.html'));
  }

  /** The state of the tab that was opened last; null if there is no reader in it. */
  state(): Promise<PageState | null> {
    return this.#page.run(async () => {
      const own = (await chrome.tabs.getCurrent())?.id ?? -1;
      const ids = (await chrome.tabs.query({})).map((tab) => tab.id ?? -1).filter((id) => id !== own);
      const reply = await chrome.tabs
        .sendMessage(Math.max(...ids), { kind: 'state' }, { frameId: 0 })
        .catch(() => undefined);
      return reply?.ok ?? null;
    });
  }

  /** Waits until that tab has been read, well or badly. */
  settled(timeout = 15_000): Promise<PageState & { readonly status: Exclude<PageStatus, 'reading'> }> {
    let last: PageState | null = null;
    const read = async (): Promise<PageState | null> => {
      last = await this.state();
      return last && last.status !== 'reading' ? last : null;
    };
    return until(read, {
      what: () => `the page to be read (${last?.status ?? 'no reader in it'})`,
      timeout,
    }) as Promise<PageState & { readonly status: Exclude<PageStatus, 'reading'> }>;
  }

  close(): Promise<void> {
    return this.#page.close();
  }
}
