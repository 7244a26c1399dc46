import { useEffect, useState } from 'react';
import type { OrganisationId } from '../../contract/ids.ts';
import { getOrganisation, type OrganisationRef } from '../../contract/organisations.ts';
import { call } from '../call.ts';

/** Whom the draft names as launcher; asked by its id where it is not the organisation that handed the document in. */
export function useLauncher(
  organisationId: OrganisationId,
  handedInBy: OrganisationRef,
): [OrganisationRef, (launcher: OrganisationRef) => void] {
  const [known, setKnown] = useState<OrganisationRef>(handedInBy);
  useEffect(() => {
    if (organisationId === known.id) return;
    const abort = new AbortController();
    call(getOrganisation, { organisationId }, { signal: abort.signal }).then(
      ({ organisation: { id, name } }) => setKnown({ id, name }),
      () => undefined,
    );
    return () => abort.abort();
  }, [organisationId, known]);
  return [known, setKnown];
}
