// Serves the files of one folder on 127.0.0.1:  node serve.mjs FOLDER PORT
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const [folder, port] = process.argv.slice(2);
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
};

async function answer(request, response) {
  const headers = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' };
  try {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const name = join(folder, normalize(path.endsWith('/') ? `${path}index.html` : path));
    const body = await readFile(name);
    response.writeHead(200, { ...headers, 'Content-Type': types[extname(name)] ?? 'application/octet-stream' });
    response.end(body);
  } catch {
    response.writeHead(404, { ...headers, 'Content-Type': types['.html'] });
    response.end('Not found\n');
  }
}

const server = createServer(answer);
server.on('error', (error) => {
  console.error(error.code === 'EADDRINUSE' ? `serve: port ${port} is taken; name another: scripts/serve PORT` : `serve: ${error.message}`);
  process.exit(1);
});
server.listen(Number(port), '127.0.0.1', () => console.log(`Gouji 勾稽: http://127.0.0.1:${server.address().port}/  (Ctrl+C ends it)`));
