import assert from "node:assert/strict";
import { test } from "node:test";
import { fitted, keepPicture, showPicture } from "../../public/lib/images.js";

/** A browser whose pictures have a size, and whose canvas tells what it drew. */
function browser({ width, height, drawn = [] }) {
  const canvas = { getContext: () => ({ drawImage: (_bitmap, ...box) => drawn.push(box) }), toBlob: (done, type) => done(new Blob(["small"], { type })) };
  return { createImageBitmap: async () => ({ width, height, close() {} }), document: { createElement: () => canvas } };
}

test("a picture keeps its proportions and is never enlarged", () => {
  assert.deepEqual(fitted(4000, 3000), { width: 1600, height: 1200 });
  assert.deepEqual(fitted(300, 3200), { width: 150, height: 1600 });
  assert.deepEqual(fitted(640, 480), { width: 640, height: 480 });
  assert.deepEqual(fitted(100_000, 1), { width: 1600, height: 1 });
});

test("a large picture is kept small, a small one as it is", async () => {
  const file = Object.assign(new Blob(["large"], { type: "image/jpeg" }), { name: "cat.jpg" });
  const drawn = [];
  const small = await keepPicture(file, browser({ width: 4000, height: 3000, drawn }));
  assert.deepEqual(drawn, [[0, 0, 1600, 1200]]);
  assert.equal(await small.data.text(), "small");
  assert.equal(small.name, "cat.jpg");
  assert.equal((await keepPicture(file, browser({ width: 640, height: 480 }))).data, file);
});

test("what may be transparent stays so", async () => {
  const file = Object.assign(new Blob(["large"], { type: "image/png" }), { name: "logo.png" });
  assert.equal((await keepPicture(file, browser({ width: 2000, height: 2000 }))).type, "image/webp");
});

test("the address of a picture is released once it is shown or cannot be", () => {
  for (const outcome of ["load", "error"]) {
    const released = [];
    const image = new EventTarget();
    showPicture(image, { data: new Blob([]) }, { createObjectURL: () => "blob:1", revokeObjectURL: (address) => released.push(address) });
    assert.equal(image.src, "blob:1");
    assert.deepEqual(released, []);
    image.dispatchEvent(new Event(outcome));
    assert.deepEqual(released, ["blob:1"]);
  }
});
