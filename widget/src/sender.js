/**
 * Sends what is in the outbox, one message at a time and in order: by the socket where it is
 * live, by POST where it is not or where no echo comes. The message's id makes both the same.
 */

import { pause } from "./catchup.js";

const ECHO_WITHIN = 4_000;
const SECOND_TRY_AFTER = 800;
const RETRY_FIRST = 10_000;
const RETRY_AT_MOST = 120_000;

export class Sender {
  #isSending = false;
  #failures = 0;
  #timer = 0;
  #echoes = new Map();

  /** `on.sent(sequence)` and `on.changed()` tell the chat. */
  constructor({ outbox, line, post, on }) {
    Object.assign(this, { outbox, line, post, on });
  }

  write(text) {
    this.outbox.add(text);
    this.on.changed();
    return this.flush();
  }

  /** Everything that failed goes again, oldest first. */
  retry() {
    clearTimeout(this.#timer);
    this.outbox.retryAll();
    this.on.changed();
    return this.flush();
  }

  async flush() {
    if (this.#isSending) return;
    this.#isSending = true;
    try {
      for (let entry = this.outbox.nextToSend(); entry; entry = this.outbox.nextToSend()) {
        await this.#deliver(entry);
        this.on.changed();
      }
    } finally {
      this.#isSending = false;
    }
  }

  /** The server showed a message of ours. */
  echoed(id, sequence) {
    const entry = this.outbox.find(id);
    if (entry) this.outbox.markSent(entry, sequence);
    this.#echoes.get(id)?.(true);
  }

  /** The socket refused it, or is gone: POST will tell why. */
  notEchoed(id) {
    for (const [waiting, resolve] of this.#echoes) {
      if (id === undefined || id === waiting) resolve(false);
    }
  }

  async #deliver(entry) {
    if (await this.#bySocket(entry)) return;
    if (entry.state === "sent") return; // the echo came after all, by another way
    try {
      const answer = await this.#byPost(entry);
      this.#failures = 0;
      this.outbox.markSent(entry, answer.sequence);
      this.on.sent(answer.sequence);
    } catch (error) {
      if (!error.isTemporary) this.outbox.markRefused(entry, error.status);
      else this.#giveUpForNow();
    }
  }

  async #bySocket({ id, text }) {
    if (!this.line.send({ action: "send", client_message_id: id, text })) return false;
    let timer = 0;
    const echo = new Promise((resolve) => {
      this.#echoes.set(id, resolve);
      timer = setTimeout(() => this.#missedEcho(resolve), ECHO_WITHIN);
    });
    try {
      return await echo;
    } finally {
      clearTimeout(timer);
      this.#echoes.delete(id);
    }
  }

  /** Perhaps nobody is there any more: the line finds out while POST goes on. */
  #missedEcho(resolve) {
    resolve(false);
    this.line.check();
  }

  async #byPost(entry) {
    try {
      return await this.post(entry);
    } catch (error) {
      if (!error.isTemporary) throw error;
      await pause(SECOND_TRY_AFTER);
      return this.post(entry);
    }
  }

  #giveUpForNow() {
    this.outbox.markUnsent();
    const delay = Math.min(RETRY_AT_MOST, RETRY_FIRST * 2 ** this.#failures);
    this.#failures += 1;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.retry(), delay);
  }
}
