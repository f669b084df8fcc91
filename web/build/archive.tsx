import { useMutation } from "@tanstack/react-query";
import { Archive as ArchiveIcon, ArchiveRestore } from "lucide-react";
import type { Consultation } from "#sdk/typescript/api.ts";
import { client } from "../service/client.ts";
import { refreshConversation } from "../service/queries.ts";
import { Button } from "../ui/button.tsx";
import { useWords } from "../words/words.ts";

interface ArchiveProps {
  readonly consultation: Pick<Consultation, "conversation_id" | "title" | "archived">;
}

/** Takes a conversation out of the lists, or brings it back. */
export function Archive({ consultation: { conversation_id: id, title, archived } }: ArchiveProps) {
  const { build } = useWords();
  const file = useMutation({
    mutationFn: () => client.fileConversation({ id, archived: !archived }),
    onSuccess: () => refreshConversation(id),
  });
  const label = archived ? build.restore(title) : build.archive(title);
  const Icon = archived ? ArchiveRestore : ArchiveIcon;
  return (
    <Button kind="quiet" aria-label={label} title={label} busy={file.isPending} onClick={() => file.mutate()}>
      {!file.isPending && <Icon aria-hidden className="size-4" />}
    </Button>
  );
}
