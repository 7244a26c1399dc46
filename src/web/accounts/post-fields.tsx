import { Select, TextInput } from '@mantine/core';
import type { OrganisationId } from '../../contract/ids.ts';
import type { OrganisationRef } from '../../contract/organisations.ts';
import type { Role } from '../../core/rules/access.ts';
import { DateField } from '../date-field.tsx';
import { useText } from '../language.tsx';
import { OrganisationPicker } from '../organisation-picker.tsx';

/** A post as it is being entered. */
export type PostForm = {
  organisation: OrganisationRef | null;
  role: Role | null;
  title: string;
  /** False while the title is the one that was proposed for the role. */
  titled: boolean;
  from: string | null;
  lastDay: string | null;
};

export const EMPTY_POST: PostForm = {
  organisation: null,
  role: null,
  title: '',
  titled: false,
  from: null,
  lastDay: null,
};

export type ReadyPost = {
  organisationId: OrganisationId;
  role: Role;
  title: string;
  from: string | null;
  lastDay: string | null;
};

/** The post as the server takes it; null while something is missing. */
export function readyPost({ organisation, role, title, from, lastDay }: PostForm): ReadyPost | null {
  if (organisation === null || role === null || title.trim() === '') return null;
  return { organisationId: organisation.id, role, title: title.trim(), from, lastDay };
}

type Props = { post: PostForm; grantable: readonly Role[]; change: (post: PostForm) => void };

/** Where, in which role, under which title and in which days. */
export function PostFields({ post, grantable, change }: Props) {
  const text = useText();
  const words = text.accountPages;
  return (
    <>
      <OrganisationPicker
        label={words.where}
        required
        value={post.organisation}
        onChange={(organisation) => change({ ...post, organisation })}
      />
      <Select
        label={words.whatRole}
        required
        allowDeselect={false}
        value={post.role}
        data={grantable.map((role) => ({ value: role, label: text.roles.names[role] }))}
        description={post.role === null ? null : text.roles.purposes[post.role]}
        onChange={(role) => {
          if (role !== null) change({ ...post, role, title: post.titled ? post.title : words.titles[role] });
        }}
      />
      <TextInput
        label={words.postTitle}
        description={words.postTitleAbout}
        required
        maxLength={150}
        value={post.title}
        onChange={(event) => change({ ...post, title: event.currentTarget.value, titled: true })}
      />
      <div className="account-pair">
        <DateField
          label={words.from}
          description={words.fromAbout}
          value={post.from}
          onChange={(from) => change({ ...post, from })}
        />
        <DateField
          label={words.lastDay}
          description={words.lastDayAbout}
          value={post.lastDay}
          onChange={(lastDay) => change({ ...post, lastDay })}
        />
      </div>
    </>
  );
}
