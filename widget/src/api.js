/** The chat's HTTP routes. The token travels in a header, never in an address. */

const ANSWER_WITHIN = 10_000;

/** Anything but a 2xx; `status` is 0 when nothing answered at all. */
export class ChatError extends Error {
  constructor(status, code) {
    super(`${status} ${code}`);
    this.status = status;
  }

  /** Whether the very same request may succeed later. */
  get isTemporary() {
    return this.status === 0 || this.status === 401 || this.status === 429 || this.status >= 500;
  }
}

export class ChatApi {
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
