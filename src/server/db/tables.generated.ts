// Written by `npm run db:types` from the migrations; do not edit.
import type { ColumnType, Generated } from 'kysely';

/** Who may sign in. */
export interface Accounts {
  /** Made by the application. */
  id: string;
  /** The province the account belongs to. */
  province_id: string;
  /** Account name, told apart without regard to case. */
  name: string;
  /** Optional; may be used to sign in as well. */
  email: string | null;
  /** argon2id, with its salt and costs. */
  password_hash: string;
  /** Since when it may no longer sign in. */
  disabled_at: string | null;
  /** When it was made. */
  created_at: Generated<string>;
  /** Belongs to the demo; never signs in under NODE_ENV=production. */
  demo: Generated<boolean>;
}

/** Acts already done, by the id their sender made: the same act sent twice is done once and answered twice. */
export interface Actions {
  /** Made by the sender. */
  id: string;
  /** Of the account. */
  province_id: string;
  /** Who did it. */
  account_id: string;
  /** Which act. */
  act: string;
  /** SHA-256 of its input: another input under the same id is refused. */
  input_hash: Buffer;
  /** What was answered. */
  answer: ColumnType<unknown, string, string> | null;
  /** When. */
  at: string;
}

/** Who did what to what, one chain a province: each row holds the hash of the one before. */
export interface AuditEntries {
  /** Whose chain. */
  province_id: string;
  /** Place in the chain, from 1 without gaps. */
  seq: ColumnType<string, string | number | bigint, string | number | bigint>;
  /** When. */
  at: string;
  /** Who; null for the system itself. */
  account_id: string | null;
  /** In which organisation the post was held. */
  organisation_id: string | null;
  /** In which post, as it was called then. */
  post_title: string;
  /** The act of core/rules/access. */
  act: string;
  /** What happened to the subject. */
  deed: string;
  /** What it happened to. */
  subject_kind: string;
  /** Its id. */
  subject_id: string | null;
  /** The sender's id of the act. */
  action_id: string | null;
  /** SHA-256 of the payload, which may be erased without breaking the chain. */
  payload_hash: Buffer;
  /** Hash of the row before; 32 zero bytes for the first. */
  previous_hash: Buffer;
  /** SHA-256 over all of the above. */
  hash: Buffer;
}

/** End of each province's chain: how many rows and the hash of the last, so that a cut-off tail shows. */
export interface AuditHeads {
  /** Whose chain. */
  province_id: string;
  /** Rows in the chain. */
  count: ColumnType<string, string | number | bigint, string | number | bigint>;
  /** Hash of the last row; 32 zero bytes before the first. */
  hash: Buffer;
}

/** Before and after of each entry, beside the chain because it may hold personal data. */
export interface AuditPayloads {
  /** Whose chain. */
  province_id: string;
  /** Which entry. */
  seq: ColumnType<string, string | number | bigint, string | number | bigint>;
  /** JSON as it was hashed; null once erased. */
  payload: string | null;
  /** When it was erased. */
  erased_at: string | null;
}

/** Bytes as they were handed in, once for each content and province. */
export interface Files {
  /** Whose file. */
  province_id: string;
  /** SHA-256 of the bytes. */
  sha256: Buffer;
  /** The bytes. */
  bytes: Buffer;
  /** How many. */
  size: ColumnType<string, string | number | bigint, string | number | bigint>;
  /** When first handed in. */
  created_at: Generated<string>;
}

/** Which migrations this database has. */
export interface Migrations {
  /** File name. */
  name: string;
  /** SHA-256 of the file as it was applied. */
  checksum: string;
  /** When. */
  applied_at: Generated<string>;
}

/** Who stands under whom and when: every pair of ancestor and descendant, each organisation also under itself. */
export interface OrganisationClosure {
  /** The province both belong to. */
  province_id: string;
  /** The one above, or the same. */
  ancestor_id: string;
  /** The one below, or the same. */
  descendant_id: string;
  /** Steps between them; 0 for itself. */
  depth: number;
  /** First day on which it holds. */
  valid_from: Generated<string>;
  /** First day on which it no longer holds. */
  valid_until: Generated<string>;
}

/** What an ended organisation became. */
export interface OrganisationSuccessions {
  /** The province both belong to. */
  province_id: string;
  /** The one that ended. */
  predecessor_id: string;
  /** The one that goes on. */
  successor_id: string;
  /** The list is SUCCESSIONS in core/rules. */
  how: string;
  /** Day on which it happened. */
  on_date: string;
}

/** Every organisation that takes part in movements, with its life span; ended ones stay readable. */
export interface Organisations {
  /** Made by the application. */
  id: string;
  /** The province it belongs to. */
  province_id: string;
  /** Whom it stands under today, or stood under when it ended; the past is in organisation_closure. */
  parent_id: string | null;
  /** Name as people say it, "Xã Bình Lư". */
  name: string;
  /** Name as an issuer of documents, "Ủy ban nhân dân xã Bình Lư"; null where it issues none. */
  issuer_name: string | null;
  /** What it is; the list is ORGANISATION_KINDS in core/rules. */
  kind: string;
  /** Level of government, or unit; the list is ORGANISATION_LEVELS in core/rules. */
  level: string;
  /** Order among its siblings. */
  position: Generated<number>;
  /** First day of its life; null where not known. */
  valid_from: string | null;
  /** First day on which it no longer exists; null while it lives. */
  valid_until: string | null;
  /** Counts edits, so that an old form cannot overwrite a newer one. */
  version: Generated<number>;
}

/** What an account is in an organisation, and from when to when. */
export interface Posts {
  /** Made by the application. */
  id: string;
  /** The province of both. */
  province_id: string;
  /** Whose post. */
  account_id: string;
  /** Where. */
  organisation_id: string;
  /** What rights it brings; the list is ROLES in core/rules/access. */
  role: string;
  /** As people say it, "Chuyên viên thi đua - khen thưởng". */
  title: string;
  /** First day. */
  valid_from: Generated<string>;
  /** First day on which it no longer holds. */
  valid_until: Generated<string>;
}

/** A province or city: nothing of one is seen or changed from another. */
export interface Provinces {
  /** Made by the application. */
  id: string;
  /** Official name, "Tỉnh Lai Châu". */
  name: string;
  /** The day on which this province stands still: only demo data has one. */
  fixed_today: string | null;
  /** When it was set up here. */
  created_at: Generated<string>;
}

/** Who is signed in. The token itself is only in the cookie. */
export interface Sessions {
  /** SHA-256 of the token. */
  token_hash: Buffer;
  /** Whose session. */
  account_id: string;
  /** The post in which the person works now. */
  post_id: string;
  /** When signed in. */
  created_at: string;
  /** Last use, kept to the minute. */
  seen_at: string;
  /** End, moved on by use up to a limit. */
  expires_at: string;
  /** Network address at sign-in, for the person's own list of sessions. */
  address: string;
  /** Browser as it names itself, cut short. */
  device: string;
}

/** One-time codes, printed in the terminal, with which the first administrator of an empty installation is made. */
export interface SetUpCodes {
  /** SHA-256 of the code. */
  code_hash: Buffer;
  /** End. */
  expires_at: string;
}

/** Failed attempts at signing in, for the rate limit; swept after an hour. */
export interface SignInAttempts {
  /** Hash of the account name or of the address tried. */
  key: string;
  /** When. */
  at: string;
}

export interface DB {
  accounts: Accounts;
  actions: Actions;
  audit_entries: AuditEntries;
  audit_heads: AuditHeads;
  audit_payloads: AuditPayloads;
  files: Files;
  migrations: Migrations;
  organisation_closure: OrganisationClosure;
  organisation_successions: OrganisationSuccessions;
  organisations: Organisations;
  posts: Posts;
  provinces: Provinces;
  sessions: Sessions;
  set_up_codes: SetUpCodes;
  sign_in_attempts: SignInAttempts;
}
