import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { inRoot } from "./tools.mjs";

/** Serves the built page on this machine only, and keeps the list of what was asked for. */
export async function servePage(pages = {}) {
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    const page = pages[request.url] ?? (request.url === "/" ? readFileSync(inRoot("web/dist/index.html")) : null);
    response.writeHead(page === null ? 404 : 200, { "content-type": "text/html; charset=utf-8" }).end(page ?? "");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { asked, address: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
