import type { Repositories } from "#core/directives/repositories.ts";

export type PublishInput = Parameters<Repositories["publish"]>[0];
export type Publication = Awaited<ReturnType<Repositories["publish"]>>;
