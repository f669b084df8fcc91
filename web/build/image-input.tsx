import { ImagePlus, X } from "lucide-react";
import { Button } from "../ui/button.tsx";
import { useObjectUrl } from "../ui/use-object-url.ts";
import { useWords } from "../words/words.ts";
import { IMAGE_TYPES } from "./design-image.ts";

/** Chooses a design image. */
export function ImageInput({ attach }: { readonly attach: (file: File | undefined) => void }) {
  const { build } = useWords();
  return (
    <label className="inline-flex min-h-9 items-center gap-2 rounded-control px-3 text-muted hover:bg-raised hover:text-text has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent">
      <ImagePlus aria-hidden className="size-4" />
      {build.designImage}
      <input
        type="file"
        accept={IMAGE_TYPES.join()}
        className="sr-only"
        onChange={({ target }) => {
          attach(target.files?.[0]);
          target.value = "";
        }}
      />
    </label>
  );
}

/** The image that will be sent. */
export function Preview({ file, remove }: { readonly file: File; readonly remove: () => void }) {
  const { build } = useWords();
  const url = useObjectUrl(file);
  return (
    <div className="m-2 flex items-center gap-3">
      {url && <img src={url} alt={file.name} className="max-h-24 max-w-40 rounded-lg border border-line" />}
      <Button kind="quiet" onClick={remove}>
        <X aria-hidden className="size-4" />
        {build.removeImage}
      </Button>
    </div>
  );
}
