import { z } from "zod";
import { clock } from "#adapters/providers/clock.ts";
import { converser } from "#adapters/providers/converser.ts";
import { ids } from "#adapters/providers/ids.ts";
import { library } from "#adapters/providers/library.ts";
import { models } from "#adapters/providers/models.ts";
import { policy } from "#adapters/providers/policy.ts";
import { repositories } from "#adapters/providers/repositories.ts";
import { store } from "#adapters/providers/store.ts";
import { tenants } from "#adapters/providers/tenants.ts";
import { answerTurn } from "#core/factory/conversation/answer-turn.ts";
import { idSchema } from "#core/kernel/ids.ts";
import { servicesForCaller } from "#lambdas/runtime/caller-services.ts";
import { eventHandler } from "#lambdas/runtime/event.ts";
import { servicesOf } from "#lambdas/runtime/services.ts";

const turn = z.object({
  tenant: idSchema,
  conversation_id: idSchema,
  message: z.number().int().positive(),
});

/** Answers a message of a consultation after its request; the relay invokes it, with the rights on one tenant's data. */
export const handler = eventHandler(
  turn,
  servicesOf(clock, ids, store, tenants, converser, models, policy, library, repositories),
  (common, input) => answerTurn(servicesForCaller(common, input), input),
);
