/** What happens at the other end just now: who is typing, and the answer as it is written. */

const TYPING_LASTS = 6_000;
const DRAFT_LASTS = 20_000;

export class Presence {
  typing = null;
  draft = null;
  #finishedTurns = new Set();
  #timers = { typing: 0, draft: 0 };

  constructor(onChange) {
    this.onChange = onChange;
  }

  sawTyping(role) {
    if (role === "customer") return;
    this.#set("typing", role, TYPING_LASTS);
  }

  /** A draft that comes after its own message is old news. */
  sawDraft({ turn, text }) {
    if (this.#finishedTurns.has(turn) || !text) return;
    this.#set("draft", { turn, text }, DRAFT_LASTS);
  }

  sawMessage({ author }) {
    if (author.role === "customer") return;
    this.#end("typing");
    this.dropDraft();
  }

  dropDraft() {
    if (this.draft) this.#finishedTurns.add(this.draft.turn);
    this.#end("draft");
  }

  /** The line was lost: nothing of this is known any more. */
  forget() {
    this.#end("typing");
    this.#end("draft");
  }

  #set(what, value, lasts) {
    this[what] = value;
    clearTimeout(this.#timers[what]);
    this.#timers[what] = setTimeout(() => {
      this.#end(what);
      this.onChange();
    }, lasts);
  }

  #end(what) {
    clearTimeout(this.#timers[what]);
    this[what] = null;
  }
}
