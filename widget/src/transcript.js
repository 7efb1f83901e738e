/** What was said, in order: the server's sequence numbers decide, whoever brings the message. */

export class Transcript {
  #held = new Map();

  constructor() {
    this.messages = [];
    /** Everything up to here is in `messages`. */
    this.last = 0;
    /** The highest sequence that we heard of. */
    this.latest = 0;
  }

  /** Whether the server has said more than we have. */
  get isBehind() {
    return this.latest > this.last;
  }

  heardOf(sequence) {
    if (Number.isInteger(sequence)) this.latest = Math.max(this.latest, sequence);
  }

  /** A pushed message: shown if nothing is missing before it, held back otherwise. */
  offer(message) {
    this.heardOf(message.sequence);
    this.#held.set(message.sequence, message);
    this.#releaseHeld();
  }

  /** A fetched page: the server's own account of everything after `last`. */
  absorb(messages) {
    for (const message of [...messages].sort(bySequence)) {
      this.heardOf(message.sequence);
      if (message.sequence > this.last) this.#append(message);
    }
    this.#releaseHeld();
  }

  /** Repeated fetches brought nothing in between: then there is nothing in between. */
  settle() {
    for (const message of [...this.#held.values()].sort(bySequence)) this.#append(message);
    this.#held.clear();
    this.latest = this.last;
  }

  #releaseHeld() {
    for (const message of [...this.#held.values()].sort(bySequence)) {
      if ((message.after ?? 0) > this.last) return;
      this.#held.delete(message.sequence);
      if (message.sequence > this.last) this.#append(message);
    }
  }

  #append(message) {
    this.last = message.sequence;
    if (message.kind !== "edit") {
      this.messages.push(message);
      return;
    }
    const at = this.messages.findIndex((earlier) => earlier.sequence === message.edits);
    if (at < 0) return;
    this.messages[at] = { ...this.messages[at], text: message.text, files: [], isEdited: true };
  }
}

function bySequence(one, other) {
  return one.sequence - other.sequence;
}
