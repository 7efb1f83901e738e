/** Who this browser is to the chat: one session, kept over reloads, renewed when refused. */

const SESSION = "session";

/** On a shared computer, nothing that another customer of the site left is kept. */
export function forgetOthers(customerId, keeps) {
  const left = keeps.some((keep) => {
    const session = keep.read(SESSION);
    return session && session.customer_id !== customerId;
  });
  if (left) for (const keep of keeps) keep.clear();
}

export class Session {
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
