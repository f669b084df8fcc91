import { ArrowUp } from "lucide-react";
import {
  type ClipboardEvent,
  type DragEvent,
  type KeyboardEvent,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import { Button } from "../ui/button.tsx";
import { cx } from "../ui/cx.ts";
import { Notice } from "../ui/notice.tsx";
import { imageFault } from "./design-image.ts";
import { ImageInput, Preview } from "./image-input.tsx";

/** What a person sends. */
export interface Message {
  readonly text: string;
  readonly image: File | null;
}

interface ComposerProps {
  readonly label: string;
  readonly action: string;
  readonly placeholder: string;
  /** Whether the label is shown as the heading of the page; it is always read. */
  readonly labelled?: boolean;
  /** Whether a design image can be attached. */
  readonly images?: boolean;
  readonly busy: boolean;
  /** A sentence with which it starts; a new one replaces what is there. */
  readonly start?: string | undefined;
  /** Sends the message. Rejects if it was not received; then the text stays. */
  readonly send: (message: Message) => Promise<unknown>;
}

/** The longest message that the service takes, in characters. */
const LONGEST = 8_000;

/** A box for a message, with an image that is chosen, pasted or dropped. Enter sends, Shift and Enter begins a line. */
export function Composer(props: ComposerProps) {
  const { label, action, placeholder, labelled = false, images = true, busy } = props;
  const id = useId();
  const { text, setText, image, setImage, fault, attach, box, submit } = useDraft(props);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      {...(images ? droppedFiles(attach) : {})}
    >
      <label
        htmlFor={id}
        className={labelled ? "mb-3 block text-2xl font-semibold tracking-tight" : "sr-only"}
      >
        {label}
      </label>
      <div className="rounded-panel border border-edge bg-panel p-2 focus-within:border-accent focus-within:outline focus-within:outline-accent">
        <textarea
          id={id}
          ref={box}
          value={text}
          rows={labelled ? 3 : 2}
          maxLength={LONGEST}
          placeholder={placeholder}
          className="field-sizing-content max-h-60 w-full resize-none bg-transparent px-2 py-1.5 outline-none placeholder:text-muted"
          onChange={({ target }) => setText(target.value)}
          onKeyDown={onEnter(() => void submit())}
        />
        {image && <Preview file={image} remove={() => setImage(null)} />}
        <div className={cx("flex items-center gap-2", images ? "justify-between" : "justify-end")}>
          {images && <ImageInput attach={attach} />}
          <Button kind="primary" type="submit" busy={busy}>
            {!busy && <ArrowUp aria-hidden className="size-4" />}
            {action}
          </Button>
        </div>
      </div>
      {fault && (
        <div className="mt-2">
          <Notice kind="error">{fault}</Notice>
        </div>
      )}
    </form>
  );
}

/** The message that is being written. */
function useDraft({ labelled = false, start, busy, send }: ComposerProps) {
  const [text, setText] = useState(start ?? "");
  const [image, setImage] = useState<File | null>(null);
  const [fault, setFault] = useState<string>();
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    // On a phone, the keyboard would cover the page.
    if (labelled && matchMedia("(pointer: fine)").matches) box.current?.focus();
  }, [labelled]);
  useEffect(() => {
    if (start === undefined) return;
    setText(start);
    box.current?.focus();
  }, [start]);

  const attach = (file: File | undefined) => {
    if (!file) return;
    const why = imageFault(file);
    setFault(why);
    setImage(why ? null : file);
  };
  const clear = () => {
    setText("");
    setImage(null);
  };
  const submit = async () => {
    if (busy || text.trim() === "") return box.current?.focus();
    await send({ text, image }).then(clear, () => box.current?.focus());
  };
  return { text, setText, image, setImage, fault, attach, box, submit };
}

/** Enter sends, unless a word is being composed, as in Japanese. */
function onEnter(send: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
}

/** The handlers of an element that takes files by pasting and dropping. */
function droppedFiles(attach: (file: File | undefined) => void) {
  return {
    onPaste: ({ clipboardData }: ClipboardEvent) => attach(clipboardData.files[0]),
    onDragOver: (event: DragEvent) => event.preventDefault(),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      attach(event.dataTransfer.files[0]);
    },
  };
}
