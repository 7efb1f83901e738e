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

export class Line {
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
