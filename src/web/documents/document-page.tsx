import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMemo } from 'react';
import { type LoaderFunctionArgs, useLoaderData, useSearchParams } from 'react-router';
import './documents.css';
import './paper-fonts.ts';
import { getDocument, getDocumentFile } from '../../contract/documents.ts';
import type { DocumentId } from '../../contract/ids.ts';
import { Empty, PageHead } from '../../ui/page.tsx';
import { call, fileAddress } from '../call.ts';
import { useText } from '../language.tsx';
import { Sheet } from './sheet.tsx';
import type { Highlight } from './sheet-lines.ts';

export const documentLoader = ({ params, request }: LoaderFunctionArgs) =>
  call(getDocument, { documentId: params['documentId'] as DocumentId }, { signal: request.signal });

const nothing = () => undefined;

/** "120-180" as a highlight; anything else as none. */
function soughtHighlights(key: string): Highlight[] {
  const sought = /^(\d{1,8})-(\d{1,8})$/.exec(key);
  return sought ? [{ key: 'sought', kind: 'target', span: [Number(sought[1]), Number(sought[2])], struck: false }] : [];
}

/** A stored document; `?doan=120-180` shows the sentence a fact came from. */
export function DocumentPage() {
  const text = useText();
  const words = text.workroom.reading;
  const { document, content } = useLoaderData<typeof documentLoader>();
  const [params] = useSearchParams();
  const key = params.get('doan') ?? '';
  const highlights = useMemo<Highlight[]>(() => soughtHighlights(key), [key]);
  return (
    <>
      <PageHead
        title={document.title ?? document.fileName}
        trail={[document.kindName, document.numberSymbol, document.issuer].filter(Boolean).join(' · ')}
        about={highlights.length > 0 ? words.documentBack : document.fileName}
      >
        <Button
          component="a"
          href={fileAddress(getDocumentFile, { documentId: document.id })}
          variant="default"
          leftSection={<IconDownload size={16} />}
        >
          {words.documentFile}
        </Button>
      </PageHead>
      {content ? (
        <Sheet
          content={content}
          highlights={highlights}
          active={highlights[0]?.key ?? null}
          follow
          hover={nothing}
          choose={nothing}
        />
      ) : (
        <Empty title={words.tabDocument}>{words.rowNone}</Empty>
      )}
    </>
  );
}
