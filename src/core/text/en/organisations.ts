import { formatDate } from '../dates.ts';
import type { OrganisationsText } from '../vi/organisations.ts';

const day = (date: unknown): string => formatDate(String(date));

export const organisationsEn: OrganisationsText = {
  kinds: {
    'people-committee': "People's committee",
    department: 'Department, office',
    'party-body': 'Party body',
    'front-and-unions': 'Front and mass organisations',
    association: 'Association',
    village: 'Village, residential group',
    school: 'School',
    'health-station': 'Health station',
    'public-service-unit': 'Public service unit',
    'armed-force': 'Armed forces',
    enterprise: 'Enterprise',
    cooperative: 'Cooperative',
    cluster: 'Emulation cluster, bloc',
    council: 'Emulation and commendation council',
  },
  levels: {
    central: 'Central',
    province: 'Province',
    district: 'District (before 01/7/2025)',
    commune: 'Commune',
    unit: 'Unit',
  },
  changes: {
    found: 'Founded',
    rename: 'Renamed, details changed',
    move: 'Moved under another',
    merge: 'Merged',
    split: 'Split',
    dissolve: 'Dissolved',
  },
  parts: { begun: 'began', ended: 'ended', renamed: 'renamed to', moved: 'moved to', gained: 'took over' },
  successions: { merge: 'merger', split: 'split', rename: 'renaming', dissolve: 'dissolution' },
  refusals: {
    'change-in-future': ({ on, today }) =>
      `${day(on)} lies after today (${day(today)}). Do it on that day, or enter a day that has passed.`,
    'changed-since': ({ name, on }) =>
      `A change of ${name} is entered for ${day(on)}. Choose a later day, or undo that change first.`,
    'unit-ended': ({ name, on }) => `${name} ended on ${day(on)}.`,
    'unit-not-yet': ({ name, on }) => `${name} exists only since ${day(on)}. Choose that day or a later one.`,
    'top-stays': ({ name }) => `${name} is the top of the tree: it cannot be moved, merged, split or dissolved.`,
    'under-itself': ({ name, parent }) => `${parent} stands below ${name} and cannot be above it.`,
    'stands-there-already': ({ name, parent }) => `${name} stands under ${parent} already.`,
    'level-does-not-fit': ({ name, parent }) =>
      parent === null || parent === undefined
        ? `The level of ${name} does not fit whom it stands under. Choose another level.`
        : `${name} cannot stand under ${parent}: the one above must be of a higher level.`,
    'district-ended': ({ on }) => `There are no districts since ${day(on)}. Choose another level or an earlier day.`,
    'name-taken': ({ name, parent }) =>
      parent
        ? `${parent} has a ${name} already. Choose another name.`
        : `A sibling is called ${name}. Choose another name.`,
    'code-taken': ({ name }) => `${name} carries this code. Check the code.`,
    'nothing-changed': ({ name }) => `Nothing differs from what is known of ${name}.`,
    'merge-too-few': () => 'Merging into a new organisation takes at least two.',
    'merge-different-level': ({ name }) => `${name} is of another level than the one after the merger.`,
    'merge-different-kind': ({ name }) => `${name} is of another kind than the one after the merger.`,
    'merge-above-below': ({ name }) => `${name} stands above another of these, so they cannot be merged side by side.`,
    'split-too-few': () => 'A split takes at least two new organisations, or one when the old one stays.',
    'not-a-province': ({ name }) => `${name} is no province, so the communes of a province cannot stand under it.`,
    'children-without-place': ({ name, count }) =>
      `${name} still has ${count} organisations under it without a new place. Choose who takes them all.`,
    'successor-is-itself': ({ name }) => `${name} cannot succeed itself.`,
    'undo-not-last': ({ name }) => `${name} was changed again later. Undo the latest change first.`,
    'undo-done': () => 'This change was undone already.',
    'undo-hangs': ({ name }) =>
      `People, movements or figures belong to ${name} already, so it cannot be undone. Merge or dissolve it by a new change.`,
    'import-changed': () => 'The tree or the file changed since the preview. Nothing was written. Preview it again.',
    'not-a-cluster': ({ name }) => `${name} is no emulation cluster.`,
    'cluster-in-cluster': ({ name }) => `${name} is a cluster itself and cannot be a member.`,
    'member-already': ({ name, cluster }) => `${name} is a member of ${cluster} already.`,
    'member-not-there': ({ name, cluster }) => `${name} is no member of ${cluster} any more.`,
    'member-since': ({ name, on }) => `${name} is a member only since ${day(on)}. Choose a later day.`,
  },
  columns: {
    code: 'Code',
    name: 'Name',
    kind: 'Kind',
    level: 'Level',
    parentCode: 'Code of the one above',
    parentName: 'Name of the one above',
    issuerName: 'Name as an issuer',
    from: 'From',
    until: 'Until',
    key: 'Key (do not change)',
  },
  effects: { new: 'New', renamed: 'Renamed, changed', moved: 'Moved', ended: 'Ended', unchanged: 'Unchanged' },
  faults: {
    'wrong-columns': ({ missing }) =>
      `The column ${String(missing)} is not there. This may be another form; use the list of organisations from this page.`,
    'file-outdated': ({ asOf, latest }) =>
      `The file shows the list as of ${day(asOf)}, but the tree changed on ${day(latest)}. Download it again and edit that.`,
    'other-province': ({ found, own }) => `The file is of ${found}, not of ${own}. Choose the right file.`,
    'no-rows': () => 'There is no organisation below the head of the table.',
    missing: () => 'This cell must be filled.',
    'too-long': ({ most }) => `Longer than ${most} characters. Shorten it.`,
    'unknown-kind': ({ value }) => `There is no kind “${value}”. Choose one from the cell's list.`,
    'unknown-level': ({ value }) => `There is no level “${value}”. Choose one from the cell's list.`,
    'bad-code': ({ value }) => `The code “${value}” may hold plain letters, digits, dots and hyphens, at most 30.`,
    'bad-key': () => 'The key was changed. Leave it empty for new ones and as it is for the others.',
    'date-is-text': ({ value }) => `“${value}” is no date. Write it like 31/12/2026.`,
    formula: () => 'The cell holds a formula. Copy it and paste its value.',
    'cell-error': ({ value }) => `The cell shows the error ${value}. Mend it and save again.`,
    merged: ({ value }) => `The cells ${value} are merged. Unmerge them, one value a cell.`,
    'wrong-cell': ({ value }) => `The value “${value}” cannot be used here.`,
    'unknown-key': ({ name }) => `The key of ${name} is not in your part of the tree. Leave it empty if it is new.`,
    'row-twice': ({ name, other }) => `${name} stands in row ${other} already. One row each.`,
    'code-twice': ({ value, other }) => `The code ${value} is used in row ${other}.`,
    'code-taken': ({ name }) => `${name} carries this code.`,
    'unknown-parent': ({ value }) => `“${value}” is neither in the file nor in your part of the tree.`,
    'ambiguous-parent': ({ value, count }) => `There are ${count} called “${value}”. Enter the code of the one above.`,
    circle: ({ name }) => `${name} would stand below itself through others. Check whom it stands under.`,
    'level-does-not-fit': ({ name, parent }) =>
      `${name} cannot stand under ${parent}: the one above must be of a higher level.`,
    'name-taken': ({ name, parent }) => `${parent} would have two called ${name}.`,
    'district-ended': ({ on }) => `There are no districts since ${day(on)}: an end no later than that day is needed.`,
    'until-before-from': ({ from }) => `The end must come after the beginning (${day(from)}).`,
    'from-stays': ({ on }) =>
      `The beginning of one that is there cannot be changed by a file${on ? ` (it is ${day(on)})` : ''}. Leave it as it was.`,
    'change-in-future': ({ on, today }) => `${day(on)} lies after today (${day(today)}).`,
    'changed-since': ({ name, on }) => `A change of ${name} is entered for ${day(on)}. The day must come after it.`,
    'parent-later': ({ parent, on }) => `${parent} exists only since ${day(on)}.`,
    'parent-ended': ({ parent, on }) => `${parent} ends on ${day(on)} by this file.`,
    'children-left': ({ name, child }) =>
      `${child} still stands under ${name}. Give it another place or an end in the same file.`,
    'top-stays': ({ name }) => `${name} is the top of the tree and stays where it is.`,
  },
  sheet: {
    title: 'LIST OF ORGANISATIONS',
    asOf: (date) => `As of ${day(date)}`,
    name: 'Organisations',
    fileName: (date) => `organisations-${date}.xlsx`,
    csvName: (date) => `organisations-${date}.csv`,
    templateName: 'organisations-template.xlsx',
    notes: { name: 'How to', lines: [] },
  },
};
