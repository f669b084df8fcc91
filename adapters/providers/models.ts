import { z } from "zod";
import { provider } from "#adapters/provider.ts";

const id = z.string().min(1);

export const models = provider({
  name: "models",
  env: {
    MODEL_CONSULTANT: id,
    MODEL_ARCHITECT: id,
    MODEL_HEALER_SMALL: id,
    MODEL_HEALER_LARGE: id,
    MODEL_CRITIC: id,
    MODEL_CHAT: id,
  },
  create: (config) => ({
    consultant: config.MODEL_CONSULTANT,
    architect: config.MODEL_ARCHITECT,
    healer_small: config.MODEL_HEALER_SMALL,
    healer_large: config.MODEL_HEALER_LARGE,
    critic: config.MODEL_CRITIC,
    chat: config.MODEL_CHAT,
  }),
});
