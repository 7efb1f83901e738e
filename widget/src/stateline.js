/** One line that says where the conversation stands, in words. */

import { fill } from "./strings.js";

/** Its text, and the name of its look. */
export function stateLine(chat, strings) {
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
export function speakerName(author, chat, strings) {
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
