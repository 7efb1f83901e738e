/** "Talk to a person": asked until the server has heard it, over reloads too. */

const WANTED = "handoff";
const RETRY_FIRST = 2_000;
const RETRY_AT_MOST = 60_000;

export class Handoff {
  /** "none", "asking" or "failed" (and still being tried). */
  state = "none";
  #keep;
  #post;
  #failures = 0;
  #timer = 0;
  #isAsking = false;

  constructor({ keep, post, onAnswer, onChange }) {
    this.#keep = keep;
    this.#post = post;
    this.onAnswer = onAnswer;
    this.onChange = onChange;
    if (keep.read(WANTED)) this.state = "asking";
  }

  ask() {
    this.#keep.write(WANTED, true);
    this.state = "asking";
    this.onChange();
    return this.resume();
  }

  /** Try again at once, if there is still something to ask. */
  async resume() {
    clearTimeout(this.#timer);
    if (this.state === "none" || this.#isAsking) return;
    this.#isAsking = true;
    try {
      this.#succeeded(await this.#post());
    } catch {
      this.#failed();
    } finally {
      this.#isAsking = false;
    }
    this.onChange();
  }

  #succeeded(answer) {
    this.state = "none";
    this.#failures = 0;
    this.#keep.remove(WANTED);
    this.onAnswer(answer);
  }

  #failed() {
    this.state = "failed";
    const delay = Math.min(RETRY_AT_MOST, RETRY_FIRST * 2 ** this.#failures);
    this.#failures += 1;
    this.#timer = setTimeout(() => this.resume(), delay);
  }
}
