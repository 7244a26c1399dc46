/** Makes small PDF files by hand: pages with one line each, and one that asks for a password. */

const encoder = new TextEncoder();

function assemble(objects: string[], trailer: string): Uint8Array {
  let text = '%PDF-1.7\n';
  const offsets = objects.map((body, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const xref = text.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${xref}\n%%EOF\n`;
  return encoder.encode(text);
}

/** A PDF with one page for each text; letters of ASCII only. A text may also be a whole content stream. */
export function pdfOf(pages: string[], { trailer = '' }: { trailer?: string } = {}): Uint8Array {
  const kids = pages.map((_, at) => `${4 + at * 2} 0 R`).join(' ');
  return assemble(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
      '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>',
      ...pages.flatMap((text, at) => {
        const content = text.includes('BT') || text.includes(' re') ? text : `BT /F 14 Tf 90 700 Td (${text}) Tj ET`;
        return [
          `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + at * 2} 0 R /Resources << /Font << /F 3 0 R >> >> >>`,
          `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
        ];
      }),
    ],
    trailer,
  );
}

/** A PDF encrypted with a user password that nobody gives. */
export function lockedPdf(): Uint8Array {
  const bytes = (fill: string) => `<${fill.repeat(32)}>`;
  return pdfOf(['x'], {
    trailer: `/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O ${bytes('a1')} /U ${bytes('b2')} >> /ID [${bytes('c3')} ${bytes('c3')}]`,
  });
}
