/**
 * What the customer wrote and the server has not shown back yet. One stored item a message, so
 * that two tabs never overwrite each other; the id makes a doubled send harmless.
 */

const ITEM = "outbox.";

export class Outbox {
  #keep;

  constructor(keep) {
    this.#keep = keep;
    this.entries = keep
      .names(ITEM)
      .map((name) => keep.read(name))
      .filter(Boolean)
      .sort((one, other) => one.written - other.written)
      .map((entry) => ({ ...entry, state: "sending" }));
  }

  add(text) {
    const newest = this.entries.length ? this.entries[this.entries.length - 1].written : 0;
    const written = Math.max(Date.now(), newest + 1);
    const entry = { id: newId(), text, written, state: "sending" };
    this.entries.push(entry);
    this.#keep.write(ITEM + entry.id, entry);
    return entry;
  }

  find(id) {
    return this.entries.find((entry) => entry.id === id) ?? null;
  }

  nextToSend() {
    return this.entries.find((entry) => entry.state === "sending") ?? null;
  }

  /** The server has it; it stays visible here until the transcript brings it. */
  markSent(entry, sequence) {
    entry.state = "sent";
    entry.sequence = sequence;
  }

  /** It will never be taken as it is. */
  markRefused(entry, status) {
    entry.state = "refused";
    entry.isTooLong = status === 413;
    this.#keep.remove(ITEM + entry.id);
  }

  /** Nothing gets through: this one and all behind it wait, in order. */
  markUnsent() {
    for (const entry of this.entries) if (entry.state === "sending") entry.state = "failed";
  }

  retryAll() {
    for (const entry of this.entries) if (entry.state === "failed") entry.state = "sending";
  }

  remove(id) {
    this.entries = this.entries.filter((entry) => entry.id !== id);
    this.#keep.remove(ITEM + id);
  }

  /** Let go of everything that the transcript shows. */
  settle(transcript) {
    const shown = new Set(transcript.messages.map((message) => message.client_message_id));
    for (const entry of [...this.entries]) {
      if (shown.has(entry.id) || entry.sequence <= transcript.last) this.remove(entry.id);
    }
  }
}

/** 128 random bits; `crypto.randomUUID` is missing on pages without https. */
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
