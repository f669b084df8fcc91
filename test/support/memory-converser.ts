import { type Converser, type ModelReply, type ModelRequest, STOPPED } from "#core/model/converser.ts";

type Script = (request: ModelRequest) => unknown;

export interface ScriptedConverser extends Converser {
  readonly requests: ModelRequest[];
}

/** A reply that carries this JSON, or this text. */
export function reply(answer: unknown, fields: Partial<ModelReply> = {}): ModelReply {
  return {
    json: typeof answer === "string" ? undefined : answer,
    text: typeof answer === "string" ? answer : "",
    stop_reason: "end_turn",
    usage: { input_tokens: 100, output_tokens: 50, cache_read_tokens: 10, cache_write_tokens: 5 },
    ...fields,
  };
}

/** Answers each role by its script: a whole reply, or the JSON or text to make one of. */
export function scriptedConverser(scripts: Record<string, Script>): ScriptedConverser {
  const requests: ModelRequest[] = [];
  return {
    requests,
    async converse(request) {
      requests.push(request);
      const script = scripts[request.role];
      if (!script) throw new Error(`no script for the role ${request.role}`);
      const answer = await script(request);
      const whole = isReply(answer) ? answer : reply(answer);
      return request.accept?.(whole.text) === false ? { ...whole, stop_reason: STOPPED } : whole;
    },
  };
}

function isReply(answer: unknown): answer is ModelReply {
  return typeof answer === "object" && answer !== null && "stop_reason" in answer;
}
