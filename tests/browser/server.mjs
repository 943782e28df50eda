// A static host as plain as they come: files under a path, no listings, no default documents, loopback only.
import { createReadStream } from "node:fs";
import { createServer } from "node:http";
import { after } from "node:test";
import { extname, join } from "node:path";
import { files, folder } from "./site.mjs";

const types = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".xml": "application/xml",
  ".txt": "text/plain; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
};

/**
 * Serves the site under `path` (which starts and ends with a slash) and gives its address. `instead` has what
 * stands for a file: text, bytes, null if it is lost, or a function that gives one of these. Every request goes to `heard`.
 */
export async function serve(path = "/", { instead = {}, heard = () => {} } = {}) {
  const known = new Set(files);
  const server = createServer((request, response) => {
    heard(request.url);
    const asked = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const file = asked.startsWith(path) ? asked.slice(path.length) : "";
    const given = typeof instead[file] === "function" ? instead[file]() : instead[file];
    const found = given === undefined ? known.has(file) : given !== null;
    const sent = found ? file : "404.html";
    response.writeHead(found ? 200 : 404, { "content-type": types[extname(sent)] ?? "application/octet-stream" });
    if (found && given !== undefined) response.end(given);
    else createReadStream(join(folder, sent)).pipe(response);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  after(() => server.close());
  return `http://127.0.0.1:${server.address().port}${path}`;
}
