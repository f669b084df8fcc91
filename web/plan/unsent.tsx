import { useMutation } from "@tanstack/react-query";
import { useBlocker } from "@tanstack/react-router";
import { client } from "../service/client.ts";
import { refreshConversation } from "../service/queries.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Notice } from "../ui/notice.tsx";
import { sentenceOf } from "../ui/sentence-of.ts";
import { useWords } from "../words/words.ts";
import { messageFrom } from "./comment.ts";
import type { Commenting } from "./comments.ts";
import { expectChange } from "./seen-plans.ts";

interface UnsentProps {
  readonly conversation: string;
  readonly commenting: Commenting;
}

/** The comments that are not sent yet: they go together as one message, and leaving the page asks first. */
export function Unsent({ conversation, commenting: { comments, clear } }: UnsentProps) {
  const { plan, ui } = useWords();
  const send = useMutation({
    mutationFn: async () => {
      expectChange(conversation);
      await client.consult({ conversation_id: conversation, message: messageFrom(comments) });
      clear();
    },
    onSettled: () => refreshConversation(conversation),
  });
  const blocker = useBlocker({
    shouldBlockFn: () => true,
    enableBeforeUnload: true,
    withResolver: true,
  });
  return (
    <div className="mb-3 space-y-2">
      {send.isError && <Notice kind="error">{sentenceOf(send.error)}</Notice>}
      <div className="flex flex-wrap items-center gap-2">
        <Button busy={send.isPending} onClick={() => send.mutate()}>
          {plan.sendComments(comments.length)}
        </Button>
        <Button kind="quiet" onClick={clear}>
          {plan.discardComments}
        </Button>
      </div>
      {blocker.status === "blocked" && (
        <Dialog title={plan.leaveUnsent(comments.length)} close={blocker.reset}>
          <div className="mt-5 flex justify-end gap-2">
            <Button onClick={blocker.reset}>{ui.back}</Button>
            <Button kind="primary" onClick={blocker.proceed}>
              {plan.leaveWithout}
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}
