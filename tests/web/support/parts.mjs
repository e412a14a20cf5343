import { unpacker } from "../../../web/pack/pack.mjs";
import { bundled } from "./tools.mjs";

const { unpack } = await bundled("unpack.ts");

/** What web/pack has packed, as the page unpacks it. */
export async function unpackedParts(packed, known = Buffer.alloc(0)) {
  const parts = [];
  await unpack(unpacker, packed, known, (part) => parts.push(Buffer.from(part)));
  return parts;
}

/** The script, the module and the manual of a built page. */
export function partsOfPage(html) {
  const [, script] = /<script>([^]*)<\/script>/.exec(html);
  const [, stream] = /"([\w+/]{50000,}={0,2})"/.exec(script);
  return unpackedParts(Buffer.from(stream, "base64"), Buffer.from(script.replace(/"[^"]{5000,}"/g, "")));
}
