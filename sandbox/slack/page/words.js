// What the page itself says to people.

export const COMMANDS = [
  ["/warmline next", "Take the best case for you"],
  ["/warmline queue", "Who is waiting"],
  ["/warmline on", "Begin your shift"],
  ["/warmline break", "Pause; you keep your cases"],
  ["/warmline off", "End your shift"],
  ["/warmline me", "Your shift and your cases"],
  ["/warmline claim", "Take a case by its name"],
  ["/warmline transfer", "Pass your case on, with a note"],
  ["/warmline handback", "Give your case back to the bot"],
  ["/warmline release", "Put your case back in the queue"],
  ["/warmline resolve", "Close your case"],
  ["/warmline agents", "Leads: who works here"],
  ["/warmline help", "Everything you can do"],
];

export const REPLY = "Reply…";
export const REPLY_TO_CUSTOMER = "Reply to the customer (// for a note)";

// Refusals in Slack's words, and ours for them.
export const SAID = {
  unknown_command: "That command does not exist.",
  not_supported_in_threads: "Commands do not work in threads.",
  dispatch_failed: "The app did not answer well. Try again?",
  operation_timeout: "The app took too long. Try again?",
  is_archived: "This channel is archived.",
  not_for_guests: "Guests cannot use commands. Every one is a button too.",
  too_large: "That file is too large for the sandbox.",
  no_sandbox: "The sandbox does not answer. Is it still running?",
};

export function about(channel, isDesk, app) {
  if (channel.kind === "im") return "Direct messages with the app";
  return isDesk ? "Customers who want a person" : `Everyone. Mention @${app} to ask it something`;
}

export function emptyWords(channel, { isDesk, app, part }) {
  if (channel.kind === "im") {
    return part === "customer"
      ? [`Ask ${app}`, "Write as a customer would, for example “Where is my order?” or “I want to talk to a person”."]
      : [`You and ${app}`, "Write /warmline help to see what you can do. Customers’ cards are in the desk’s channel."];
  }
  return isDesk
    ? ["Nobody is waiting", "When a customer asks for a person, a card appears here. Press its Claim button, then answer in its thread."]
    : ["Quiet so far", `Write “@${app}” and a question. The answer comes in a thread.`];
}
