import { Document, isScalar, isSeq, visit } from 'yaml';

const fence = '---\n';

/** Returns the text of a record's file: its data as YAML between two lines `---`, then its body. Lists of plain values stand on one line. */
export function formatRecord(data: Readonly<Record<string, unknown>>, text = ''): string {
  const document = new Document(data, { version: '1.2' });
  visit(document, {
    Seq(_, node) {
      if (isSeq(node) && node.items.every((item) => isScalar(item))) node.flow = true;
    },
  });
  const yaml = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  return `${fence}${yaml}${fence}${text === '' ? '' : `\n${text.trim()}\n`}`;
}
