import { useEffect, useState } from 'react';
import { listCatalogue } from '../contract/catalogues.ts';
import { type Catalogue, type ChangedIndicator, catalogueWith } from '../core/rules/province-catalogue.ts';
import { call } from './call.ts';
import { useSession } from './session.tsx';

/** Asked once for all pickers of a page; a province's catalogue changes seldom. */
let asked: { provinceId: string; at: number; answer: Promise<readonly ChangedIndicator[]> } | null = null;
const FRESH_MS = 60_000;

function changesOf(provinceId: string): Promise<readonly ChangedIndicator[]> {
  if (asked?.provinceId === provinceId && Date.now() - asked.at < FRESH_MS) return asked.answer;
  const answer = call(listCatalogue, { changed: 'yes' }).then(({ indicators }) => indicators);
  asked = { provinceId, at: Date.now(), answer };
  // What failed is asked anew by the next.
  answer.catch(() => {
    asked = null;
  });
  return answer;
}

const BUILT_IN = catalogueWith([]);

/** The indicators that may be chosen here; the built-in ones until the province's are known. */
export function useCatalogue(): Catalogue {
  const { person } = useSession();
  const [catalogue, setCatalogue] = useState(BUILT_IN);
  useEffect(() => {
    let left = false;
    changesOf(person.province.id).then(
      (changed) => {
        if (!left && changed.length > 0) setCatalogue(catalogueWith(changed));
      },
      () => undefined,
    );
    return () => {
      left = true;
    };
  }, [person.province.id]);
  return catalogue;
}
