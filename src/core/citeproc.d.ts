declare module 'citeproc' {
  /** A style or locale as a tree. */
  export interface StyleNode {
    readonly name: string;
    readonly attrs: Readonly<Record<string, string>>;
    readonly children: readonly (StyleNode | string)[];
  }

  interface System {
    retrieveLocale(language: string): string;
    retrieveItem(id: string): object | undefined;
  }

  class Engine {
    constructor(system: System, style: StyleNode, language: string, forceLanguage: boolean);
    /** What it knows of the item that it is at; `lang_array` has the languages whose capitals it writes. */
    readonly tmp: { lang_array: readonly string[] };
    setOutputFormat(format: 'text' | 'html'): void;
    updateItems(ids: readonly string[]): void;
    makeBibliography(): [object, string[]];
  }

  const CSL: {
    readonly Engine: typeof Engine;
    /** How styles case words; `title` capitalises all that matter, in English. */
    readonly Output: { readonly Formatters: { title(engine: Engine, text: string): string } };
    parseXml(text: string): StyleNode;
  };
  export default CSL;
}

declare module 'style-chicago' {
  const style: import('citeproc').StyleNode;
  export default style;
}
