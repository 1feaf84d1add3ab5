import type { MapFile, MapFileEntry } from '../core/outputs/map-file.ts';
import { markRadius } from '../core/map/mark.ts';
import { type Box, boxOf, placeLabels } from '../core/map/place-labels.ts';
import { formatDay } from '../core/days.ts';
import { MapZoom } from './map-zoom.ts';

const stepTime = 900;
const listLimit = 60;
const fontSize = 13;
const wordSize = 15;

/** Brings the map to life: zoom and pan, a day slider with play, a filter by kind. */
export function startMap(): void {
  const root = document.querySelector<HTMLElement>('[data-map]');
  if (!root) return;
  fetchFile(root.dataset['map'] ?? '').then(
    (file) => new LiveMap(root, file),
    (error: unknown) => {
      part(root, 'status').textContent = 'The days and kinds could not be loaded; the map shows all entries.';
      console.error(error);
    },
  );
}

async function fetchFile(url: string): Promise<MapFile> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return (await response.json()) as MapFile;
}

class LiveMap {
  readonly #root: HTMLElement;
  readonly #file: MapFile;
  readonly #zoom: MapZoom;
  readonly #day: HTMLInputElement;
  readonly #kind: HTMLSelectElement;
  readonly #counts = new Map<string, number>();
  #timer: number | undefined;

  constructor(root: HTMLElement, file: MapFile) {
    this.#root = root;
    this.#file = file;
    this.#day = part(root, 'day') as HTMLInputElement;
    this.#kind = part(root, 'kind') as HTMLSelectElement;
    this.#zoom = new MapZoom(part(root, 'drawing') as unknown as SVGSVGElement, () => this.#label());
    part(root, 'live').hidden = false;
    this.#day.addEventListener('input', () => this.#show());
    this.#kind.addEventListener('change', () => this.#show());
    const play = part(root, 'play');
    play.addEventListener('click', () => this.#toggle(play));
    for (const button of root.querySelectorAll<HTMLElement>('[data-zoom]'))
      button.addEventListener('click', () => this.#zoom.step(button.dataset['zoom'] ?? ''));
    // What is drawn already is all entries of all days.
    this.#count(this.#file.entries);
    this.#tell(this.#file.entries.length);
    this.#centre();
  }

  // A phone shows a part of the map at first: that where most entries lie.
  #centre(): void {
    const frame = part(this.#root, 'drawing').parentElement;
    if (!frame) return;
    let all = 0;
    let sum = 0;
    for (const mark of this.#root.querySelectorAll<SVGAElement>('[data-place]')) {
      const count = this.#counts.get(mark.dataset['place'] ?? '') ?? 0;
      all += count;
      sum += count * this.#zoom.toScreen(mark.querySelector('g')?.dataset['fixed'] ?? '')[0];
    }
    if (all > 0) frame.scrollLeft = (sum / all / this.#zoom.size.width) * frame.scrollWidth - frame.clientWidth / 2;
  }

  /** Draws the entries of the chosen day and kind, and lists them. */
  #show(): void {
    const day = Number(this.#day.value) - 1;
    const kind = this.#kind.value;
    const shown = this.#file.entries.filter(
      (entry) => (kind === '' || entry.kind === kind) && (day < 0 || (entry.from <= day && day <= entry.to)),
    );
    this.#count(shown);
    for (const mark of this.#root.querySelectorAll<SVGAElement>('[data-place]')) {
      const radius = markRadius(this.#counts.get(mark.dataset['place'] ?? '') ?? 0);
      mark.querySelector('circle')?.setAttribute('r', String(radius));
      mark.toggleAttribute('hidden', radius === 0);
      mark.style.display = radius === 0 ? 'none' : '';
    }
    this.#tell(shown.length);
    this.#list(day < 0 && kind === '' ? [] : shown.slice(0, listLimit));
    this.#label();
  }

  // The base's own words, which names keep clear of.
  #wordBoxes(): Box[] {
    return [...this.#root.querySelectorAll<SVGTextElement>('text[data-fixed]')].map((word) => {
      const [x, y] = this.#zoom.toScreen(word.dataset['fixed'] ?? '');
      return boxOf({ text: word.textContent.trim(), x, y, anchor: 'middle' }, wordSize);
    });
  }

  #count(entries: readonly MapFileEntry[]): void {
    this.#counts.clear();
    for (const entry of entries)
      for (const place of entry.places) this.#counts.set(place, (this.#counts.get(place) ?? 0) + 1);
  }

  #tell(shown: number): void {
    const day = Number(this.#day.value) - 1;
    const when = day < 0 ? 'All days' : formatDay(this.#file.days[day] ?? '');
    this.#day.setAttribute('aria-valuetext', when);
    const count = `${shown.toLocaleString('en-GB')} ${shown === 1 ? 'entry' : 'entries'}`;
    part(this.#root, 'status').textContent = `${when}: ${count} at ${this.#counts.size} places.`;
  }

  #list(entries: readonly MapFileEntry[]): void {
    part(this.#root, 'found').replaceChildren(
      ...entries.map((entry) => {
        const item = document.createElement('li');
        const link = document.createElement('a');
        link.href = entry.href;
        link.textContent = entry.title;
        item.append(link);
        return item;
      }),
    );
  }

  #toggle(button: HTMLElement): void {
    const isPlaying = this.#timer !== undefined;
    button.ariaPressed = String(!isPlaying);
    button.textContent = isPlaying ? 'Play' : 'Pause';
    if (isPlaying) {
      clearInterval(this.#timer);
      this.#timer = undefined;
      return;
    }
    this.#timer = window.setInterval(() => {
      const next = Number(this.#day.value) + 1;
      if (next > Number(this.#day.max)) this.#toggle(button);
      else this.#day.value = String(next);
      this.#show();
    }, stepTime);
  }

  // Room for names changes with what is drawn and how near it is.
  #label(): void {
    const { width, height } = this.#zoom.size;
    const marks = [...this.#root.querySelectorAll<SVGAElement>('[data-place]')].flatMap((mark) => {
      const id = mark.dataset['place'] ?? '';
      const [x, y] = this.#zoom.toScreen(mark.querySelector('g')?.dataset['fixed'] ?? '');
      const radius = markRadius(this.#counts.get(id) ?? 0);
      return radius === 0 || x < 0 || y < 0 || x > width || y > height ? [] : [{ id, x, y, radius }];
    });
    marks.sort((a, b) => b.radius - a.radius);
    const words = this.#wordBoxes();
    for (const group of this.#root.querySelectorAll<SVGGElement>('g[data-names]')) {
      const lang = group.dataset['names'] ?? '';
      const requests = marks.map((mark) => ({ ...mark, text: this.#file.names[mark.id]?.[lang] ?? '' }));
      const placed = placeLabels(requests, { left: 0, top: 0, right: width, bottom: height }, fontSize, words);
      group.replaceChildren(
        ...placed.map(({ text, x, y, anchor }) => {
          const label = document.createElementNS('http://www.w3.org/2000/svg', 'text');
          // The scope of the component's style.
          for (const { name } of group.attributes) if (name.startsWith('data-astro')) label.setAttribute(name, '');
          label.setAttribute('x', String(x));
          label.setAttribute('y', String(y));
          label.setAttribute('text-anchor', anchor);
          label.textContent = text;
          return label;
        }),
      );
    }
  }
}

function part(root: HTMLElement, name: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(`[data-${name}]`);
  if (!found) throw new Error(`The map has no [data-${name}]`);
  return found;
}
