import { useMutation } from "@tanstack/react-query";
import { Pencil } from "lucide-react";
import { useState } from "react";
import { client } from "../service/client.ts";
import { refreshConversation } from "../service/queries.ts";
import { Button } from "../ui/button.tsx";
import { SMALL_CONTROL } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { sentenceOf } from "../ui/sentence-of.ts";
import { useWords } from "../words/words.ts";

const LONGEST = 120;

interface RenameProps {
  readonly id: string;
  readonly title: string;
}

/** Gives a conversation another title. An empty one is that of its plan. */
export function Rename({ id, title }: RenameProps) {
  const { build } = useWords();
  const [isOpen, setOpen] = useState(false);
  const rename = useMutation({
    mutationFn: (given: string) => client.fileConversation({ id, title: given || null }),
    onSuccess: async () => {
      await refreshConversation(id);
      setOpen(false);
    },
  });
  if (!isOpen)
    return (
      <Button kind="quiet" onClick={() => setOpen(true)}>
        <Pencil aria-hidden className="size-4" />
        {build.rename}
      </Button>
    );
  return (
    <form
      className="flex flex-wrap gap-2"
      onKeyDown={({ key }) => key === "Escape" && setOpen(false)}
      onSubmit={(event) => {
        event.preventDefault();
        rename.mutate(String(new FormData(event.currentTarget).get("title")).trim());
      }}
    >
      <input
        name="title"
        aria-label={build.newTitle}
        defaultValue={title}
        maxLength={LONGEST}
        // biome-ignore lint/a11y/noAutofocus: the person has just asked for this field
        autoFocus
        className={SMALL_CONTROL}
      />
      <Button type="submit" busy={rename.isPending}>
        {build.saveTitle}
      </Button>
      {rename.isError && <Notice kind="error">{sentenceOf(rename.error)}</Notice>}
    </form>
  );
}
