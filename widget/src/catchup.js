/** Fetches what is missing, one fetch at a time, and polls while the socket is not there. */

const POLL_IN_VIEW = 3_000;
const POLL_OUT_OF_VIEW = 20_000;
const POLL_AT_MOST = 60_000;
const FRUITLESS_AT_MOST = 4;
const FRUITLESS_PAUSE = 300;

export class CatchUp {
  isReachable = true;
  #isRunning = false;
  #isAskedAgain = false;
  #failures = 0;
  #timer = 0;

  /**
   * `fetchPage()` answers everything after the transcript; `on.page` and `on.done` are told;
   * `transcript()`, `needsPolling()` and `isInView()` are asked each time.
   */
  constructor({ transcript, fetchPage, on, needsPolling, isInView }) {
    Object.assign(this, { transcript, fetchPage, on, needsPolling, isInView });
  }

  /** Ask for everything new; a call during a fetch makes one more fetch after it. */
  async now() {
    this.#isAskedAgain = true;
    if (this.#isRunning) return;
    this.#isRunning = true;
    try {
      await this.#untilComplete();
      this.isReachable = true;
      this.#failures = 0;
    } catch {
      this.isReachable = false;
      this.#failures += 1;
    } finally {
      this.#isRunning = false;
    }
    this.on.done();
    this.schedule();
  }

  /** The next poll, if one is needed at all. */
  schedule() {
    clearTimeout(this.#timer);
    if (!this.needsPolling() && this.isReachable) return;
    const usual = this.isInView() ? POLL_IN_VIEW : POLL_OUT_OF_VIEW;
    const delay = Math.min(POLL_AT_MOST, usual * 2 ** Math.max(0, this.#failures - 1));
    this.#timer = setTimeout(() => this.now(), delay);
  }

  /** What is being fetched may be old already. */
  againIfRunning() {
    if (this.#isRunning) this.#isAskedAgain = true;
  }

  stop() {
    clearTimeout(this.#timer);
  }

  async #untilComplete() {
    let fruitless = 0;
    while (this.#isAskedAgain || this.transcript().isBehind) {
      this.#isAskedAgain = false;
      const before = this.transcript().last;
      const page = await this.fetchPage();
      this.transcript().absorb(page.messages);
      // A state that was pushed meanwhile may be newer than this page: then ask once more.
      this.on.page(page, !this.#isAskedAgain);
      if (!this.transcript().isBehind || this.transcript().last > before) continue;
      fruitless += 1;
      if (fruitless === FRUITLESS_AT_MOST) this.transcript().settle();
      else await pause(FRUITLESS_PAUSE * 2 ** fruitless);
    }
  }
}

export function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
