/** Why the form cannot be sent, or "". */
export function contactFault({ name, message }) {
  if (String(name ?? "").trim() === "") return "Please say who you are.";
  return String(message ?? "").trim().length < 10 ? "Please write a sentence or two." : "";
}

/** A link that opens the visitor's mail program with the message in it. */
export function mailLink(address, { name, message }, title) {
  const subject = encodeURIComponent(`${title}: message from ${name.trim()}`);
  return `mailto:${address}?subject=${subject}&body=${encodeURIComponent(message.trim())}`;
}
