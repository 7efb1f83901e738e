/** Turns transcript and outbox into rows to show, oldest first; no DOM here. */

const SAME_GROUP_WITHIN = 5 * 60_000;

export function timelineRows(transcript, outbox) {
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
