/* Warmline's chat widget, Apache-2.0. Built from widget/src: change it there. */
(() => {
"use strict";

const $api = (() => {
/** The chat's HTTP routes. The token travels in a header, never in an address. */

const ANSWER_WITHIN = 10_000;

/** Anything but a 2xx; `status` is 0 when nothing answered at all. */
class ChatError extends Error {
  constructor(status, code) {
    super(`${status} ${code}`);
    this.status = status;
  }

  /** Whether the very same request may succeed later. */
  get isTemporary() {
    return this.status === 0 || this.status === 401 || this.status === 429 || this.status >= 500;
  }
}

class ChatApi {
  #chatUrl;

  constructor(chatUrl) {
    this.#chatUrl = chatUrl;
  }

  createSession(about) {
    return this.#call("POST", "/sessions", { body: about });
  }

  sendMessage(token, { id, text }) {
    return this.#call("POST", "/messages", { token, body: { client_message_id: id, text } });
  }

  askForPerson(token) {
    return this.#call("POST", "/handoff", { token, body: {} });
  }

  messagesSince(token, sequence) {
    return this.#call("GET", `/messages?since=${sequence}`, { token });
  }

  async #call(method, path, { token, body }) {
    const headers = {};
    if (token) headers.Authorization = `Bearer ${token}`;
    if (body) headers["Content-Type"] = "application/json";
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), ANSWER_WITHIN);
    try {
      const response = await fetch(this.#chatUrl + path, {
        method,
        headers,
        body: body && JSON.stringify(body),
        signal: stop.signal,
        credentials: "omit",
        cache: "no-store",
      });
      if (!response.ok) throw new ChatError(response.status, await errorCode(response));
      return await response.json();
    } catch (error) {
      throw error instanceof ChatError ? error : new ChatError(0, "unreachable");
    } finally {
      clearTimeout(timer);
    }
  }
}

async function errorCode(response) {
  try {
    return (await response.json()).error.code;
  } catch {
    return "unknown";
  }
}
return { ChatError, ChatApi };
})();

const $config = (() => {
/** What the site owner wrote on the script tag, read once. */

const WIDGET_PATH = "/chat/widget.js";
const HEX_COLOUR = /^#[0-9a-f]{6}$/i;

function readConfig(script) {
  const given = script.dataset;
  return Object.freeze({
    chatUrl: given.server ? withoutSlash(given.server) + "/chat" : chatUrlFrom(script.src),
    locale: given.locale || navigator.language || "en",
    title: given.title || "",
    greeting: given.greeting || "",
    colour: HEX_COLOUR.test(given.color || "") ? given.color : "",
    theme: ["light", "dark"].includes(given.theme) ? given.theme : "auto",
    position: given.position === "left" ? "left" : "right",
    remembersInTabOnly: given.remember === "tab",
    customerId: given.customerId || "",
    identityProof: given.identityProof || "",
  });
}

/** The address of the chat's routes: only the widget's own file name is taken off. */
function chatUrlFrom(source) {
  const address = source.replace(/[?#].*$/, "");
  if (!address.endsWith(WIDGET_PATH)) {
    throw new Error(`Warmline: give data-server, since ${address} does not end in ${WIDGET_PATH}`);
  }
  return address.slice(0, -"/widget.js".length);
}

function withoutSlash(address) {
  return address.replace(/\/+$/, "");
}
return { readConfig, chatUrlFrom };
})();

const $keep = (() => {
/** The browser's own memory, under one prefix, with a plain map where it is refused. */

class Keep {
  #area;
  #prefix;
  #fallback = new Map();

  constructor(area, prefix) {
    this.#area = area;
    this.#prefix = prefix;
  }

  read(name) {
    const text = this.#try(() => this.#area.getItem(this.#prefix + name));
    if (text === undefined || text === null) return this.#fallback.get(name) ?? null;
    return this.#try(() => JSON.parse(text)) ?? null;
  }

  write(name, value) {
    this.#fallback.set(name, value);
    this.#try(() => this.#area.setItem(this.#prefix + name, JSON.stringify(value)));
  }

  remove(name) {
    this.#fallback.delete(name);
    this.#try(() => this.#area.removeItem(this.#prefix + name));
  }

  clear() {
    for (const name of this.names("")) this.remove(name);
  }

  names(start) {
    const stored = this.#try(() => Object.keys(this.#area)) ?? [];
    const ours = stored
      .filter((key) => key.startsWith(this.#prefix + start))
      .map((key) => key.slice(this.#prefix.length));
    const held = [...this.#fallback.keys()].filter((name) => name.startsWith(start));
    return [...new Set([...ours, ...held])];
  }

  #try(use) {
    try {
      return use();
    } catch {
      return undefined; // storage is full or forbidden: the map above still serves this page
    }
  }
}

/** Chosen by name, because merely naming a forbidden storage throws. */
function openKeep(kind, prefix) {
  try {
    return new Keep(window[kind], prefix);
  } catch {
    return new Keep(null, prefix);
  }
}
return { Keep, openKeep };
})();

const $catchup = (() => {
/** Fetches what is missing, one fetch at a time, and polls while the socket is not there. */

const POLL_IN_VIEW = 3_000;
const POLL_OUT_OF_VIEW = 20_000;
const POLL_AT_MOST = 60_000;
const FRUITLESS_AT_MOST = 4;
const FRUITLESS_PAUSE = 300;

class CatchUp {
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

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
return { CatchUp, pause };
})();

const $handoff = (() => {
/** "Talk to a person": asked until the server has heard it, over reloads too. */

const WANTED = "handoff";
const RETRY_FIRST = 2_000;
const RETRY_AT_MOST = 60_000;

class Handoff {
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
return { Handoff };
})();

const $line = (() => {
/**
 * The socket: one open line to the server, kept up. It only speeds things up, so it may fail at
 * any moment; whoever uses it fetches what was missed.
 */

const WELCOME_WITHIN = 10_000;
const PING_EVERY = 5 * 60_000; // the gateway closes a line after ten idle minutes
const PONG_WITHIN = 10_000;
const RENEW_AFTER = 110 * 60_000; // and every line after two hours
const BEAT_EVERY = 20_000;
const SLEPT_AFTER = 60_000;
const RETRY_FIRST = 500;
const RETRY_AT_MOST = 30_000;

class Line {
  isLive = false;
  #isWanted = false;
  #isOpening = false;
  #socket = null;
  #failures = 0;
  #timers = new Map();

  /** `greet()` gives the address and the first frame; `on` holds frame, up and down. */
  constructor({ greet, on }) {
    this.greet = greet;
    this.on = on;
  }

  start() {
    this.#isWanted = true;
    this.#connect();
  }

  stop() {
    this.#isWanted = false;
    this.#letGo();
  }

  restart() {
    this.#failures = 0;
    this.#letGo();
    this.start();
  }

  /** Whether the frame was handed to a live socket; only an answer says that it arrived. */
  send(frame) {
    if (!this.isLive || this.#socket.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify(frame));
    return true;
  }

  /** Find out now whether anybody is still there. */
  check() {
    this.#after("pong", PONG_WITHIN, () => this.#lose());
    if (!this.send({ action: "ping" })) this.#lose();
  }

  async #connect() {
    this.#cancel("retry");
    if (!this.#isWanted || this.#socket || this.#isOpening) return;
    this.#isOpening = true;
    try {
      const { url, hello } = await this.greet();
      if (this.#isWanted) this.#listen(new WebSocket(url), hello);
    } catch {
      this.#retryLater();
    } finally {
      this.#isOpening = false;
    }
  }

  #listen(socket, hello) {
    this.#socket = socket;
    const ifCurrent = (act) => (event) => socket === this.#socket && act(event);
    socket.onopen = ifCurrent(() => socket.send(JSON.stringify(hello())));
    socket.onmessage = ifCurrent((event) => this.#receive(event.data));
    socket.onclose = ifCurrent(() => this.#lose());
    this.#after("welcome", WELCOME_WITHIN, () => this.#lose());
  }

  #receive(data) {
    const frame = parseFrame(data);
    if (!frame) return;
    if (frame.type === "welcome") this.#welcomed();
    if (frame.type === "pong") this.#cancel("pong");
    this.on.frame(frame);
  }

  #welcomed() {
    this.#cancel("welcome");
    this.#failures = 0;
    this.isLive = true;
    this.#every("ping", PING_EVERY, () => this.check());
    this.#after("renew", RENEW_AFTER * (0.95 + 0.05 * Math.random()), () => this.#renew());
    this.#watchForSleep();
    this.on.up();
  }

  /** A computer that slept has a dead socket and does not know it. */
  #watchForSleep() {
    let beat = Date.now();
    this.#every("beat", BEAT_EVERY, () => {
      if (Date.now() - beat > SLEPT_AFTER) this.check();
      beat = Date.now();
    });
  }

  #renew() {
    this.#letGo();
    this.#connect();
  }

  #lose() {
    this.#letGo();
    this.#retryLater();
  }

  #letGo() {
    for (const name of [...this.#timers.keys()]) this.#cancel(name);
    const socket = this.#socket;
    const wasLive = this.isLive;
    this.#socket = null;
    this.isLive = false;
    if (socket) socket.close();
    if (wasLive) this.on.down();
  }

  /** Twice as long each time, and never all browsers at the same moment. */
  #retryLater() {
    if (!this.#isWanted) return;
    const longest = Math.min(RETRY_AT_MOST, RETRY_FIRST * 2 ** this.#failures);
    this.#failures += 1;
    this.#after("retry", longest * (0.5 + 0.5 * Math.random()), () => this.#connect());
  }

  #after(name, delay, act) {
    this.#cancel(name);
    this.#timers.set(name, setTimeout(act, delay));
  }

  #every(name, delay, act) {
    this.#cancel(name);
    this.#timers.set(name, setInterval(act, delay));
  }

  /** One kind of id: clearTimeout clears intervals too. */
  #cancel(name) {
    clearTimeout(this.#timers.get(name));
    this.#timers.delete(name);
  }
}

function parseFrame(data) {
  try {
    const frame = JSON.parse(data);
    return frame && typeof frame.type === "string" ? frame : null;
  } catch {
    return null;
  }
}
return { Line };
})();

const $outbox = (() => {
/**
 * What the customer wrote and the server has not shown back yet. One stored item a message, so
 * that two tabs never overwrite each other; the id makes a doubled send harmless.
 */

const ITEM = "outbox.";

class Outbox {
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
return { Outbox };
})();

const $presence = (() => {
/** What happens at the other end just now: who is typing, and the answer as it is written. */

const TYPING_LASTS = 6_000;
const DRAFT_LASTS = 20_000;

class Presence {
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
return { Presence };
})();

const $sender = (() => {
/**
 * Sends what is in the outbox, one message at a time and in order: by the socket where it is
 * live, by POST where it is not or where no echo comes. The message's id makes both the same.
 */

const { pause } = $catchup;

const ECHO_WITHIN = 4_000;
const SECOND_TRY_AFTER = 800;
const RETRY_FIRST = 10_000;
const RETRY_AT_MOST = 120_000;

class Sender {
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
return { Sender };
})();

const $session = (() => {
/** Who this browser is to the chat: one session, kept over reloads, renewed when refused. */

const SESSION = "session";

/** On a shared computer, nothing that another customer of the site left is kept. */
function forgetOthers(customerId, keeps) {
  const left = keeps.some((keep) => {
    const session = keep.read(SESSION);
    return session && session.customer_id !== customerId;
  });
  if (left) for (const keep of keeps) keep.clear();
}

class Session {
  #api;
  #keep;
  #config;
  #current = null;
  #opening = null;

  /** `onReplaced` is called after the server stopped knowing the old session. */
  constructor({ api, keep, config, onReplaced }) {
    this.#api = api;
    this.#keep = keep;
    this.#config = config;
    this.onReplaced = onReplaced;
    this.#current = this.#stored();
  }

  get exists() {
    return this.#current !== null;
  }

  /** The session, asked of the server only when none is kept. */
  async get() {
    if (this.#current) return this.#current;
    this.#opening ??= this.#open().finally(() => (this.#opening = null));
    return this.#opening;
  }

  /** Call with the token; a refused token is replaced once. */
  async withToken(call) {
    const session = await this.get();
    try {
      return await call(session.token);
    } catch (error) {
      if (error.status !== 401) throw error;
      await this.#replace(session);
      return call((await this.get()).token);
    }
  }

  async #replace(refused) {
    if (this.#current === refused) {
      const stored = this.#stored();
      this.#current = stored && stored.token !== refused.token ? stored : null;
      await this.get();
      this.onReplaced();
    }
  }

  async #open() {
    const answer = await this.#ask();
    this.#current = { ...answer, customer_id: this.#config.customerId };
    this.#keep.write(SESSION, this.#current);
    return this.#current;
  }

  /** A proof that grew old must not leave its customer without help: they come in unknown. */
  async #ask() {
    const visitor = {
      locale: this.#config.locale,
      time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    };
    if (!this.#config.identityProof) return this.#api.createSession(visitor);
    try {
      return await this.#api.createSession({
        ...visitor,
        customer_id: this.#config.customerId,
        identity_proof: this.#config.identityProof,
      });
    } catch (error) {
      if (error.status !== 403) throw error;
      return this.#api.createSession(visitor);
    }
  }

  /** Another tab may have become another customer's meanwhile. */
  #stored() {
    const session = this.#keep.read(SESSION);
    return session && session.customer_id === this.#config.customerId ? session : null;
  }
}
return { forgetOthers, Session };
})();

const $transcript = (() => {
/** What was said, in order: the server's sequence numbers decide, whoever brings the message. */

class Transcript {
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
return { Transcript };
})();

const $chat = (() => {
/** The conversation as this browser knows it: everything but how it looks. */

const { CatchUp } = $catchup;
const { Handoff } = $handoff;
const { Line } = $line;
const { Outbox } = $outbox;
const { Presence } = $presence;
const { Sender } = $sender;
const { Session } = $session;
const { Transcript } = $transcript;

const TYPING_EVERY = 4_000;

class Chat {
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
return { Chat };
})();

const $colours = (() => {
/** The site's own colour, with letters on it that can be read. */

/** Custom properties for an accent such as "#2f6b4f"; white or black is always above 4.5 to 1. */
function accentProperties(colour) {
  const lightness = luminance(colour);
  const withWhite = 1.05 / (lightness + 0.05);
  const withBlack = (lightness + 0.05) / 0.05;
  return { "--accent": colour, "--on-accent": withWhite >= withBlack ? "#ffffff" : "#000000" };
}

/** Relative luminance as WCAG defines it. */
function luminance(colour) {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
return { accentProperties };
})();

const $dom = (() => {
/** The only place that makes elements. Text goes in as text: no HTML is parsed anywhere. */

const SVG = "http://www.w3.org/2000/svg";

/** `attributes` are ours alone, never a message's words; functions become listeners. */
function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") node.addEventListener(name, value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children);
  return node;
}

/** Touches the page only where something changed, so that nothing is read out twice. */
function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

function setShown(node, isShown) {
  if (node.hidden === isShown) node.hidden = !isShown;
}

const ICONS = {
  chat: "M4 4h16a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-8.5L6 21.5V17H4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z",
  close: "M6 6l12 12M18 6L6 18",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 20.5c0-3.9 3.6-6 8-6s8 2.1 8 6z",
  send: "M3.5 4.2l17.6 7.8-17.6 7.8 2.4-7.8zM6 12h8",
  down: "M6 9l6 6 6-6",
};

function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", `icon icon-${name}`);
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}
return { element, setText, setShown, icon };
})();

const $files = (() => {
/** Files that an agent sent along: a link that opens beside the page, and never in its place. */

const { element } = $dom;

const SIZES = ["B", "KB", "MB"];

/** The name is what an agent called it, so it goes in as text; anything but http leads nowhere. */
function fileLink({ name, url, size }) {
  const label = `${name}${size > 0 ? ` (${sizeText(size)})` : ""}`;
  if (!isWebAddress(url)) return element("span", { class: "file" }, label);
  return element(
    "a",
    { class: "file", href: url, target: "_blank", rel: "noopener noreferrer" },
    label,
  );
}

function isWebAddress(url) {
  try {
    return ["https:", "http:"].includes(new URL(url).protocol);
  } catch {
    return false;
  }
}

function sizeText(size) {
  const step = Math.min(SIZES.length - 1, Math.floor(Math.log2(size) / 10));
  const shown = size / 1024 ** step;
  return `${shown < 10 && step > 0 ? shown.toFixed(1) : Math.round(shown)} ${SIZES[step]}`;
}
return { fileLink };
})();

const $timeline = (() => {
/** Turns transcript and outbox into rows to show, oldest first; no DOM here. */

const SAME_GROUP_WITHIN = 5 * 60_000;

function timelineRows(transcript, outbox) {
  const rows = [...transcript.messages.map(storedRow), ...outbox.entries.map(pendingRow)];
  const lastOwn = rows.map((row) => row.role).lastIndexOf("customer");
  rows.forEach((row, at) => {
    const before = rows[at - 1];
    row.startsDay = !before || before.at.toDateString() !== row.at.toDateString();
    row.continues = !row.startsDay && isSameGroup(before, row);
    row.endsGroup = !rows[at + 1] || !isSameGroup(row, rows[at + 1]);
    row.showsState = row.state !== "sent" || at === lastOwn || row.isEdited;
  });
  return rows;
}

function storedRow(message) {
  return {
    key: message.client_message_id ?? `#${message.sequence}`,
    kind: message.kind === "notice" ? "notice" : "message",
    role: message.author.role,
    name: message.author.name ?? "",
    text: message.text,
    at: new Date(message.sent_at),
    state: "sent",
    isEdited: Boolean(message.isEdited),
    files: message.files ?? [],
  };
}

function pendingRow(entry) {
  return {
    key: entry.id,
    kind: "message",
    role: "customer",
    name: "",
    text: entry.text,
    at: new Date(entry.written),
    state: entry.state,
    isTooLong: Boolean(entry.isTooLong),
    isEdited: false,
    files: [],
  };
}

function isSameGroup(one, next) {
  return (
    one.kind === "message" &&
    next.kind === "message" &&
    one.role === next.role &&
    one.name === next.name &&
    next.at - one.at < SAME_GROUP_WITHIN
  );
}
return { timelineRows };
})();

const $log = (() => {
/** The list of messages. Rows are kept by key, so that a live region reads each one once. */

const { element, icon, setShown, setText } = $dom;
const { fileLink } = $files;
const { timelineRows } = $timeline;

const NEAR_THE_END = 80;
const READ_AFTER = 300;

class Log {
  #rows = new Map();
  #keptEnd = true;
  #isReading = false;

  /** `onRetry()` sends failed messages again; `onEdit(id)` takes a refused one back. */
  constructor({ strings, config, onRetry, onEdit }) {
    Object.assign(this, { strings, onRetry, onEdit });
    this.time = new Intl.DateTimeFormat(config.locale, { timeStyle: "short" });
    this.day = new Intl.DateTimeFormat(config.locale, { dateStyle: "full" });
    this.greeting = element(
      "div",
      { class: "greeting" },
      element("p", { class: "hello", dir: "auto" }, config.greeting || strings.greeting),
      element("p", { class: "promise" }, strings.promise),
    );
    this.draft = this.#row("draft", { role: "bot", name: "", key: "draft" });
    this.draft.node.setAttribute("aria-hidden", "true");
    this.list = element("div", {
      class: "log",
      role: "log",
      "aria-live": "off",
      "aria-relevant": "additions",
      "aria-label": strings.messages,
      tabindex: "0",
      scroll: () => this.#scrolled(),
    });
    this.list.append(this.greeting, this.draft.node);
    this.toEnd = element(
      "button",
      { class: "to-end", type: "button", hidden: true, click: () => this.scrollToEnd() },
      icon("down"),
      strings.newMessages,
    );
    this.node = element("div", { class: "middle" }, this.list, this.toEnd);
  }

  render(chat) {
    const rows = timelineRows(chat.transcript, chat.outbox);
    const grew = this.#place(rows);
    setShown(this.greeting, rows.length === 0);
    setShown(this.draft.node, chat.presence.draft !== null);
    setText(this.draft.bubble, chat.presence.draft?.text ?? "");
    if (grew && rows[rows.length - 1].role === "customer") this.#keptEnd = true;
    if (this.#keptEnd) this.scrollToEnd();
    else if (grew) setShown(this.toEnd, true);
    if (chat.isLoaded) this.#startReading();
  }

  /** What was said before is not read out again; what comes from now on is. */
  #startReading() {
    if (this.#isReading) return;
    this.#isReading = true;
    setTimeout(() => this.list.setAttribute("aria-live", "polite"), READ_AFTER);
  }

  scrollToEnd() {
    this.#keptEnd = true;
    this.list.scrollTop = this.list.scrollHeight;
    setShown(this.toEnd, false);
  }

  #scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.list;
    this.#keptEnd = scrollHeight - scrollTop - clientHeight < NEAR_THE_END;
    if (this.#keptEnd) setShown(this.toEnd, false);
  }

  /** Make the list's rows these rows, touching only what differs; says whether it grew. */
  #place(rows) {
    const keys = new Set(rows.map((row) => row.key));
    for (const [key, { node }] of this.#rows) {
      if (keys.has(key)) continue;
      node.remove();
      this.#rows.delete(key);
    }
    let grew = false;
    let before = this.greeting;
    for (const row of rows) {
      grew ||= !this.#rows.has(row.key);
      const shown = this.#rows.get(row.key) ?? this.#row(row.kind, row);
      this.#rows.set(row.key, shown);
      this.#fill(shown, row);
      if (before.nextSibling !== shown.node) before.after(shown.node);
      before = shown.node;
    }
    return grew;
  }

  #row(kind, { role, name, key }) {
    const day = element("p", { class: "day" });
    const who = element("p", { class: "who" });
    if (kind !== "notice") who.append(...this.#speaker(role, name));
    const bubble = element("p", { class: "bubble", dir: "auto" });
    const time = element("time");
    const state = element("span", { class: "delivery" });
    const again = element("button", { class: "again", type: "button", hidden: true });
    again.addEventListener("click", () => this.#pressedAgain(key));
    const meta = element("p", { class: "meta" }, time, state, again);
    const node = element("div", { class: "row" }, day, who, bubble, meta);
    setShown(day, false);
    setShown(meta, kind !== "draft");
    node.className = `row ${kind} ${role}`;
    return { node, day, who, bubble, time, state, again, meta };
  }

  #speaker(role, name) {
    const { you, ai, person } = this.strings;
    if (role === "customer") return [`${you}:`];
    if (role === "bot") {
      const mark = element("span", { class: "mark" }, ai);
      return name && ![ai, "AI"].includes(name) ? [mark, name] : [mark];
    }
    const shown = name || person;
    const initial = element("span", { class: "mark", "aria-hidden": "true" }, [...shown][0]);
    return [initial, shown];
  }

  #fill(shown, row) {
    const print = JSON.stringify(row);
    if (shown.print === print) return;
    shown.print = print;
    const kind = row.kind === "notice" ? "notice" : `message ${row.role} ${row.state}`;
    const className = `row ${kind}${row.continues ? " continues" : ""}`;
    if (shown.node.className !== className) shown.node.className = className;
    shown.row = row;
    setShown(shown.day, row.startsDay);
    setText(shown.day, this.day.format(row.at));
    const whoClass = row.continues || row.role === "customer" ? "who unseen" : "who";
    if (shown.who.className !== whoClass) shown.who.className = whoClass;
    if (row.files.length > 0) shown.bubble.replaceChildren(...row.files.map(fileLink));
    else setText(shown.bubble, row.text);
    setShown(shown.meta, row.kind === "message" && (row.endsGroup || row.showsState));
    shown.time.dateTime = row.at.toISOString();
    setText(shown.time, this.time.format(row.at));
    setText(shown.state, this.#stateText(row));
    setShown(shown.again, row.state === "failed" || row.state === "refused");
    setText(shown.again, row.state === "refused" ? this.strings.edit : this.strings.retry);
  }

  #stateText({ role, state, showsState, isTooLong, isEdited }) {
    if (role !== "customer") return isEdited ? this.strings.edited : "";
    if (!showsState) return "";
    if (state === "refused") return isTooLong ? this.strings.tooLong : this.strings.refused;
    return this.strings[state];
  }

  #pressedAgain(key) {
    if (this.#rows.get(key).row.state === "refused") this.onEdit(key);
    else this.onRetry();
  }
}
return { Log };
})();

const $strings = (() => {
/**
 * Every word a customer reads, and nothing else. A language is one more entry here.
 * `{name}`, `{position}` and `{minutes}` are filled in; no text depends on a plural.
 */

const STRINGS = {
  en: {
    direction: "ltr",
    launcher: "Chat with us",
    title: "Chat with us",
    close: "Close chat",
    greeting: "Hi! How can we help?",
    promise: "An AI answers first. A person is always one press away.",
    talkToPerson: "Talk to a person",
    messages: "Messages",
    inputLabel: "Your message",
    placeholder: "Write a message…",
    send: "Send",
    sending: "Sending…",
    sent: "Sent",
    failed: "Not sent",
    tooLong: "Not sent: too long",
    refused: "Not sent: we could not take this message",
    edit: "Edit",
    retry: "Try again",
    edited: "edited",
    you: "You",
    ai: "AI",
    person: "Support",
    loading: "Opening the chat…",
    withAi: "You are writing with an AI",
    asking: "Asking for a person…",
    askFailed: "We could not reach our people just now. We keep trying.",
    waiting: "Waiting for a person…",
    waitingPosition: "You are number {position} in line",
    waitingMinutes: "about {minutes} min",
    withAgent: "You are talking with {name}",
    closed: "This conversation has ended. Write any time to start again.",
    offline: "No connection. What you write is sent when you are back.",
    typing: "{name} is typing…",
    newMessages: "New messages",
    newMessageFrom: "New message from {name}",
    unread: "unread: {count}",
  },
  es: {
    direction: "ltr",
    launcher: "Chatea con nosotros",
    title: "Chatea con nosotros",
    close: "Cerrar el chat",
    greeting: "¡Hola! ¿En qué podemos ayudarte?",
    promise: "Primero responde una IA. Siempre puedes hablar con una persona.",
    talkToPerson: "Hablar con una persona",
    messages: "Mensajes",
    inputLabel: "Tu mensaje",
    placeholder: "Escribe un mensaje…",
    send: "Enviar",
    sending: "Enviando…",
    sent: "Enviado",
    failed: "No enviado",
    tooLong: "No enviado: es demasiado largo",
    refused: "No enviado: no hemos podido aceptar este mensaje",
    edit: "Editar",
    retry: "Reintentar",
    edited: "editado",
    you: "Tú",
    ai: "IA",
    person: "Atención al cliente",
    loading: "Abriendo el chat…",
    withAi: "Estás escribiendo con una IA",
    asking: "Buscando a una persona…",
    askFailed: "Ahora mismo no podemos avisar a nadie. Seguimos intentándolo.",
    waiting: "Esperando a una persona…",
    waitingPosition: "Tu lugar en la fila: {position}",
    waitingMinutes: "unos {minutes} min",
    withAgent: "Estás hablando con {name}",
    closed: "Esta conversación ha terminado. Escribe cuando quieras para empezar otra.",
    offline: "Sin conexión. Lo que escribas se enviará cuando vuelvas.",
    typing: "{name} está escribiendo…",
    newMessages: "Mensajes nuevos",
    newMessageFrom: "Mensaje nuevo de {name}",
    unread: "sin leer: {count}",
  },
  de: {
    direction: "ltr",
    launcher: "Chatte mit uns",
    title: "Chatte mit uns",
    close: "Chat schließen",
    greeting: "Hallo! Wie können wir helfen?",
    promise: "Zuerst antwortet eine KI. Ein Mensch ist immer nur einen Klick entfernt.",
    talkToPerson: "Mit einem Menschen sprechen",
    messages: "Nachrichten",
    inputLabel: "Deine Nachricht",
    placeholder: "Nachricht schreiben…",
    send: "Senden",
    sending: "Wird gesendet…",
    sent: "Gesendet",
    failed: "Nicht gesendet",
    tooLong: "Nicht gesendet: zu lang",
    refused: "Nicht gesendet: diese Nachricht ging nicht durch",
    edit: "Bearbeiten",
    retry: "Noch einmal",
    edited: "bearbeitet",
    you: "Du",
    ai: "KI",
    person: "Kundendienst",
    loading: "Der Chat wird geöffnet…",
    withAi: "Du schreibst mit einer KI",
    asking: "Wir suchen einen Menschen…",
    askFailed: "Gerade erreichen wir niemanden. Wir versuchen es weiter.",
    waiting: "Warten auf einen Menschen…",
    waitingPosition: "Dein Platz in der Reihe: {position}",
    waitingMinutes: "etwa {minutes} Min.",
    withAgent: "Du sprichst mit {name}",
    closed: "Dieses Gespräch ist beendet. Schreib einfach wieder, wenn du möchtest.",
    offline: "Keine Verbindung. Deine Nachricht geht raus, sobald du wieder da bist.",
    typing: "{name} schreibt…",
    newMessages: "Neue Nachrichten",
    newMessageFrom: "Neue Nachricht von {name}",
    unread: "ungelesen: {count}",
  },
};

/** The texts for a locale such as "es-MX", English where we do not speak it. */
function stringsFor(locale) {
  const language = locale.toLowerCase().split(/[-_]/)[0];
  const known = Object.hasOwn(STRINGS, language) ? language : "en";
  return { language: known, ...STRINGS[known] };
}

function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}
return { stringsFor, fill };
})();

const $stateline = (() => {
/** One line that says where the conversation stands, in words. */

const { fill } = $strings;

/** Its text, and the name of its look. */
function stateLine(chat, strings) {
  const { conversation, handoff } = chat;
  const state = conversation?.state;
  if (!chat.isReachable) return { text: strings.offline, look: "trouble" };
  if (handoff.state === "failed") return { text: strings.askFailed, look: "trouble" };
  if (handoff.state === "asking") return { text: strings.asking, look: "waiting" };
  if (!chat.isLoaded) return { text: strings.loading, look: "opening" };
  if (state === "waiting") return { text: waitingText(conversation, strings), look: state };
  if (state === "with_agent") {
    const name = conversation.agent_name || strings.person;
    return { text: fill(strings.withAgent, { name }), look: state };
  }
  if (state === "closed" && chat.transcript.messages.length > 0) {
    return { text: strings.closed, look: state };
  }
  return { text: strings.withAi, look: "bot" };
}

/** "AI" for the bot; the display name for a human. */
function speakerName(author, chat, strings) {
  if (author.role === "bot") return strings.ai;
  return author.name || chat.conversation?.agent_name || strings.person;
}

function waitingText({ position, estimated_wait_seconds: seconds }, strings) {
  const parts = [];
  if (position > 0) parts.push(fill(strings.waitingPosition, { position }));
  if (seconds > 0) {
    parts.push(fill(strings.waitingMinutes, { minutes: Math.max(1, Math.ceil(seconds / 60)) }));
  }
  return [strings.waiting, parts.join(", ")].filter(Boolean).join(" ");
}
return { stateLine, speakerName };
})();

const $panel = (() => {
/** The open chat: header, state line, messages, the way to a person, and where one writes. */

const { element, icon, setShown, setText } = $dom;
const { Log } = $log;
const { stateLine, speakerName } = $stateline;

const LONGEST_MESSAGE = 4_000;
const WRITING = "writing";
const WHOLE_SCREEN = "(max-width: 480px)";

class Panel {
  /** `tabKeep` holds what is written and not sent yet. */
  constructor({ chat, config, strings, tabKeep, onClose }) {
    Object.assign(this, { chat, strings, tabKeep, onClose });
    this.log = new Log({
      strings,
      config,
      onRetry: () => this.#retry(),
      onEdit: (id) => this.#takeBack(id),
    });
    this.state = element("p", { class: "state", role: "status" });
    this.typing = element("p", { class: "typing", role: "status", hidden: true });
    this.input = this.#makeInput();
    this.input.value = tabKeep.read(WRITING) ?? "";
    this.person = this.#makePersonButton();
    this.node = element(
      "section",
      {
        class: "panel",
        role: "dialog",
        "aria-labelledby": "title",
        tabindex: "-1",
        hidden: true,
        keydown: (event) => this.#pressedKey(event),
      },
      this.#makeHeader(config.title || strings.title),
      this.state,
      this.log.node,
      this.typing,
      this.#makeFoot(),
    );
  }

  get isOpen() {
    return !this.node.hidden;
  }

  open({ takesFocus }) {
    this.node.hidden = false;
    this.node.setAttribute("aria-modal", String(matchMedia(WHOLE_SCREEN).matches));
    this.#fitInput();
    this.render();
    this.log.scrollToEnd();
    if (takesFocus) this.#focusInput();
  }

  close() {
    this.node.hidden = true;
  }

  render() {
    if (!this.isOpen) return;
    const { text, look } = stateLine(this.chat, this.strings);
    setText(this.state, text);
    if (this.state.className !== `state ${look}`) this.state.className = `state ${look}`;
    this.person.classList.toggle("quiet", look === "waiting" || look === "with_agent");
    this.log.render(this.chat);
    this.#renderTyping();
  }

  #renderTyping() {
    const { typing, draft } = this.chat.presence;
    const name = speakerName({ role: typing }, this.chat, this.strings);
    setShown(this.typing, Boolean(typing) && !draft);
    setText(this.typing, typing ? this.strings.typing.replace("{name}", () => name) : "");
  }

  #makeHeader(title) {
    const label = { "aria-label": this.strings.close };
    const close = { class: "close on-accent", type: "button", ...label, click: this.onClose };
    return element(
      "header",
      { class: "header" },
      element("h2", { class: "title", id: "title" }, title),
      element("button", close, icon("close")),
    );
  }

  #makeInput() {
    return element("textarea", {
      class: "input",
      rows: "1",
      maxlength: String(LONGEST_MESSAGE),
      "aria-label": this.strings.inputLabel,
      placeholder: this.strings.placeholder,
      enterkeyhint: "send",
      dir: "auto",
      input: () => this.#wrote(),
      keydown: (event) => this.#pressedEnter(event),
    });
  }

  /** It works in every state: asking twice does no harm, not being able to ask does. */
  #makePersonButton() {
    return element(
      "button",
      { class: "person", type: "button", click: () => this.chat.askForPerson() },
      icon("person"),
      this.strings.talkToPerson,
    );
  }

  #makeFoot() {
    const send = element(
      "button",
      { class: "send on-accent", type: "submit", "aria-label": this.strings.send },
      icon("send"),
    );
    const submit = (event) => {
      event.preventDefault();
      this.#send();
    };
    const form = element("form", { class: "composer", submit }, this.input, send);
    return element("div", { class: "foot" }, this.person, form);
  }

  #send() {
    const text = this.input.value.trim();
    if (text) this.chat.write(text);
    this.#write("");
  }

  #write(text) {
    this.input.value = text;
    this.#wrote();
    this.input.focus();
  }

  #wrote() {
    this.tabKeep.write(WRITING, this.input.value);
    this.#fitInput();
    if (this.input.value) this.chat.tellTyping();
  }

  #retry() {
    this.chat.sender.retry();
    this.input.focus();
  }

  #takeBack(id) {
    const entry = this.chat.outbox.find(id);
    if (!entry) return;
    this.chat.outbox.remove(id);
    this.render();
    this.#write(entry.text);
  }

  #fitInput() {
    this.input.style.height = "auto";
    this.input.style.height = `${this.input.scrollHeight + 3}px`;
  }

  /** On a touch screen the keyboard would jump up and hide the talk: there the panel is enough. */
  #focusInput() {
    const target = matchMedia("(pointer: coarse)").matches ? this.node : this.input;
    target.focus();
  }

  /** Enter sends, unless it ends a word in an input method. */
  #pressedEnter(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#send();
  }

  #pressedKey(event) {
    if (event.key === "Escape") this.onClose();
    if (event.key === "Tab" && matchMedia(WHOLE_SCREEN).matches) this.#stayInside(event);
  }

  /** Over the whole screen there is nothing behind the panel to go to. */
  #stayInside(event) {
    const stops = [...this.node.querySelectorAll("button, textarea, [tabindex='0']")];
    const seen = stops.filter((stop) => stop.getClientRects().length > 0);
    const [first, last] = [seen[0], seen[seen.length - 1]];
    const leaving = event.shiftKey ? first : last;
    if (event.composedPath()[0] !== leaving) return;
    event.preventDefault();
    (event.shiftKey ? last : first).focus();
  }
}
return { Panel };
})();

const $styles = (() => {
/** How it looks. One constructed sheet: a page's `style-src` has no say in it. */

const LIGHT = `
  --surface: #ffffff; --raised: #f5f2ee; --ink: #221f1c; --soft: #655f59; --line: #8d867f;
  --hair: #e4ded7; --theirs: #f1ece6; --human: #e3eefb; --human-ink: #14395f; --alarm: #a3220f;
  --shadow: 0 12px 40px rgb(40 30 20 / 22%), 0 2px 8px rgb(40 30 20 / 12%);
  color-scheme: light;
`;

const DARK = `
  --surface: #1d1b19; --raised: #262320; --ink: #f4f0eb; --soft: #b9b1a8; --line: #8b837b;
  --hair: #3a3632; --theirs: #2f2b28; --human: #1f3550; --human-ink: #d3e5fa; --alarm: #ff9b8a;
  --shadow: 0 12px 40px rgb(0 0 0 / 60%), 0 0 0 1px #3a3632;
  color-scheme: dark;
`;

const FRAME = `
:host { all: initial; }
.root { ${LIGHT} --accent: #a63c1f; --on-accent: #ffffff;
  font: 15px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  color: var(--ink); }
@media (prefers-color-scheme: dark) { .root:not(.theme-light) { ${DARK} } }
.root.theme-dark { ${DARK} }
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
button, textarea { font: inherit; color: inherit; }
button { cursor: pointer; }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
.on-accent:focus-visible { outline-color: var(--on-accent); outline-offset: -5px; }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap; border: 0; }
.icon { width: 20px; height: 20px; flex: none; fill: none; stroke: currentColor; stroke-width: 2;
  stroke-linecap: round; stroke-linejoin: round; }
.icon-person, .icon-chat { fill: currentColor; stroke: none; }

.launcher { position: fixed; inset-block-end: 20px; inset-inline-end: 20px; z-index: 2147483000;
  display: flex; align-items: center; gap: 10px; min-height: 52px; padding: 0 20px; border: 0;
  border-radius: 26px; background: var(--accent); color: var(--on-accent); font-weight: 600;
  box-shadow: var(--shadow); max-width: calc(100vw - 32px); }
.launcher:hover { filter: brightness(1.07); }
.launcher:focus-visible { outline-color: var(--ink); outline-offset: 3px;
  box-shadow: 0 0 0 3px var(--surface), var(--shadow); }
.badge { min-width: 24px; padding: 1px 7px; border-radius: 12px; background: var(--on-accent);
  color: var(--accent); font-size: 13px; text-align: center; }

.panel { position: fixed; inset-block-end: 20px; inset-inline-end: 20px; z-index: 2147483000;
  display: flex; flex-direction: column; width: 384px; height: min(640px, calc(100dvh - 40px));
  background: var(--surface); border-radius: 18px; overflow: hidden; box-shadow: var(--shadow); }
.position-left .launcher, .position-left .panel { inset-inline: 20px auto; }
.header { display: flex; align-items: center; gap: 12px; padding: 8px 10px 8px 18px;
  background: var(--accent); color: var(--on-accent); }
.title { flex: 1; margin: 0; font-size: 17px; font-weight: 650; overflow-wrap: anywhere; }
.close { display: grid; place-items: center; width: 44px; height: 44px; border: 0;
  border-radius: 12px; background: transparent; color: inherit; }
.close:hover { background: rgb(127 127 127 / 30%); }
.state { display: flex; align-items: center; gap: 10px; min-height: 40px; margin: 0;
  padding: 8px 18px;
  background: var(--raised); border-block-end: 1px solid var(--hair); font-size: 13.5px;
  color: var(--ink); }
.state::before { content: ""; flex: none; width: 9px; height: 9px; border-radius: 50%;
  background: var(--soft); }
.state.waiting::before { background: #c97a00; }
.state.with_agent::before { background: #1f8a4c; }
.state.trouble { color: var(--alarm); }
.state.trouble::before { background: var(--alarm); }
@media (prefers-reduced-motion: no-preference) {
  .state.waiting::before { animation: pulse 1.6s ease-in-out infinite; }
  .panel { animation: rise 0.16s ease-out; }
}
@keyframes pulse { 50% { opacity: 0.3; } }
@keyframes rise { from { opacity: 0; transform: translateY(10px); } }
@media (max-width: 480px) {
  .panel, .position-left .panel { inset: 0; width: 100%; height: 100dvh; border-radius: 0; }
  .launcher { inset-block-end: 14px; inset-inline-end: 14px; }
}
`;

const TALK = `
.middle { position: relative; flex: 1; min-height: 0; display: flex; }
.log { flex: 1; overflow-y: auto; overscroll-behavior: contain; padding: 14px 16px 10px;
  display: flex; flex-direction: column; }
.log:focus-visible, .log-scroll:focus-visible { outline-offset: -4px; }
.greeting { margin: auto 6px; padding: 20px 10px; text-align: center; }
.greeting p { margin: 0 0 6px; }
.greeting .hello { font-size: 19px; font-weight: 650; overflow-wrap: anywhere; }
.greeting .promise { color: var(--soft); }
.row { display: flex; flex-direction: column; align-items: flex-start; margin-block-start: 12px;
  max-width: 100%; }
.row.continues { margin-block-start: 3px; }
.day { align-self: center; margin: 0; padding: 4px 0 10px; font-size: 12px; color: var(--soft); }
.who { display: flex; align-items: center; gap: 7px; margin: 0 0 4px; font-size: 13px;
  font-weight: 600; color: var(--soft); overflow-wrap: anywhere; }
.mark { display: grid; place-items: center; min-width: 26px; height: 22px; padding: 0 6px;
  border-radius: 7px; background: var(--soft); color: var(--surface); font-size: 12px;
  font-weight: 700; }
.agent .mark { min-width: 24px; height: 24px; padding: 0; border-radius: 50%;
  background: var(--human-ink); color: var(--human); }
.bubble { margin: 0; padding: 9px 13px; max-width: 86%; border-radius: 16px;
  border: 1px solid transparent; border-start-start-radius: 5px; background: var(--theirs);
  white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: plaintext; text-align: start; }
.agent .bubble { background: var(--human); }
.customer { align-items: flex-end; }
.customer .bubble { background: var(--accent); color: var(--on-accent); border-radius: 16px;
  border-end-end-radius: 5px; }
.file { color: inherit; overflow-wrap: anywhere; }
.customer.sending .bubble { opacity: 0.75; }
.customer.failed .bubble, .customer.refused .bubble { background: var(--surface);
  color: var(--ink); border: 1px dashed var(--alarm); }
.notice { align-items: center; }
.notice .bubble { max-width: 94%; padding: 2px 8px; background: none; text-align: center;
  font-size: 13px; color: var(--soft); }
.draft .bubble { border: 1px dashed var(--line); }
.meta { display: flex; flex-wrap: wrap; align-items: center; justify-content: flex-end;
  gap: 4px 8px; margin: 3px 4px 0; font-size: 12px; color: var(--soft); }
.failed .meta, .refused .meta { color: var(--alarm); font-weight: 600; }
.again { min-height: 32px; padding: 2px 12px; border: 1px solid var(--alarm); border-radius: 9px;
  background: var(--surface); color: var(--alarm); font-weight: 600; }
.typing { margin: 0; padding: 0 18px 8px; font-size: 13px;
  color: var(--soft); }
.to-end { position: absolute; inset-block-end: 10px; inset-inline: 0; margin: 0 auto;
  width: fit-content; display: flex; align-items: center; gap: 6px; min-height: 36px;
  padding: 0 14px; border: 1px solid var(--line); border-radius: 18px; background: var(--surface);
  font-size: 13px; font-weight: 600; box-shadow: var(--shadow); }
.to-end .icon { width: 16px; height: 16px; }

.foot { border-block-start: 1px solid var(--hair); padding: 10px 12px 12px; }
.person { display: flex; align-items: center; justify-content: center; gap: 8px; width: 100%;
  min-height: 44px; padding: 4px 10px; border: 1.5px solid var(--line); border-radius: 12px;
  background: var(--surface); font-size: 14.5px; font-weight: 600; }
.person.quiet { min-height: 32px; border-color: transparent; color: var(--soft); font-size: 13px; }
.person.quiet .icon { width: 16px; height: 16px; }
.person:hover { background: var(--raised); border-color: var(--ink); }
.composer { display: flex; align-items: flex-end; gap: 8px; margin-block-start: 8px; }
.input { flex: 1; min-width: 0; min-height: 44px; max-height: 132px; padding: 10px 13px;
  border: 1.5px solid var(--line); border-radius: 12px; background: var(--surface); resize: none;
  font-size: 16px; line-height: 1.35; }
.input::placeholder { color: var(--soft); opacity: 1; }
.input:focus-visible { outline: 2px solid var(--ink); outline-offset: 0; }
.send { display: grid; place-items: center; width: 46px; height: 44px; border: 0;
  border-radius: 12px; background: var(--accent); color: var(--on-accent); }
.send:hover { filter: brightness(1.07); }
[dir="rtl"] .icon-send { transform: scaleX(-1); }
@media (forced-colors: active) {
  .bubble, .panel, .launcher, .send, .mark { border: 1px solid CanvasText; }
}
`;

function styleSheet() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(FRAME + TALK);
  return sheet;
}
return { styleSheet };
})();

const $widget = (() => {
/** The button on the page, the panel behind it, and what the page is told when it is closed. */

const { Chat } = $chat;
const { accentProperties } = $colours;
const { element, icon, setShown, setText } = $dom;
const { Panel } = $panel;
const { forgetOthers } = $session;
const { speakerName } = $stateline;
const { fill, stringsFor } = $strings;
const { styleSheet } = $styles;

const READ = "read";
const OPEN = "open";

class Widget {
  #isRendering = false;

  /** `keep` outlives the tab unless the site wants otherwise; `tabKeep` never does. */
  constructor({ api, config, keep, tabKeep }) {
    Object.assign(this, { config, keep, tabKeep, strings: stringsFor(config.locale) });
    forgetOthers(config.customerId, [keep, tabKeep]);
    this.chat = new Chat({
      api,
      keep,
      config,
      isInView: () => this.panel.isOpen && document.visibilityState === "visible",
      onChange: () => this.#renderSoon(),
    });
    const { chat, strings } = this;
    this.panel = new Panel({ chat, config, strings, tabKeep, onClose: () => this.close() });
    this.badge = element("span", { class: "badge", "aria-hidden": "true", hidden: true });
    this.unread = element("span", { class: "unseen" });
    this.launcher = this.#makeLauncher();
    this.told = element("p", { class: "unseen", role: "status" });
    this.host = this.#makeHost();
  }

  /** Put it on the page; a customer who was here before is connected again at once. */
  show() {
    document.body.append(this.host);
    this.#watchThePage();
    if (this.tabKeep.read(OPEN)) this.#open({ takesFocus: false });
    else if (this.chat.session.exists) this.chat.start();
  }

  open() {
    this.#open({ takesFocus: true });
  }

  close() {
    if (!this.panel.isOpen) return;
    this.panel.close();
    this.launcher.hidden = false;
    this.launcher.setAttribute("aria-expanded", "false");
    this.launcher.focus();
    this.tabKeep.remove(OPEN);
  }

  #open({ takesFocus }) {
    this.tabKeep.write(OPEN, true);
    this.launcher.hidden = true;
    this.launcher.setAttribute("aria-expanded", "true");
    if (this.chat.isStarted && !this.chat.line.isLive) this.chat.catchUp.now();
    this.chat.start();
    this.panel.open({ takesFocus });
    this.#render();
  }

  /** Many changes in one moment are one rendering. */
  #renderSoon() {
    if (this.#isRendering) return;
    this.#isRendering = true;
    queueMicrotask(() => {
      this.#isRendering = false;
      this.#render();
    });
  }

  #render() {
    this.panel.render();
    if (this.panel.isOpen) this.#markRead();
    this.#renderUnread();
  }

  #markRead() {
    const { last } = this.chat.transcript;
    if (this.chat.isLoaded && last !== this.keep.read(READ)) this.keep.write(READ, last);
  }

  #renderUnread() {
    const read = this.keep.read(READ) ?? 0;
    const unread = this.panel.isOpen
      ? []
      : this.chat.transcript.messages.filter(
          ({ sequence, author }) => sequence > read && author.role !== "customer",
        );
    setShown(this.badge, unread.length > 0);
    setText(this.badge, String(unread.length));
    const count = unread.length;
    setText(this.unread, count ? `, ${fill(this.strings.unread, { count })}` : "");
    const newest = unread[count - 1];
    const name = newest && speakerName(newest.author, this.chat, this.strings);
    setText(this.told, newest ? fill(this.strings.newMessageFrom, { name }) : "");
  }

  #makeLauncher() {
    return element(
      "button",
      {
        class: "launcher",
        type: "button",
        "aria-haspopup": "dialog",
        "aria-expanded": "false",
        click: () => this.open(),
      },
      icon("chat"),
      element("span", {}, this.strings.launcher),
      this.badge,
      this.unread,
    );
  }

  #makeHost() {
    const { theme, position, colour } = this.config;
    const root = element(
      "div",
      {
        class: `root theme-${theme} position-${position}`,
        lang: this.strings.language,
        dir: this.strings.direction,
      },
      this.launcher,
      this.panel.node,
      this.told,
    );
    for (const [name, value] of Object.entries(colour ? accentProperties(colour) : {})) {
      root.style.setProperty(name, value);
    }
    const host = element("div", { "data-warmline": true });
    const shadow = host.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = [styleSheet()];
    shadow.append(root);
    return host;
  }

  #watchThePage() {
    const woke = () => this.chat.wake();
    addEventListener("online", woke);
    addEventListener("offline", () => this.chat.lostNetwork());
    addEventListener("pagehide", () => this.chat.sleep());
    addEventListener("pageshow", ({ persisted }) => persisted && woke());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") woke();
    });
  }
}
return { Widget };
})();

const $main = (() => {
/**
 * Warmline's chat widget. One tag puts it on a page:
 *
 *     <script src="https://YOUR-API/chat/widget.js" async></script>
 *
 * Attributes of the tag, all optional:
 *
 *   data-locale           "es", "de-AT" ... The browser's own language if left out.
 *   data-title            The panel's heading.
 *   data-greeting         The first line that a visitor sees in an empty chat.
 *   data-color            Your colour, as "#2f6b4f". Letters on it are black or white by contrast.
 *   data-theme            "light" or "dark". The visitor's own choice if left out.
 *   data-position         "left" or "right" (which it is if left out).
 *   data-remember         "tab": forget the conversation when the tab is closed.
 *   data-customer-id      Who your signed-in customer is, together with
 *   data-identity-proof   the proof that your server made for that id.
 *   data-server           Your API's address, if you serve this file from elsewhere.
 *
 * Your page may open and close it with `warmline.open()` and `warmline.close()`.
 *
 * Under a Content-Security-Policy it needs `script-src` and `connect-src` with your API's address,
 * and `connect-src` with your WebSocket's address. It uses no inline script, no inline style and no
 * eval, and asks no other server for anything. Your page's own origin must be one of the stack's
 * `ChatOrigins`.
 */

const { ChatApi } = $api;
const { readConfig } = $config;
const { openKeep } = $keep;
const { Widget } = $widget;

function start(script) {
  if (window.warmline) return; // the tag is on the page twice
  const config = readConfig(script);
  const prefix = `warmline:${config.chatUrl}:`;
  const widget = new Widget({
    config,
    api: new ChatApi(config.chatUrl),
    keep: openKeep(config.remembersInTabOnly ? "sessionStorage" : "localStorage", prefix),
    tabKeep: openKeep("sessionStorage", prefix),
  });
  window.warmline = Object.freeze({ open: () => widget.open(), close: () => widget.close() });
  if (document.body) widget.show();
  else document.addEventListener("DOMContentLoaded", () => widget.show());
}

start(document.currentScript ?? document.querySelector("script[src*='/chat/widget.js']"));
return {  };
})();
})();
