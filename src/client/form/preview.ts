import { formatDate, parseDate } from '../../core/dates.ts';
import { renderBody } from '../../core/markdown/render-body.ts';
import type { RecordList } from '../../core/outputs/record-list.ts';
import type { FormData } from './fields.ts';
import type { RecordFile } from './file.ts';

/** Shows a record as its page will: title, date, summary, text by the core's own Markdown, claims with who makes them. */
export function showPreview(
  target: Element,
  file: RecordFile,
  data: FormData,
  body: string,
  list: RecordList,
  base: string,
): void {
  const names = Array.isArray(data['names']) ? (data['names'] as FormData[]) : [];
  const title = data['title'] ?? names[0]?.['text'];
  const date = parseDate(String(data['date'] ?? data['issued'] ?? ''));
  target.replaceChildren(
    ...(title ? [create('h3', String(title))] : []),
    ...(date ? [create('p', formatDate(date), 'data soft')] : []),
    ...(data['summary'] ? [create('p', String(data['summary']), 'soft')] : []),
    createBody(file, body, list, base),
    ...listStatements(data, list),
  );
}

function createBody(file: RecordFile, body: string, list: RecordList, base: string): Element {
  const text = document.createElement('div');
  const rows = [
    ...list.actors.map((row) => ['actors', row] as const),
    ...list.places.map((row) => ['places', row] as const),
  ];
  const names = rows.map(([folder, [id, name]]) => ({
    href: `${base}${folder}/${id}/`,
    names: body.includes(name) ? [name] : [],
  }));
  // The core's HTML comes from Markdown alone: raw HTML and addresses of scripts never reach it.
  text.innerHTML = renderBody(file.path, body, {
    resolveLink: (path) => `${base}${path.replace(/\.md$/, '/')}`,
    names,
  }).html;
  return text;
}

function listStatements(data: FormData, list: RecordList): Element[] {
  const nameOf = (id: unknown) => list.actors.find(([actor]) => actor === id)?.[1] ?? String(id);
  const speakers = (by: unknown) => (Array.isArray(by) ? by : [by ?? 'Nobody yet']).map(nameOf).join(', ');
  const rows = (name: string) => (Array.isArray(data[name]) ? (data[name] as FormData[]) : []);
  const items = [
    ...rows('claims').map((claim) => `${speakers(claim['by'])}: ${claim['says'] ?? ''}`),
    ...rows('figures').map(
      (figure) => `${speakers(figure['by'])}: ${figure['count'] ?? ''} ${figure['who'] ?? ''} ${figure['of'] ?? ''}`,
    ),
  ].map((item) => create('li', item));
  if (items.length === 0) return [];
  const statements = document.createElement('ul');
  statements.append(...items);
  return [statements];
}

function create(name: string, text: string, className = ''): Element {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
}
