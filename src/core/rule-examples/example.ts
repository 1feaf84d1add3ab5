/** A wrong and a right way to write something, both from the example content in test/fixtures/examples. */
export interface RuleExample {
  /** The file that the example is part of, from the content folder. */
  readonly file: string;
  /** What sets the rule off; it stands in the file in place of `right`. */
  readonly wrong: string;
  /** What stands in the file. */
  readonly right: string;
  /** What else the reader has to know of the content around it. */
  readonly remark?: string | undefined;
  /** The path under which the file is wrong, where the path is the fault. */
  readonly wrongPath?: string;
  /** Returns the wrong bytes, where text cannot show them; `undefined` when the fault is that there is no file. */
  readonly wrongBytes?: () => Uint8Array | undefined;
}

const encoder = new TextEncoder();

/** Returns an example in which some text of a file is wrong. */
export function inFile(file: string, wrong: string, right: string, remark?: string): RuleExample {
  return { file, wrong, right, remark };
}

/** Returns an example in which the path of a file is wrong. */
export function inPath(file: string, wrongPath: string, remark?: string): RuleExample {
  return { file, wrong: wrongPath, right: file, wrongPath, remark };
}

/** Returns an example whose wrong file is made of bytes that a text cannot show. */
export function inBytes(
  file: string,
  wrong: string,
  right: string,
  wrongBytes: () => Uint8Array | undefined,
): RuleExample {
  return { file, wrong, right, wrongBytes };
}

/** Returns the bytes of a text in Latin-1, for an example of a wrong encoding. */
export function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

/** Returns the bytes of a text in UTF-8. */
export function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}
