import { JSDOM } from 'jsdom';
const { window } = new JSDOM('');
globalThis.window = window;
globalThis.document = window.document;
const { default: mermaid } = await import('mermaid');
let text = '';
process.stdin.setEncoding('utf8');
for await (const chunk of process.stdin) text += chunk;
try {
  const { diagramType } = await mermaid.parse(text);
  const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
  // Mermaid keeps "#35;" under cover while it parses, and shows the character in the end.
  const shown = label => label.replace(/ﬂ°°(\d+)¶ß/g, (_, code) => String.fromCodePoint(Number(code)));
  const labels = [...diagram.db.getVertices().values()].map(vertex => shown(vertex.text.split('<br>')[0]));
  console.log(JSON.stringify({ diagramType, labels }));
} catch (error) {
  console.error(String(error && error.message || error));
  process.exitCode = 1;
}
