const furthest = 1;
const nearest = 12;
const factor = 1.5;
/** How far an arrow key moves the map, in parts of its width. */
const stride = 0.15;

/** Zooms and pans a drawing by buttons, wheel with Ctrl, drag, and keys; marks and words keep their size. */
export class MapZoom {
  readonly size: { readonly width: number; readonly height: number };
  readonly #svg: SVGSVGElement;
  readonly #onChange: () => void;
  #scale = 1;
  #left = 0;
  #top = 0;

  constructor(svg: SVGSVGElement, onChange: () => void) {
    this.#svg = svg;
    this.#onChange = onChange;
    const { width, height } = svg.viewBox.baseVal;
    this.size = { width, height };
    svg.tabIndex = 0;
    svg.addEventListener('keydown', (event) => this.#onKey(event));
    svg.addEventListener('wheel', (event) => this.#onWheel(event), { passive: false });
    svg.addEventListener('pointerdown', (event) => this.#onDrag(event));
  }

  /** Zooms one step `in` or `out`, or shows `all`. */
  step(direction: string): void {
    const { width, height } = this.size;
    if (direction === 'all') this.#move(1, 0, 0);
    else this.#zoomAt(direction === 'in' ? factor : 1 / factor, width / 2, height / 2);
  }

  /** Returns where a point of the map lies on the drawing now; `fixed` is `x y`. */
  toScreen(fixed: string): readonly [number, number] {
    const [x = 0, y = 0] = fixed.split(' ').map(Number);
    return [(x - this.#left) * this.#scale, (y - this.#top) * this.#scale];
  }

  #zoomAt(by: number, x: number, y: number): void {
    const scale = Math.min(nearest, Math.max(furthest, this.#scale * by));
    const mapX = this.#left + x / this.#scale;
    const mapY = this.#top + y / this.#scale;
    this.#move(scale, mapX - x / scale, mapY - y / scale);
  }

  #move(scale: number, left: number, top: number): void {
    const { width, height } = this.size;
    this.#scale = scale;
    this.#left = Math.min(width - width / scale, Math.max(0, left));
    this.#top = Math.min(height - height / scale, Math.max(0, top));
    this.#svg
      .querySelector('[data-world]')
      ?.setAttribute('transform', `scale(${scale}) translate(${-this.#left} ${-this.#top})`);
    for (const item of this.#svg.querySelectorAll<SVGElement>('[data-fixed]'))
      item.setAttribute('transform', `translate(${item.dataset['fixed']}) scale(${1 / scale})`);
    this.#onChange();
  }

  #onKey(event: KeyboardEvent): void {
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, -1],
      ArrowDown: [0, 1],
    };
    const move = moves[event.key];
    if (move) {
      const reach = (this.size.width / this.#scale) * stride;
      this.#move(this.#scale, this.#left + move[0] * reach, this.#top + move[1] * reach);
    } else if (event.key === '+' || event.key === '=') this.step('in');
    else if (event.key === '-') this.step('out');
    else if (event.key === '0') this.step('all');
    else return;
    event.preventDefault();
  }

  // A wheel alone scrolls the page.
  #onWheel(event: WheelEvent): void {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const [x, y] = this.#toDrawing(event);
    this.#zoomAt(event.deltaY < 0 ? factor : 1 / factor, x, y);
  }

  #onDrag(start: PointerEvent): void {
    if (this.#scale === 1 || (start.target as Element).closest('a')) return;
    const { width } = this.#svg.getBoundingClientRect();
    const unit = this.size.width / width / this.#scale;
    const from = { left: this.#left, top: this.#top };
    const drag = (event: PointerEvent) =>
      this.#move(
        this.#scale,
        from.left - (event.clientX - start.clientX) * unit,
        from.top - (event.clientY - start.clientY) * unit,
      );
    this.#svg.setPointerCapture(start.pointerId);
    this.#svg.addEventListener('pointermove', drag);
    this.#svg.addEventListener('pointerup', () => this.#svg.removeEventListener('pointermove', drag), { once: true });
  }

  #toDrawing(event: MouseEvent): readonly [number, number] {
    const box = this.#svg.getBoundingClientRect();
    const unit = this.size.width / box.width;
    return [(event.clientX - box.left) * unit, (event.clientY - box.top) * unit];
  }
}
