/** The conversation as this browser knows it: everything but how it looks. */

import { CatchUp } from "./catchup.js";
import { Handoff } from "./handoff.js";
import { Line } from "./line.js";
import { Outbox } from "./outbox.js";
import { Presence } from "./presence.js";
import { Sender } from "./sender.js";
import { Session } from "./session.js";
import { Transcript } from "./transcript.js";

const TYPING_EVERY = 4_000;

export class Chat {
  transcript = new Transcript();
  conversation = null;
  isStarted = false;
  isLoaded = false;
  isOnline = navigator.onLine;
  #typingTold = 0;

  /** `isInView()` says whether somebody is looking; `onChange` is told of every change. */
  constructor({ api, keep, config, isInView, onChange }) {
    this.onChange = onChange;
    this.session = new Session({ api, keep, config, onReplaced: () => this.#begin() });
    this.outbox = new Outbox(keep);
    this.presence = new Presence(onChange);
    this.line = this.#makeLine();
    this.catchUp = this.#makeCatchUp(api, isInView);
    this.sender = this.#makeSender(api);
    this.handoff = this.#makeHandoff(api, keep);
  }

  get isReachable() {
    return this.isOnline && (this.line.isLive || this.catchUp.isReachable);
  }

  start() {
    if (this.isStarted) return;
    this.isStarted = true;
    this.catchUp.now();
    this.line.start();
    this.sender.flush();
    this.handoff.resume();
  }

  write(text) {
    this.start();
    return this.sender.write(text);
  }

  askForPerson() {
    this.start();
    return this.handoff.ask();
  }

  /** Only a human at the other end gets to know that the customer types. */
  tellTyping() {
    if (this.conversation?.state !== "with_agent") return;
    if (Date.now() - this.#typingTold < TYPING_EVERY) return;
    if (this.line.send({ action: "typing" })) this.#typingTold = Date.now();
  }

  /** The network or the tab came back: trust nothing that was open before. */
  wake() {
    this.isOnline = navigator.onLine;
    if (this.isStarted) {
      if (this.line.isLive) this.line.check();
      else this.line.restart();
      this.catchUp.now();
      this.sender.retry();
      this.handoff.resume();
    }
    this.onChange();
  }

  lostNetwork() {
    this.isOnline = false;
    this.onChange();
  }

  /** The page goes away, perhaps to come back from the browser's cache as it was. */
  sleep() {
    this.line.stop();
    this.catchUp.stop();
  }

  #begin() {
    this.transcript = new Transcript();
    this.conversation = null;
    this.line.restart();
  }

  #makeLine() {
    return new Line({
      greet: async () => {
        const { token, websocket_url: url } = await this.session.get();
        return { url, hello: () => ({ action: "hello", token, since: this.transcript.last }) };
      },
      on: {
        frame: (frame) => this.#take(frame),
        up: () => this.#connected(),
        down: () => this.#disconnected(),
      },
    });
  }

  #makeCatchUp(api, isInView) {
    return new CatchUp({
      transcript: () => this.transcript,
      fetchPage: () =>
        this.session.withToken((token) => api.messagesSince(token, this.transcript.last)),
      on: {
        page: (page, isNewest) => this.#takePage(page, isNewest),
        done: () => this.onChange(),
      },
      needsPolling: () => !this.line.isLive,
      isInView,
    });
  }

  #makeSender(api) {
    return new Sender({
      outbox: this.outbox,
      line: this.line,
      post: (entry) => this.session.withToken((token) => api.sendMessage(token, entry)),
      on: {
        changed: () => this.onChange(),
        sent: (sequence) => {
          this.transcript.heardOf(sequence);
          this.catchUp.now();
        },
      },
    });
  }

  #makeHandoff(api, keep) {
    return new Handoff({
      keep,
      post: () => this.session.withToken((token) => api.askForPerson(token)),
      onAnswer: ({ state }) => {
        this.conversation = { ...this.conversation, state };
        this.catchUp.now();
      },
      onChange: () => this.onChange(),
    });
  }

  #connected() {
    this.catchUp.now();
    this.sender.retry();
    this.handoff.resume();
  }

  #disconnected() {
    this.presence.forget();
    this.sender.notEchoed();
    this.catchUp.schedule();
    this.onChange();
  }

  #take(frame) {
    if (frame.type === "message") this.#takeMessage(frame.message);
    if (frame.type === "conversation") this.#takeConversationFrame(frame);
    if (frame.type === "draft") this.#takeDraft(frame);
    if (frame.type === "typing") this.presence.sawTyping(frame.role);
    if (frame.type === "error") this.sender.notEchoed(frame.client_message_id ?? null);
    this.transcript.heardOf(frame.sequence);
    if (this.transcript.isBehind) this.catchUp.now();
    this.onChange();
  }

  #takeMessage(message) {
    this.transcript.offer(message);
    this.#sawMessage(message);
    this.outbox.settle(this.transcript);
  }

  #sawMessage(message) {
    this.presence.sawMessage(message);
    const id = message.client_message_id;
    if (id) this.sender.echoed(id, message.sequence);
  }

  /** A frame older than what we have seen may tell an older state: the server is asked. */
  #takeConversationFrame({ conversation, sequence }) {
    if (sequence < this.transcript.last) {
      this.catchUp.now();
      return;
    }
    this.catchUp.againIfRunning();
    this.#takeConversation(conversation);
  }

  #takePage({ messages, conversation }, isNewest) {
    for (const message of messages) this.#sawMessage(message);
    this.outbox.settle(this.transcript);
    if (isNewest) this.#takeConversation(conversation);
    this.isLoaded = true;
  }

  #takeConversation(conversation) {
    if (!conversation) return;
    this.conversation = conversation;
    if (this.#isForHumans) this.presence.dropDraft();
  }

  /** Once a human is asked for, what the bot was still writing is no longer wanted. */
  #takeDraft(draft) {
    if (!this.#isForHumans) this.presence.sawDraft(draft);
  }

  get #isForHumans() {
    return ["waiting", "with_agent"].includes(this.conversation?.state);
  }
}
