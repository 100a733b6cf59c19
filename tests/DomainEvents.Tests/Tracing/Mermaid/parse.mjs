import { JSDOM } from 'jsdom';
const { window } = new JSDOM('');
globalThis.window = window;
globalThis.document = window.document;
const { default: mermaid } = await import('mermaid');
let text = '';
process.stdin.setEncoding('utf8');
for await (const chunk of process.stdin) text += chunk;
try {
  console.log(JSON.stringify(await mermaid.parse(text)));
} catch (error) {
  console.error(String(error && error.message || error));
  process.exitCode = 1;
}
