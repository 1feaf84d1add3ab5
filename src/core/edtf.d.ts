declare module 'edtf' {
  /** The parts of edtf.js (inukshuk/edtf.js) that are used here; times are milliseconds since 1970 in UTC. */
  interface ExtendedDate {
    readonly type: 'Date' | 'Interval';
    readonly min: number;
    readonly max: number;
  }
  export default function edtf(text: string, options?: { types?: readonly string[]; level?: number }): ExtendedDate;
}
