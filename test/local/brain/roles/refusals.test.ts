import { describe, expect, it } from "@jest/globals";
import { briefReplyOf } from "#core/factory/conversation/reply.ts";
import { consult } from "#local/brain/roles/consultant.ts";

/** Requests with more refusals than a short list names. */
const REQUESTS = [
  "a book list with a blockchain, a chat, payments, a login, push messages and a video call",
  "eine Bücherliste mit Blockchain, Chat, Zahlungen, Anmeldung, Videoanruf und Push-Nachrichten",
  "une liste de livres avec blockchain, chat, paiements, connexion, appel vidéo et hologrammes",
  "una lista de libros con blockchain, chat, pagos, inicio de sesión, videollamada y hologramas",
];

describe("the speech of a plan", () => {
  it.each(REQUESTS)("names everything that is refused, also when it is read aloud: %s", (message) => {
    const { proposal, speech } = consult({ messages: [message] });
    const refused = (proposal?.ledger ?? []).filter(({ outcome }) => outcome === "refused");
    expect(refused.length).toBeGreaterThan(4);
    const read = briefReplyOf({
      ...{ id: "c_1", status: "awaiting_confirmation", question: null, plan_hash: "a".repeat(64) },
      ...{ speech, plan: proposal },
    } as never).speech;
    for (const { words } of refused) {
      expect(speech).toContain(words);
      expect(read).toContain(words);
    }
    expect(speech).not.toMatch(/\b(more|weitere|de plus|más)\./);
  });

  it("names every group of functions that a tool cannot have", () => {
    const { speech } = consult({
      messages: ["a calculator with a blockchain, a chat, payments, a login and a video call"],
    });
    expect(speech).toContain(
      "blockchain, sharing between people, payments, accounts and login and uploads and media.",
    );
  });
});
