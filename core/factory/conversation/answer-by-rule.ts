import { planGateDrafts } from "#core/factory/conversation/confirm-gate.ts";
import type { Conversation } from "#core/factory/conversation/conversation.ts";
import type { Action } from "#core/factory/conversation/dialogue.ts";
import type { OpenConversation } from "#core/factory/conversation/open.ts";
import { planHash } from "#core/factory/plan/plan.ts";
import { policyRef } from "#core/factory/policy/pin.ts";
import type { WithPolicy } from "#core/factory/policy/policy.ts";
import type { Locale } from "#core/factory/specification/specification.ts";
import { SYSTEM } from "#core/kernel/ledger/signal.ts";

export type Ruled = Extract<Action, "withdraw" | "keep" | "restart">;

/**
 * Answers the newest message without the consultant, in the language of the plan. `keep` shows the last plan again,
 * unchanged and with its hash; `withdraw` leaves no plan; `restart` also drops the request. The message is no part of
 * the request.
 */
export async function answerByRule(
  { policy }: WithPolicy,
  opened: OpenConversation,
  action: Ruled,
  spoken: Locale,
): Promise<Conversation> {
  const { newest, last_plan } = opened.state;
  const plan = action === "keep" ? last_plan : null;
  const { speech, question } =
    SPEECH[last_plan?.specification?.locale ?? spoken][action === "keep" && !plan ? "pause" : action];
  const answered = {
    type: "gantry.conversation.answered",
    data: {
      answers: newest,
      plan,
      plan_hash: plan && planHash(plan),
      speech,
      question,
      aside: true,
      ...(action === "restart" && { restart: true }),
    },
    actor: SYSTEM,
  };
  const { state } = await opened.append((current) => {
    if (!current || current.status === "confirmed" || current.newest !== newest) return null;
    return { drafts: [answered, ...(plan ? planGateDrafts(current, plan, policyRef(policy)) : [])] };
  });
  return state;
}

interface Said {
  readonly speech: string;
  readonly question: string | null;
}

/** `pause` keeps a consultation without a plan. */
const SPEECH: Readonly<Record<Locale, Readonly<Record<Ruled | "pause", Said>>>> = {
  en: {
    keep: {
      speech: "All right, the plan stays as it is. Say yes when you want it built.",
      question: null,
    },
    pause: { speech: "All right. You can continue at any time.", question: null },
    withdraw: { speech: "All right, I will not build it.", question: "What should be different?" },
    restart: { speech: "All right, from the start.", question: "What shall I build?" },
  },
  de: {
    keep: {
      speech: "In Ordnung, der Plan bleibt, wie er ist. Sagen Sie Ja, wenn ich bauen soll.",
      question: null,
    },
    pause: { speech: "In Ordnung. Sie können jederzeit weitermachen.", question: null },
    withdraw: { speech: "In Ordnung, ich baue das nicht.", question: "Was soll anders sein?" },
    restart: { speech: "In Ordnung, von vorn.", question: "Was soll ich bauen?" },
  },
  fr: {
    keep: {
      speech: "D'accord, le plan reste tel quel. Dites oui quand je dois construire l'application.",
      question: null,
    },
    pause: { speech: "D'accord. Vous pouvez continuer à tout moment.", question: null },
    withdraw: { speech: "D'accord, je ne construis rien.", question: "Que faut-il changer ?" },
    restart: { speech: "D'accord, on recommence.", question: "Que dois-je construire ?" },
  },
  es: {
    keep: {
      speech: "De acuerdo, el plan queda como está. Diga sí cuando quiera que lo construya.",
      question: null,
    },
    pause: { speech: "De acuerdo. Puede seguir cuando quiera.", question: null },
    withdraw: { speech: "De acuerdo, no lo construyo.", question: "¿Qué debe cambiar?" },
    restart: { speech: "De acuerdo, desde el principio.", question: "¿Qué construyo?" },
  },
};
