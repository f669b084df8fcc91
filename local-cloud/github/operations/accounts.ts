import { ownAccountView } from "#local-cloud/github/views/account.ts";
import { type Operations, ok } from "#local-cloud/github/world.ts";

export const accountOperations: Operations = {
  "users/get-authenticated": ({ world, account }) => ok(ownAccountView(world, account)),

  "rate-limit/get": () => {
    const reset = Math.floor(Date.now() / 1000) + 3600;
    const rate = { limit: 5000, used: 0, remaining: 5000, reset };
    return ok({ resources: { core: rate, search: { ...rate, limit: 30, remaining: 30 } }, rate });
  },
};
