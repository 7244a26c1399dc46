// Written by `npm run db:types` from the migrations; do not edit.
import type { ColumnType, Generated } from 'kysely';

/** Mã truy cập: lets another program write or read figures as far as its maker may, for one unit. */
export interface AccessTokens {
  /** Made by the application. */
  id: string;
  /** Its province. */
  province_id: string;
  /** SHA-256 of the token, which is shown once and kept nowhere. */
  token_hash: Buffer;
  /** What its maker calls it. */
  name: string;
  /** Who made it and answers for it; it ends with the account. */
  account_id: string;
  /** The post in which it was made; it ends with the post. */
  post_id: string;
  /** The unit it is for. */
  organisation_id: string;
  /** What it may; the list is TOKEN_RIGHTS in core/rules. */
  rights: string[];
  /** When. */
  made_at: string;
  /** By whom, as the post was called. */
  made_by_post: string;
  /** Until when it holds. */
  expires_at: string;
  /** When last used. */
  seen_at: string | null;
  /** The minute in which calls are being counted. */
  minute: string | null;
  /** Calls in that minute. */
  calls: Generated<number>;
  /** When taken back. */
  revoked_at: string | null;
  /** By whom taken back. */
  revoked_by_post: string | null;
}

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
  /** argon2id, with its salt and costs; null until a person has chosen one, and for those who sign in another way. */
  password_hash: string | null;
  /** Since when it may no longer sign in. */
  disabled_at: string | null;
  /** When it was made. */
  created_at: Generated<string>;
  /** Belongs to the demo; never signs in under NODE_ENV=production. */
  demo: Generated<boolean>;
  /** The password was given by somebody else: nothing works before it is changed. */
  must_change_password: Generated<boolean>;
  /** Post of who made it; null for the first and for the demo's. */
  made_by_post: string | null;
  /** Counts edits, so that an old form cannot overwrite a newer one. */
  version: Generated<number>;
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

/** Each figure that a unit is asked for. */
export interface AskedFigures {
  /** The province of the unit. */
  province_id: string | null;
  /** For which target. */
  target_id: string | null;
  /** Who is asked. */
  organisation_id: string | null;
  /** Of the target. */
  indicator: string | null;
  /** How often; the list is PERIOD_KINDS in core/rules. */
  period_kind: string | null;
  /** First day of the period. */
  period_from: string | null;
  /** Last day. */
  period_until: string | null;
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
  /** SHA-256 of salt and payload, which may be erased without breaking the chain. */
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
  /** Random bytes hashed before the payload, so that an erased one cannot be found by guessing; erased with it. */
  salt: Buffer | null;
  /** JSON as it was hashed; null once erased. */
  payload: string | null;
  /** When it was erased. */
  erased_at: string | null;
  /** JSON with network address and device of the person; the payload holds its hash. Null for what the system did, and once erased. */
  origin: string | null;
  /** Random bytes hashed before the origin; erased with it. */
  origin_salt: Buffer | null;
  /** When the origin was erased, by the retention period or with the payload. */
  origin_erased_at: string | null;
}

/** Backups and rehearsals of this database, of all provinces together; the backups themselves say what is in them. */
export interface Backups {
  /** Made by the application. */
  id: string;
  /** By the command, by the page, or a rehearsal of restoring one; the list is BACKUP_WAYS in core/rules. */
  how: string;
  /** Name of its folder. */
  place: string;
  /** When it was begun. */
  started_at: string;
  /** When it ended, well or not; null while it runs or where the process died. */
  ended_at: string | null;
  /** Why it failed: a code of server/db/backup-folder.ts, or "broken"; null where it did not. */
  failure: string | null;
  /** Version of the program. */
  version: string;
  /** Rows of all tables. */
  row_count: ColumnType<string, string | number | bigint, string | number | bigint> | null;
  /** Bytes of all parts as they lie on disk. */
  bytes: ColumnType<string, string | number | bigint, string | number | bigint> | null;
}

/** What a browser was asked and has to answer within minutes; taken out when answered, well or not. */
export interface Challenges {
  /** Random; the browser brings it back. */
  id: string;
  /** What it is good for; the list is CHALLENGE_KINDS in core/rules. */
  kind: string;
  /** Who was asked, where that is known. */
  account_id: string | null;
  /** What the answer has to match. */
  secrets: ColumnType<unknown, string, string>;
  /** End. */
  expires_at: string;
}

/** Chốt số liệu: periods of a movement in which no figure changes any more, unless they were opened again with a reason. */
export interface ClosedPeriods {
  /** Which movement. */
  movement_id: string;
  /** First day of the period. */
  period_from: string;
  /** Last day. */
  period_until: string;
  /** The province of the movement. */
  province_id: string;
  /** When closed last. */
  closed_at: string;
  /** By whom. */
  closed_by_post: string;
  /** When opened again; null while it is closed. */
  reopened_at: string | null;
  /** By whom opened again. */
  reopened_by_post: string | null;
  /** Why opened again. */
  reopened_reason: string | null;
  /** Counts closings and openings. */
  version: Generated<number>;
}

/** Which organisations emulate together in a cluster (cụm, khối thi đua), and when. They keep their own place in the tree. */
export interface ClusterMembers {
  /** The province of both. */
  province_id: string;
  /** The cluster, an organisation of kind cluster. */
  cluster_id: string;
  /** The member. */
  member_id: string;
  /** First day. */
  valid_from: string;
  /** First day on which it no longer holds. */
  valid_until: Generated<string>;
}

/** What one unit filled in, as far as it is; a row for every unit that was asked. */
export interface DataRequestAnswers {
  /** Which request. */
  request_id: string;
  /** Which unit. */
  organisation_id: string;
  /** The province of both. */
  province_id: string;
  /** Order among the units. */
  position: number;
  /** Where it is on its way; the list is ANSWER_STATES in core/rules. */
  state: string;
  /** Counts the changes, so that two people do not overwrite each other. */
  version: Generated<number>;
  /** Rows of cells as they were typed, wrong ones too. */
  cells: ColumnType<unknown, string, string>;
  /** Rows of cells as they were read when last sent; only these are put together. */
  sent_cells: ColumnType<unknown, string, string> | null;
  /** When last sent. */
  sent_at: string | null;
  /** By whom, as the post was called, or through whose link. */
  sent_by_post: string | null;
  /** When last changed. */
  saved_at: string | null;
  /** By whom last changed. */
  saved_by_post: string | null;
  /** Why it was sent back. */
  returned_reason: string | null;
}

/** Workbooks handed in to be sent out as requests, with the table recognised in each. */
export interface DataRequestForms {
  /** Made by the application. */
  id: string;
  /** Its province. */
  province_id: string;
  /** Who handed it in. */
  organisation_id: string;
  /** The workbook as it came. */
  file_sha256: Buffer;
  /** What the file was called. */
  file_name: string;
  /** RequestLayout of core/rules/data-requests, as recognised. */
  layout: ColumnType<unknown, string, string>;
  /** When. */
  at: string;
  /** By whom. */
  by_account: string;
}

/** Phiếu thu thập số liệu: a table that units are asked to fill in by a day. */
export interface DataRequests {
  /** Made by the application. */
  id: string;
  /** Its province. */
  province_id: string;
  /** Who asks. */
  organisation_id: string;
  /** The workbook it came as; null for a table that was drawn. */
  form_id: string | null;
  /** What is asked for. */
  title: string;
  /** How to fill it in. */
  about: string | null;
  /** To be sent by the end of this day. */
  due_on: string;
  /** RequestLayout of core/rules/data-requests: columns, rows, and where they stand in the workbook. */
  layout: ColumnType<unknown, string, string>;
  /** When it was sent out. */
  made_at: string;
  /** By whom, as the post was called. */
  made_by_post: string;
  /** When it was closed: nothing changes any more. */
  closed_at: string | null;
  /** By whom it was closed. */
  closed_by_post: string | null;
  /** Made by the demo. */
  sample: Generated<boolean>;
}

/** A post lent to somebody else while its holder is away (ủy quyền), within dates. */
export interface Deputations {
  /** Made by the application. */
  id: string;
  /** The province of the post. */
  province_id: string;
  /** The post that is lent; its rights, no more. */
  post_id: string;
  /** Who acts in it. */
  account_id: string;
  /** First day. */
  valid_from: string;
  /** First day on which it no longer holds. */
  valid_until: string;
  /** Why, or the number of the paper that says so. */
  reason: string | null;
  /** When it was called back before its end. */
  ended_at: string | null;
}

/** A document as it was handed in, with what the reader found in it. Stays until nothing refers to it. */
export interface Documents {
  /** Made by the application. */
  id: string;
  /** The province it belongs to. */
  province_id: string;
  /** For whom it was handed in. */
  organisation_id: string;
  /** The original bytes, in files. */
  file_sha256: Buffer;
  /** Name of the file as it was handed in. */
  file_name: string;
  /** Bytes of the file. */
  size: ColumnType<string, string | number | bigint, string | number | bigint>;
  /** Kind as printed, "KẾ HOẠCH"; null until read, or where it prints none. */
  kind_name: string | null;
  /** Number, null where the clerk has not written it yet. */
  number: string | null;
  /** Symbol as printed, "KH-UBND". */
  symbol: string | null;
  /** Both together, "05/KH-UBND"; null without a number. */
  number_symbol: string | null;
  /** Day of issue, null where the day is not written yet. */
  issued_on: string | null;
  /** Year of issue, known before the day is. */
  year: number | null;
  /** Issuer as read from the document. */
  issuer: string | null;
  /** Trích yếu. */
  title: string | null;
  /** The whole reading (core/reader/reading.ts) with its text, to which all spans refer; null until read. */
  content: ColumnType<unknown, string, string> | null;
  /** When it was handed in. */
  added_at: string;
  /** By which account. */
  added_by: string;
  /** In which post. */
  added_by_post: string;
  /** Belongs to the demo. */
  sample: Generated<boolean>;
  /** What the document tells about itself and what it cites (RegistryEntry of the reader), for the cross-document rules of the checker. */
  registry: ColumnType<unknown, string, string> | null;
}

/** Tài liệu kiểm chứng: files attached to the figure of a target, an organisation and a period, whether the figure is there yet or not. */
export interface Evidence {
  /** Made by the application. */
  id: string;
  /** The province it belongs to. */
  province_id: string;
  /** Of which target. */
  target_id: string;
  /** Whose figure it shows. */
  organisation_id: string;
  /** First day of the period. */
  period_from: string;
  /** Last day of the period. */
  period_until: string;
  /** What it is by its content; the list is EVIDENCE_KINDS in core/rules. */
  kind: string;
  /** The type it is handed out as, by its content. */
  media_type: string;
  /** As its owner called it. */
  file_name: string;
  /** The bytes, in files: once for each content. */
  file_sha256: Buffer;
  /** Bytes. */
  size: ColumnType<string, string | number | bigint, string | number | bigint>;
  /** When. */
  added_at: string;
  /** By which account; null for whoever held a link. */
  added_by: string | null;
  /** By whom, as the post was called. */
  added_by_post: string;
  /** When it was taken away; null while it stands. */
  removed_at: string | null;
  /** By whom it was taken away. */
  removed_by_post: string | null;
  /** It stood beside a figure that was approved: it stays in the history when it is taken away. */
  stood_for_approved: Generated<boolean>;
}

/** Which figures an import wrote. */
export interface FigureImportCells {
  /** Which import. */
  import_id: string;
  /** Which figure. */
  measurement_id: string;
  /** Its province. */
  province_id: string;
  /** The version it became; as long as it still is that one, the import can be taken back. */
  version: number;
  /** The sentence of the document it stands in. */
  quote: string | null;
}

/** Nhập số liệu từ tệp: figures that were taken over in one go. */
export interface FigureImports {
  /** Made by the application. */
  id: string;
  /** Its province. */
  province_id: string;
  /** Of which movement; null where several were in one list. */
  movement_id: string | null;
  /** Where whoever did it works. */
  organisation_id: string;
  /** From what; the list is IMPORT_KINDS in core/rules. */
  kind: string;
  /** What the file was called. */
  file_name: string | null;
  /** The document the figures were quoted from. */
  document_id: string | null;
  /** Who said the figures, where somebody else entered them (nhập thay). */
  said_by: string | null;
  /** How many were written. */
  figures: number;
  /** When. */
  at: string;
  /** By whom, as the post was called. */
  by_post: string;
  /** When taken back. */
  undone_at: string | null;
  /** By whom taken back. */
  undone_by_post: string | null;
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

/** Bàn giao: all open work and all posts of an account, passed to a successor in one act. */
export interface HandOvers {
  /** Made by the application. */
  id: string;
  /** The province of both. */
  province_id: string;
  /** Who hands over. */
  from_account_id: string;
  /** Who takes over. */
  to_account_id: string;
  /** Where the first of the posts is held: whose matter the record is. */
  organisation_id: string;
  /** First day on which the successor holds the posts. */
  on_date: string;
  /** Why, or the number of the decision. */
  reason: string | null;
  /** What was handed over, as it was called then (HandOverRecord of the contract). */
  record: ColumnType<unknown, string, string>;
  /** When it was done here. */
  at: string;
  /** In which post it was done. */
  by_post: string;
}

/** Days on which a province differs from the list of core/law/holidays.ts. */
export interface Holidays {
  /** Whose calendar. */
  province_id: string;
  /** The day. */
  day: string;
  /** The list is DAY_KINDS in core/rules: off, worked, or as its weekday is. */
  kind: string;
  /** What people call it. */
  name: string;
  /** The paper that says so. */
  source: string | null;
  /** When it was set. */
  set_at: string;
  /** By which account. */
  set_by: string;
  /** In which post, as it was called then. */
  set_by_post: string;
}

/** Who a person is at an OpenID Connect provider. */
export interface Identities {
  /** Made by the application. */
  id: string;
  /** Of the account. */
  province_id: string;
  /** Whose account it opens. */
  account_id: string;
  /** The provider. */
  issuer: string;
  /** Its name for the person, never given to another. */
  subject: string;
  /** When. */
  linked_at: string;
  /** By the person while signed in, or by an e-mail address which the provider has verified; the list is IDENTITY_LINKS in core/rules. */
  linked_how: string;
}

/** A province's own indicators, and what it calls or leaves out of the catalogue in core/law. */
export interface IndicatorChanges {
  /** Whose. */
  province_id: string;
  /** Of the catalogue, or of its own, beginning with "rieng_". */
  code: string;
  /** Domain, units, direction, nature and roll-up of an indicator of its own; null for one of the catalogue. */
  own: ColumnType<unknown, string, string> | null;
  /** Its own name; null keeps the catalogue's. */
  name: string | null;
  /** Further wordings. */
  aliases: Generated<string[]>;
  /** Since when it is not offered any more. */
  retired_at: string | null;
  /** Counts edits. */
  version: Generated<number>;
  /** The paper or person that the way of putting it together was checked against; null while nobody has confirmed it. */
  roll_up_checked_against: string | null;
  /** When. */
  roll_up_checked_at: string | null;
  /** Who confirmed it, as the post was called. */
  roll_up_checked_by_post: string | null;
}

/** What this database is for, decided at its first start; sample data and real ones never share one. */
export interface Installation {
  /** demo or real. */
  kind: string;
  /** First start. */
  made_at: Generated<string>;
  /** When the sample data were complete; null before, and for real data. */
  seeded_at: string | null;
  /** Always true: there is one row. */
  only_one: Generated<boolean>;
  /** By which push services know this server (RFC 8292); made at its first start. */
  vapid_public: string | null;
  /** The key to it. A new one would silence every device. */
  vapid_private: string | null;
}

/** Tình hình ban hành kế hoạch: plans that units issued outside the system, entered on their behalf. */
export interface IssuedPlans {
  /** The superior's movement that the plan answers. */
  movement_id: string;
  /** Whose plan. */
  organisation_id: string;
  /** Province of both. */
  province_id: string;
  /** Number and symbol as printed: 15/KH-UBND. */
  number_symbol: string | null;
  /** Date of the plan. */
  issued_on: string | null;
  /** Who said so, where somebody else entered it. */
  said_by: string | null;
  /** Its bytes, in files. */
  file_sha256: Buffer | null;
  /** Name of the file as it was handed in. */
  file_name: string | null;
  /** Bytes of the file. */
  file_size: ColumnType<string, string | number | bigint, string | number | bigint> | null;
  /** Counts the changes. */
  version: Generated<number>;
  /** When entered last. */
  at: string;
  /** By whom, as the post was called. */
  by_post: string;
}

/** What the server has to do by itself, once each, whichever process comes first and however often one dies over it. */
export interface Jobs {
  /** Made by the application. */
  id: string;
  /** In which province. */
  province_id: string;
  /** What is to be done; the list is JOB_KINDS in core/rules. */
  kind: string;
  /** What it is done for: asked for a second time it is the same job. */
  key: string;
  /** What the work needs to know, as its kind says. */
  payload: ColumnType<unknown, string | undefined, string>;
  /** Waiting, running, done, or dead: given up after so many attempts. */
  state: Generated<string>;
  /** How often it was begun; counted when it is taken, so that what kills its process ends too. */
  attempts: Generated<number>;
  /** Not before. */
  run_at: Generated<string>;
  /** When it was asked for. */
  made_at: Generated<string>;
  /** Which attempt of which process has it: a fresh id each time it is taken. */
  lease_owner: string | null;
  /** Until when that process is taken to be alive. */
  lease_until: string | null;
  /** When it was done or given up. */
  ended_at: string | null;
  /** Why the last attempt failed; null where none did. */
  failure: string | null;
}

/** Each opens one thing for whoever holds it, until it ends. The token itself is only in the link. */
export interface Links {
  /** Made by the application. */
  id: string;
  /** The province of what it opens. */
  province_id: string;
  /** SHA-256 of the token. */
  token_hash: Buffer;
  /** What it is good for, and nothing else; the list is LINK_KINDS in core/rules. */
  kind: string;
  /** The unit it was made for. */
  organisation_id: string;
  /** The account, the task, the movement whose figures are asked for, or the request, which may be gone. */
  subject_id: string;
  /** When. */
  made_at: string;
  /** By which account. */
  made_by: string;
  /** In which post. */
  made_by_post: string;
  /** End. */
  expires_at: string;
  /** When it was used up: invitations and recoveries open once. For others, when something was last sent with it. */
  used_at: string | null;
  /** When it was taken back. */
  revoked_at: string | null;
  /** First day of the period whose figures it takes; null for other kinds. */
  period_from: string | null;
  /** Last day of that period. */
  period_until: string | null;
  /** When its page was last opened, where that is noted. */
  opened_at: string | null;
  /** The organisation in which the maker worked: whom to ask for another one. Null for links older than this column. */
  made_in: string | null;
}

/** Which of the named things were ticked in a figure. */
export interface MeasurementTicks {
  /** Which figure. */
  measurement_id: string;
  /** Which thing. */
  thing_id: string;
  /** The province of both. */
  province_id: string;
}

/** What a figure was before each change; nothing of it is lost. */
export interface MeasurementVersions {
  /** Which figure. */
  measurement_id: string;
  /** The version that was replaced. */
  version: number;
  /** Its province. */
  province_id: string;
  /** As it was. */
  entered_as: string;
  /** As it was. */
  entered_value: string | null;
  /** As it was. */
  numerator: string | null;
  /** As it was. */
  denominator: string | null;
  /** As it was. */
  estimated: boolean;
  /** As it was. */
  state: string;
  /** As it was. */
  note: string | null;
  /** When it had been entered. */
  at: string;
  /** By whom it had been entered. */
  by_post: string;
  /** As it was: who had said it. Null also for versions older than this column. */
  said_by: string | null;
  /** As it was: why it had been sent back. Null also for versions older than this column. */
  returned_reason: string | null;
  /** As it was: why the value before it, which was approved, had been corrected. Null also for versions older than this column. */
  correction_reason: string | null;
  /** As it was: the named things that were ticked. Null where none were, and for versions older than this column. */
  ticked: string[] | null;
}

/** Số liệu thực hiện: one figure for a target, an organisation and a period. */
export interface Measurements {
  /** Made by the application. */
  id: string;
  /** The province of target and organisation. */
  province_id: string;
  /** Which target. */
  target_id: string;
  /** Whose figure: the launcher's own, or a unit's that the roll-up takes. */
  organisation_id: string;
  /** The list is PERIOD_KINDS in core/rules. */
  period_kind: string;
  /** First day of the period; a figure of the year before is the base. */
  period_from: string;
  /** Last day, and the day a level stands for. */
  period_until: string;
  /** The level itself, or the change the target asks for; the list is REPORTED_AS in core/rules. */
  reported_as: Generated<string>;
  /** Cumulative since the movement began, in the unit of the target; null where a ratio says it, or where a period before is missing. */
  value: string | null;
  /** Numerator of a ratio. */
  numerator: string | null;
  /** Denominator of a ratio. */
  denominator: string | null;
  /** Ước thực hiện rather than chính thức. */
  estimated: Generated<boolean>;
  /** Remark. */
  note: string | null;
  /** When entered. */
  reported_at: string;
  /** By whom, as the post was called. */
  reported_by_post: string;
  /** Counts edits. */
  version: Generated<number>;
  /** Belongs to the demo: "số liệu mẫu". */
  sample: Generated<boolean>;
  /** How it was asked for when it was entered; the list is ENTERED_AS in core/rules. */
  entered_as: Generated<string>;
  /** As it was entered: of the period alone, or cumulative; null where a ratio says it, and where a draft was emptied. */
  entered_value: string | null;
  /** Where it is on its way; the list is FIGURE_STATES in core/rules. Only approved ones count. */
  state: Generated<string>;
  /** Who said it, where somebody else entered it (nhập thay). */
  said_by: string | null;
  /** Why it was sent back; stays beside the field until it is sent again. */
  returned_reason: string | null;
  /** When approved. */
  approved_at: string | null;
  /** By whom, as the post was called. */
  approved_by_post: string | null;
  /** Of the target, so that figures are found by it; null where the target has none, and then nothing is put together above. */
  indicator: string | null;
  /** Of the target: in what the figure is given. */
  unit: string | null;
  /** Whose account sent it last, to be told when it is approved or comes back; null where a link did. */
  sent_by: string | null;
  /** Lý do điều chỉnh: why this value took the place of one that was approved. Null where it took the place of none. */
  correction_reason: string | null;
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

/** Documents a movement rests on or refers to. */
export interface MovementCitations {
  /** Made by the application. */
  id: string;
  /** The province of its movement. */
  province_id: string;
  /** Whose citation it is. */
  movement_id: string;
  /** Reading order inside the movement. */
  position: number;
  /** Căn cứ or viện dẫn; the list is CITATION_ROLES in core/rules. */
  role: string;
  /** Kind as the text names it, "Chỉ thị". */
  kind: string;
  /** Its number. */
  number: string | null;
  /** Its symbol. */
  symbol: string | null;
  /** Both together. */
  number_symbol: string | null;
  /** Its day of issue as cited. */
  dated: string | null;
  /** Its issuer as cited. */
  issuer: string | null;
  /** What it is about. */
  subject: string | null;
  /** The document whose sentence it came from; null for what a person added without one. */
  origin_document_id: string | null;
  /** Where the sentence begins in the text of that document, in UTF-16 units. */
  origin_from: number | null;
  /** Where it ends. */
  origin_until: number | null;
  /** The words themselves. */
  origin_quote: string | null;
  /** How sure the reader was, 0 to 1; null where a person marked the place. */
  origin_confidence: string | null;
  /** Every place where the same is stated, as [from, until] pairs. */
  origin_mentions: ColumnType<unknown, string, string> | null;
}

/** Ý kiến giám sát: what supervisors say of a movement that was opened to them, and the answer. */
export interface MovementComments {
  /** Made by the application. */
  id: string;
  /** The province of the movement. */
  province_id: string;
  /** Of which movement. */
  movement_id: string;
  /** In which organisation the supervisor works. */
  organisation_id: string;
  /** When it was said. */
  at: string;
  /** By which account. */
  by_account: string;
  /** In which post, as it was called then. */
  by_post: string;
  /** What was said. */
  text: string;
  /** What those who run the movement answered; null before. */
  answer: string | null;
  /** When answered last. */
  answered_at: string | null;
  /** In which post. */
  answered_by_post: string | null;
  /** Counts answers, so that an old form cannot overwrite a newer one. */
  version: Generated<number>;
}

/** Documents of a movement, the newest version of the launch document first. */
export interface MovementDocuments {
  /** The province of both. */
  province_id: string;
  /** Which movement. */
  movement_id: string;
  /** Which document. */
  document_id: string;
  /** Order; a newer version gets a higher one. */
  position: number;
}

/** What people read as the history of a movement; the proof of it is the audit chain. */
export interface MovementHistory {
  /** The province of the movement. */
  province_id: string;
  /** Order. */
  seq: ColumnType<string, string | number | bigint | undefined, string | number | bigint>;
  /** Made by the application. */
  id: string;
  /** Whose history. */
  movement_id: string;
  /** When. */
  at: string;
  /** By which account; null where it was done with a link for one task. */
  by_account: string | null;
  /** In which post, as it was called then. */
  by_post: string;
  /** Of which organisation, as it was called then. */
  organisation_name: string;
  /** The list is HISTORY_DEEDS in core/rules. */
  deed: string;
  /** What it happened to; the list is HISTORY_SUBJECTS in core/rules. */
  subject: string;
  /** Id of that record, which may be gone. */
  subject_id: string;
  /** Its name at that time; null for the movement itself. */
  subject_name: string | null;
  /** Field by field before and after (FieldChange of core/rules/history). */
  changes: ColumnType<unknown, string, string>;
  /** Why, where one was given. */
  reason: string | null;
}

/** Phối hợp phát động: others that launch a movement together with its launcher. */
export interface MovementJointLaunchers {
  /** The province of the movement. */
  province_id: string;
  /** Which movement. */
  movement_id: string;
  /** Who. */
  organisation_id: string;
  /** Order in which they sign. */
  position: number;
}

/** Nơi nhận of a movement's document. */
export interface MovementRecipients {
  /** Made by the application. */
  id: string;
  /** The province of its movement. */
  province_id: string;
  /** Whose recipient it is. */
  movement_id: string;
  /** Reading order inside the movement. */
  position: number;
  /** As the document prints it. */
  text: string;
  /** The document whose sentence it came from; null for what a person added without one. */
  origin_document_id: string | null;
  /** Where the sentence begins in the text of that document, in UTF-16 units. */
  origin_from: number | null;
  /** Where it ends. */
  origin_until: number | null;
  /** The words themselves. */
  origin_quote: string | null;
  /** How sure the reader was, 0 to 1; null where a person marked the place. */
  origin_confidence: string | null;
  /** Every place where the same is stated, as [from, until] pairs. */
  origin_mentions: ColumnType<unknown, string, string> | null;
}

/** Report deadlines of a movement. */
export interface MovementReportDues {
  /** Made by the application. */
  id: string;
  /** The province of its movement. */
  province_id: string;
  /** Whose deadline it is. */
  movement_id: string;
  /** Reading order inside the movement. */
  position: number;
  /** Day the deadline names. */
  due_on: string | null;
  /** Before, by, on or within that day; the list is DUE_RELATIONS in core/rules. */
  relation: string;
  /** To whom the report goes. */
  report_to: string | null;
  /** Through whom. */
  via: string | null;
  /** The document whose sentence it came from; null for what a person added without one. */
  origin_document_id: string | null;
  /** Where the sentence begins in the text of that document, in UTF-16 units. */
  origin_from: number | null;
  /** Where it ends. */
  origin_until: number | null;
  /** The words themselves. */
  origin_quote: string | null;
  /** How sure the reader was, 0 to 1; null where a person marked the place. */
  origin_confidence: string | null;
  /** Every place where the same is stated, as [from, until] pairs. */
  origin_mentions: ColumnType<unknown, string, string> | null;
}

/** Hưởng ứng: how an organisation answers a movement of a superior. */
export interface MovementResponses {
  /** Made by the application. */
  id: string;
  /** The province of all of them. */
  province_id: string;
  /** The superior's movement. */
  answered_id: string;
  /** Who answers. */
  organisation_id: string;
  /** The list is RESPONSE_KINDS in core/rules. */
  how: string;
  /** The own plan, or the movement it is folded into. */
  answering_id: string | null;
  /** Why it does not apply, or a remark. */
  reason: string | null;
  /** When answered. */
  at: string;
  /** By which account. */
  by_account: string;
  /** In which post. */
  by_post: string;
  /** Counts edits. */
  version: Generated<number>;
}

/** Phong trào thi đua. */
export interface Movements {
  /** Made by the application. */
  id: string;
  /** The province it belongs to. */
  province_id: string;
  /** Who launched it; joint launchers are in movement_joint_launchers. */
  organisation_id: string;
  /** Name, usually the trích yếu of its document. */
  title: string;
  /** Chủ đề. */
  theme: string | null;
  /** The list is MOVEMENT_KINDS in core/rules. */
  kind: string;
  /** Year under which it is listed. */
  year: number;
  /** First day; null takes the year's. */
  period_from: string | null;
  /** Last day, included; null takes the year's. */
  period_until: string | null;
  /** Number of the launch document; null until the clerk gives it. */
  number: string | null;
  /** Its symbol. */
  symbol: string | null;
  /** Both together; null without a number. */
  number_symbol: string | null;
  /** Its day of issue. */
  issued_on: string | null;
  /** Its place of issue. */
  place: string | null;
  /** How it came to be; the list is MOVEMENT_SOURCES in core/rules. */
  source: string;
  /** The movement its targets were taken from. */
  copied_from_id: string | null;
  /** When it was put away; null while it is not. */
  archived_at: string | null;
  /** Post of who put it away. */
  archived_by: string | null;
  /** Why. */
  archive_reason: string | null;
  /** When it was made here. */
  created_at: string;
  /** By which account. */
  created_by: string;
  /** In which post. */
  created_by_post: string;
  /** Counts edits of the head, so that an old form cannot overwrite a newer one. */
  version: Generated<number>;
  /** A person changed the head after it was made from its document. */
  edited_by_hand: Generated<boolean>;
  /** Belongs to the demo: "số liệu mẫu". */
  sample: Generated<boolean>;
  /** Since when supervisors may read it; null while they may not. */
  opened_at: string | null;
  /** In which post somebody opened it. */
  opened_by: string | null;
}

/** The single matters of a notice, each told to a person once. */
export interface NoticeLines {
  /** Made by the application. */
  id: string;
  /** In which notice. */
  notice_id: string;
  /** Of the account. */
  province_id: string;
  /** Who is told. */
  account_id: string;
  /** In which organisation the person has to sit to see to it. */
  organisation_id: string;
  /** What it is about: told for a second time it is the same line. */
  key: string;
  /** The list is NOTICE_KINDS in core/rules. */
  kind: string;
  /** What the sentence is made of, as things were called then. */
  facts: ColumnType<unknown, string, string>;
  /** When. */
  at: string;
  /** When it was passed on to letters and devices. */
  delivered_at: string | null;
}

/** How a person wants to be told; without a row by letter where there is an address. */
export interface NoticePreferences {
  /** Who. */
  account_id: string;
  /** Of the account. */
  province_id: string;
  /** Whether letters are wanted. */
  by_mail: boolean;
  /** Since when. */
  at: string;
}

/** What a person was told on a day, gathered into one. */
export interface Notices {
  /** Made by the application. */
  id: string;
  /** Of the account. */
  province_id: string;
  /** Who is told. */
  account_id: string;
  /** The day it was in the province. */
  day: string;
  /** When the newest line was added. */
  at: string;
  /** When the person marked it as read; a line added later makes it unread again. */
  read_at: string | null;
}

/** What hinders a unit in a period, why, and what it asks for; or what its superior put together of several of them. */
export interface Obstacles {
  /** Made by the application. */
  id: string;
  /** Counts the changes, so that an old form cannot overwrite a newer one. */
  version: Generated<number>;
  /** Its province. */
  province_id: string;
  /** In which movement. */
  movement_id: string;
  /** Whose it is: the unit that says it, or the one that put several together. */
  organisation_id: string;
  /** First day of the period it was said for. */
  period_from: string;
  /** Last day of that period. */
  period_until: string;
  /** Lĩnh vực; null for what concerns all of them. */
  domain: string | null;
  /** Khó khăn, vướng mắc. */
  obstacle: string | null;
  /** Nguyên nhân. */
  cause: string | null;
  /** Đề xuất, kiến nghị. */
  recommendation: string | null;
  /** Who said it, where somebody else entered it. */
  said_by: string | null;
  /** It came by a link for figures. */
  by_link: Generated<boolean>;
  /** When it was said or last reworded. */
  at: string;
  /** By whom, as the post was called. */
  by_post: string;
  /** Who has to answer it now: the superior it was put to, or passed on to. */
  to_organisation_id: string;
  /** What it was put together in, whose answer is its own; null while it stands by itself. */
  merged_into_id: string | null;
  /** How far it is; the list is OBSTACLE_STATES in core/rules. */
  state: Generated<string>;
  /** Đơn vị giải quyết; null while nobody was named. */
  owner_id: string | null;
  /** Trả lời. */
  answer: string | null;
  /** When state, owner or answer were last set. */
  answered_at: string | null;
  /** By whom, as the post was called. */
  answered_by_post: string | null;
  /** When the unit took it back; it can be had again. */
  withdrawn_at: string | null;
  /** Part of the demo. */
  sample: Generated<boolean>;
}

/** Xác thực hai bước: the secret behind the codes that an app shows (RFC 6238). */
export interface OneTimeCodes {
  /** Whose. */
  account_id: string;
  /** Of the account. */
  province_id: string;
  /** Base32. */
  secret: string;
  /** When it was shown. */
  made_at: string;
  /** When the person proved that the app has it; it counts from then on. */
  confirmed_at: string | null;
  /** The half minute of the last code taken: none is taken twice, nor an earlier one. */
  last_step: ColumnType<string, string | number | bigint | undefined, string | number | bigint>;
}

/** Which organisations a change touched, and how. */
export interface OrganisationChangeParts {
  /** The province of both. */
  province_id: string;
  /** The change. */
  change_id: string;
  /** The organisation. */
  organisation_id: string;
  /** The list is CHANGE_PARTS in core/rules. */
  part: string;
  /** Whom it stood under before, for one that moved or ended; null at the top. */
  from_id: string | null;
  /** Whom it stands under since, for one that moved or began; null at the top. */
  to_id: string | null;
  /** Its name after the change; for one that ended its last. */
  name: string;
}

/** What was done to the tree of organisations: one row an act, on the day from which it holds. */
export interface OrganisationChanges {
  /** Made by the application. */
  id: string;
  /** Whose tree. */
  province_id: string;
  /** The list is ORGANISATION_CHANGES in core/rules. */
  kind: string;
  /** First day on which it holds. */
  on_date: string;
  /** Number and name of the resolution or decision; null where none was given. */
  paper: string | null;
  /** Who entered it; null for what the program itself set up. */
  account_id: string | null;
  /** In what post. */
  post_title: string;
  /** When it was entered. */
  at: string;
  /** Order of entry, for several of one instant. */
  seq: ColumnType<string, string | number | bigint | undefined, string | number | bigint>;
  /** When it was taken back as a mistake; it then counts as never done. */
  undone_at: string | null;
  /** Post of the person who took it back. */
  undone_by: string | null;
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

/** What organisations were called before: a row for each earlier name, with its days. The name since the last of them stands in organisations. */
export interface OrganisationVersions {
  /** The province it belongs to. */
  province_id: string;
  /** Whose. */
  organisation_id: string;
  /** Name in those days. */
  name: string;
  /** The name in lower case without diacritics, for search. */
  folded: Generated<string | null>;
  /** Name as an issuer of documents in those days. */
  issuer_name: string | null;
  /** What it was; the list is ORGANISATION_KINDS in core/rules. */
  kind: string;
  /** Its level; the list is ORGANISATION_LEVELS in core/rules. */
  level: string;
  /** Official code in those days. */
  code: string | null;
  /** First day. */
  valid_from: Generated<string>;
  /** First day on which it was called otherwise. */
  valid_until: string;
  /** The change that ended it. */
  change_id: string;
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
  /** Official code (mã số đơn vị hành chính or one the province gives); null where it has none. */
  code: string | null;
  /** The name in lower case without diacritics, for search. */
  folded: Generated<string | null>;
}

/** Khóa truy cập: WebAuthn credentials that sign in without a password. */
export interface Passkeys {
  /** Made by the application. */
  id: string;
  /** Of the account. */
  province_id: string;
  /** Whose. */
  account_id: string;
  /** Id that the authenticator gave it, base64url. */
  credential_id: string;
  /** COSE key; the private one never leaves the authenticator. */
  public_key: Buffer;
  /** How often it has signed; one that falls back is a copy. 0 where the authenticator does not count. */
  counter: ColumnType<string, string | number | bigint, string | number | bigint>;
  /** How the browser reaches it. */
  transports: string[];
  /** What the person calls it. */
  name: string;
  /** When it was added. */
  made_at: string;
  /** When it last signed in. */
  used_at: string | null;
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
  /** Secret with which templates are marked, so that one that was tampered with is known. */
  template_key: Generated<Buffer>;
}

/** Devices on which a person wants to be told (web push, RFC 8030). */
export interface PushSubscriptions {
  /** Made by the application. */
  id: string;
  /** Of the account. */
  province_id: string;
  /** Whose. */
  account_id: string;
  /** Address at the browser's push service. */
  endpoint: string;
  /** Public key of the browser, by which only it reads the message (RFC 8291). */
  p256dh: string;
  /** Secret shared with the browser for the same. */
  auth: string;
  /** How the browser named itself. */
  device: string;
  /** When. */
  made_at: string;
  /** When a message last arrived there. */
  used_at: string | null;
}

/** A document on its way to a movement: read by the server, checked by a person. A failed one keeps nothing but its error. */
export interface Readings {
  /** Made by the application. */
  id: string;
  /** The province it belongs to. */
  province_id: string;
  /** For whom the movement will be. */
  organisation_id: string;
  /** What is read; null once a failure or a cancellation has taken it away. */
  document_id: string | null;
  /** Name of the file, kept for the error. */
  file_name: string;
  /** Bytes of the file. */
  size: ColumnType<string, string | number | bigint, string | number | bigint>;
  /** The list is READING_STATES in core/rules. */
  state: string;
  /** What the reader is busy with; the list is READING_STAGES in core/rules. */
  stage: string | null;
  /** Page it is at, from 1. */
  page: number | null;
  /** How many there are, where known. */
  pages: number | null;
  /** Why it failed: a code of the reader, or "interrupted". */
  failure_code: string | null;
  /** What the sentence about it names. */
  failure_facts: ColumnType<unknown, string, string> | null;
  /** The process that reads it. */
  lease_owner: string | null;
  /** Until when that process is believed alive; afterwards the reading counts as interrupted. */
  lease_until: string | null;
  /** When it was handed in. */
  started_at: string;
  /** By which account. */
  started_by: string;
  /** In which post. */
  started_by_post: string;
  /** When reading ended, well or not. */
  ended_at: string | null;
  /** What the movement will be made of, as checked so far (MovementDraft of the contract). */
  draft: ColumnType<unknown, string, string> | null;
  /** Counts saves, so that an old page cannot overwrite a newer draft. */
  draft_version: Generated<number>;
  /** When last saved. */
  draft_saved_at: string | null;
  /** Post of who saved last. */
  draft_saved_by: string | null;
  /** The movement it became or brought up to date. */
  movement_id: string | null;
}

/** Codes on paper for the day on which the app with the one-time codes is gone; each works once. */
export interface RecoveryCodes {
  /** Of the account. */
  province_id: string;
  /** Whose. */
  account_id: string;
  /** SHA-256 of the code, which is random and long. */
  code_hash: Buffer;
  /** When it was used. */
  used_at: string | null;
}

/** What has to be put together anew. Written in the transaction that changed a figure, so that nothing is forgotten when the server dies. */
export interface RolledDue {
  /** In this order. */
  seq: ColumnType<string, string | number | bigint | undefined, string | number | bigint>;
  /** The province of the organisation. */
  province_id: string;
  /** Above whom. */
  organisation_id: string;
  /** Code of the indicator. */
  indicator: string;
  /** The list is PERIOD_KINDS in core/rules. */
  period_kind: string;
  /** First day of the period. */
  period_from: string;
  /** Last day. */
  period_until: string;
}

/** Số liệu tổng hợp: what stands directly below an organisation put together, for an indicator and a period. Follows from measurements and the tree; can be made anew at any time. */
export interface RolledFigures {
  /** Above whom it is put together; its own figure, if it has one, goes before this. */
  organisation_id: string;
  /** Code of the indicator. */
  indicator: string;
  /** Last day of the period; the tree of that day counts. */
  period_until: string;
  /** First day. */
  period_from: string;
  /** The list is PERIOD_KINDS in core/rules. */
  period_kind: string;
  /** The province of the organisation. */
  province_id: string;
  /** Sum, in the first unit of the indicator; null where nobody below has a value. */
  total: string | null;
  /** The greatest of them. */
  greatest: string | null;
  /** The one reported last. */
  latest: string | null;
  /** When that was. */
  latest_at: string | null;
  /** Sum of the parts of those who gave part and whole. */
  numerator: string | null;
  /** Sum of their wholes. */
  denominator: string | null;
  /** Whether any of them is an estimate (ước). */
  estimated: boolean;
  /** How many reporters are in it. */
  reported: number;
  /** How many were asked or reported unasked. */
  asked: number;
  /** Sum of values times weights, where the indicator is a weighted mean; null where nobody has both. */
  weighted: string | null;
  /** Sum of those weights, in the first unit of the indicator that weighs. */
  weight: string | null;
  /** How many reported a value and have no weight; they are in no mean. */
  unweighed: Generated<number>;
  /** How many were judged by their own target, where the indicator is a share of units that met theirs. */
  judged: Generated<number>;
  /** How many of them met it. */
  met: Generated<number>;
}

/** How many rounds of putting figures together a province has seen. Moves with rolled_figures, in the same transaction. */
export interface RolledRounds {
  /** The province. */
  province_id: string;
  /** Rounds so far. */
  count: ColumnType<string, string | number | bigint, string | number | bigint>;
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
  /** Set while the person acts for somebody else; post_id is then that person's post. */
  deputation_id: string | null;
  /** Of the account. */
  province_id: string;
  /** By which a person ends it from another device; worth nothing as a token. */
  id: Generated<string>;
}

/** One-time codes, printed in the terminal, with which the first administrator of an empty installation is made. */
export interface SetUpCodes {
  /** SHA-256 of the code. */
  code_hash: Buffer;
  /** End. */
  expires_at: string;
}

/** Values of the registry in core/law/settings.ts that somebody set: for an organisation and all below it, from a day on. */
export interface Settings {
  /** Made by the application. */
  id: string;
  /** The province of the organisation. */
  province_id: string;
  /** For whom and for whoever stands below; the nearest above decides. */
  organisation_id: string;
  /** Which setting. */
  key: string;
  /** Its value, of the type the registry says; null goes back to what stands above or to the default. */
  value: ColumnType<unknown, string, string>;
  /** First day on which it holds; it holds until the next. */
  valid_from: string;
  /** Why, or the number of the paper that says so. */
  reason: string | null;
  /** When it was set. */
  set_at: string;
  /** By which account. */
  set_by: string;
  /** In which post, as it was called then. */
  set_by_post: string;
  /** When it was taken back; null while it counts. */
  withdrawn_at: string | null;
  /** Post of who took it back. */
  withdrawn_by_post: string | null;
  /** The paper or person that the value was checked against by whoever set it; null where nobody says it was. */
  checked_against: string | null;
}

/** Attempts at signing in that did not succeed, or not yet, for the rate limit; swept after an hour. */
export interface SignInAttempts {
  /** One attempt: its row for the account and the one for the address. */
  id: string;
  /** Hash of the account name or of the address tried. */
  key: string;
  /** When. */
  at: string;
}

/** Điều chỉnh chỉ tiêu: each change of a target's figure by a resolution; the target's row holds the newest. */
export interface TargetAdjustments {
  /** Made by the application. */
  id: string;
  /** Province of the target. */
  province_id: string;
  /** Which target. */
  target_id: string;
  /** First day on which the new figure counts. */
  in_force_on: string;
  /** Number and symbol of the paper: 25/NQ-HĐND. */
  resolution: string;
  /** Its date. */
  resolution_on: string;
  /** The figure up to the day before. */
  before: ColumnType<unknown, string, string>;
  /** The figure from that day on. */
  after: ColumnType<unknown, string, string>;
  /** Why. */
  note: string | null;
  /** When entered. */
  at: string;
  /** By whom, as the post was called. */
  by_post: string;
}

/** Đối chiếu chỉ tiêu cấp trên: what a plan says of each target of its superior's movement. */
export interface TargetAnswers {
  /** The plan that answers. */
  movement_id: string;
  /** The superior's target. */
  target_id: string;
  /** Province of both. */
  province_id: string;
  /** Answered, adapted or not applicable; the list is TARGET_ANSWERS in core/rules. */
  how: string;
  /** Which of the plan's own targets answers it. */
  own_target_id: string | null;
  /** Why it was adapted or does not apply. */
  reason: string | null;
  /** Counts the decisions, so that an old form cannot overwrite a newer one. */
  version: Generated<number>;
  /** When decided last. */
  at: string;
  /** By whom, as the post was called. */
  by_post: string;
}

/** What of its share a unit was given for each month or quarter. */
export interface TargetPeriodShares {
  /** Which target. */
  target_id: string;
  /** Whose share. */
  organisation_id: string;
  /** The province of both. */
  province_id: string;
  /** First day of the period. */
  period_from: string;
  /** Last day of the period. */
  period_until: string;
  /** Of this period alone, in the unit of the target. */
  value: string;
}

/** The units that report for a target, each with its share of it. */
export interface TargetShares {
  /** Which target. */
  target_id: string;
  /** Who is asked for figures. */
  organisation_id: string;
  /** The province of both. */
  province_id: string;
  /** Order in the grid. */
  position: number;
  /** The unit's share in the unit of the target; null where it reports without one. */
  value: string | null;
}

/** Phân bổ chỉ tiêu: that a target was shared out among units, and when last. */
export interface TargetSplits {
  /** Which target. */
  target_id: string;
  /** Its province. */
  province_id: string;
  /** Counts the splits, so that an old form cannot overwrite a newer one. */
  version: Generated<number>;
  /** Why the shares do not add up to the whole, as somebody confirmed it. */
  reason: string | null;
  /** When last. */
  at: string;
  /** By whom, as the post was called. */
  by_post: string;
}

/** Đơn vị phối hợp of a target, beside the one that leads. */
export interface TargetSupporters {
  /** Which target. */
  target_id: string;
  /** Who supports. */
  organisation_id: string;
  /** The province of both. */
  province_id: string;
  /** Order. */
  position: number;
}

/** The few named things a ratio counts (8 trường), ticked one by one, so that the missing one has a name. */
export interface TargetThings {
  /** Made by the application. */
  id: string;
  /** Province of the target. */
  province_id: string;
  /** Whose list. */
  target_id: string;
  /** Order in the list. */
  position: number;
  /** Its name. */
  name: string;
  /** First day of the title it holds (trường chuẩn, thôn văn hóa); null where it holds none. */
  held_from: string | null;
  /** Last day of the title; null where it has no end. */
  held_until: string | null;
}

/** Chỉ tiêu of a movement. Without a measure it is a goal without a figure. */
export interface Targets {
  /** Made by the application. */
  id: string;
  /** The province of its movement. */
  province_id: string;
  /** Whose target it is. */
  movement_id: string;
  /** Reading order inside the movement. */
  position: number;
  /** The target it is part of ("Trong đó"). */
  part_of_id: string | null;
  /** Name; the catalogue's where the indicator is known. */
  name: string;
  /** Code of the indicator catalogue in core/law; null for one of the movement's own. */
  indicator: string | null;
  /** Code of the domain; null while not sorted. */
  domain: string | null;
  /** What part of the whole is meant: "trung học cơ sở", "mỗi xã". */
  scope: string | null;
  /** Own last day, where it has one. */
  due_on: string | null;
  /** Responsible unit as the document prints it. */
  owner: string | null;
  /** Đơn vị chủ trì. */
  lead_organisation_id: string | null;
  /** The list is MEASURES in core/rules. */
  measure: string | null;
  /** The list is COMPARATORS in core/rules. */
  comparator: string | null;
  /** The list is CHANGES in core/rules. */
  change: string | null;
  /** The figure, in unit, not rescaled; null for a range or a bare fraction. */
  value: string | null;
  /** Lower end of a range. */
  low: string | null;
  /** Upper end of a range. */
  high: string | null;
  /** 7 of 7/8 trường. */
  numerator: string | null;
  /** 8 of 7/8 trường. */
  denominator: string | null;
  /** Unit of measure. */
  unit: string | null;
  /** Which way the stored figure is better; a reduction by is better when larger. */
  better: string | null;
  /** What it is compared with; the list is BASELINE_KINDS in core/rules. */
  baseline_kind: string | null;
  /** The year compared with. */
  baseline_year: number | null;
  /** Its figure, where the document states it. */
  baseline_value: string | null;
  /** How the document says it. */
  baseline_text: string | null;
  /** How often there are figures (kỳ có số liệu); the list is PERIOD_KINDS in core/rules. */
  data_period: Generated<string>;
  /** Word of whoever judged a goal without a figure. */
  verdict_given: string | null;
  /** The document whose sentence it came from; null for what a person added without one. */
  origin_document_id: string | null;
  /** Where the sentence begins in the text of that document, in UTF-16 units. */
  origin_from: number | null;
  /** Where it ends. */
  origin_until: number | null;
  /** The words themselves. */
  origin_quote: string | null;
  /** How sure the reader was, 0 to 1; null where a person marked the place. */
  origin_confidence: string | null;
  /** Every place where the same is stated, as [from, until] pairs. */
  origin_mentions: ColumnType<unknown, string, string> | null;
  /** Counts edits. */
  version: Generated<number>;
  /** A person changed it after it was made from a document; a newer version of the document does not overwrite it silently. */
  edited_by_hand: Generated<boolean>;
  /** Whether figures are asked for as of the period alone or cumulative; the list is ENTERED_AS in core/rules. */
  entered_as: Generated<string>;
  /** Nguồn số liệu: Thuế, BHXH, Thống kê, Công an … */
  data_source: string | null;
  /** Which level progress is measured against, its value being the target's own; the list is PLAN_LEVELS in core/rules. */
  plan_level: string | null;
  /** Tỉnh giao, in the unit of the target. */
  assigned_value: string | null;
  /** HĐND giao. */
  council_value: string | null;
  /** Phấn đấu. */
  aspired_value: string | null;
  /** Năm công tác or năm học; the list is YEAR_KINDS in core/rules. */
  year_kind: Generated<string>;
  /** The rating of a goal without a figure in words: hoàn thành tốt nhiệm vụ. */
  verdict_rating: string | null;
  /** What was reached, in words. */
  verdict_text: string | null;
  /** By which paper or event it is shown. */
  verdict_evidence: string | null;
  /** Of which day the verdict is. */
  verdict_on: string | null;
  /** Who gave it, as the post was called. */
  verdict_by_post: string | null;
}

/** Nhiệm vụ, giải pháp of a movement, by the "6 rõ". */
export interface Tasks {
  /** Made by the application. */
  id: string;
  /** The province of its movement. */
  province_id: string;
  /** Whose task it is. */
  movement_id: string;
  /** Reading order inside the movement. */
  position: number;
  /** What is to be done. */
  content: string;
  /** Who does it, as the document names them. */
  assignee: string | null;
  /** The organisation that name was matched with. */
  assignee_id: string | null;
  /** Chủ trì or phối hợp; the list is DUTY_ROLES in core/rules. */
  role: string;
  /** Day the deadline names. */
  due_on: string | null;
  /** Before, by, on or within that day; the list is DUE_RELATIONS in core/rules. */
  due_relation: string | null;
  /** Through whom it is handed up. */
  via: string | null;
  /** Code of the domain. */
  domain: string | null;
  /** Rõ người, by post. */
  person: string | null;
  /** Rõ sản phẩm. */
  product: string | null;
  /** Rõ thẩm quyền. */
  authority: string | null;
  /** The list is TASK_STATES in core/rules. */
  state: Generated<string>;
  /** What was done, or why it was cancelled. */
  state_note: string | null;
  /** The document whose sentence it came from; null for what a person added without one. */
  origin_document_id: string | null;
  /** Where the sentence begins in the text of that document, in UTF-16 units. */
  origin_from: number | null;
  /** Where it ends. */
  origin_until: number | null;
  /** The words themselves. */
  origin_quote: string | null;
  /** How sure the reader was, 0 to 1; null where a person marked the place. */
  origin_confidence: string | null;
  /** Every place where the same is stated, as [from, until] pairs. */
  origin_mentions: ColumnType<unknown, string, string> | null;
  /** Counts edits. */
  version: Generated<number>;
  /** A person changed it after it was made from a document. */
  edited_by_hand: Generated<boolean>;
}

/** What the server does by itself in each province, once a day whichever process comes first. */
export interface Upkeep {
  /** Where. */
  province_id: string;
  /** What: sweep-old, check-audit. */
  job: string;
  /** When it was last done. */
  done_at: string;
  /** What came of it, in counts. */
  said: ColumnType<unknown, string, string>;
}

export interface DB {
  access_tokens: AccessTokens;
  accounts: Accounts;
  actions: Actions;
  asked_figures: AskedFigures;
  audit_entries: AuditEntries;
  audit_heads: AuditHeads;
  audit_payloads: AuditPayloads;
  backups: Backups;
  challenges: Challenges;
  closed_periods: ClosedPeriods;
  cluster_members: ClusterMembers;
  data_request_answers: DataRequestAnswers;
  data_request_forms: DataRequestForms;
  data_requests: DataRequests;
  deputations: Deputations;
  documents: Documents;
  evidence: Evidence;
  figure_import_cells: FigureImportCells;
  figure_imports: FigureImports;
  files: Files;
  hand_overs: HandOvers;
  holidays: Holidays;
  identities: Identities;
  indicator_changes: IndicatorChanges;
  installation: Installation;
  issued_plans: IssuedPlans;
  jobs: Jobs;
  links: Links;
  measurement_ticks: MeasurementTicks;
  measurement_versions: MeasurementVersions;
  measurements: Measurements;
  migrations: Migrations;
  movement_citations: MovementCitations;
  movement_comments: MovementComments;
  movement_documents: MovementDocuments;
  movement_history: MovementHistory;
  movement_joint_launchers: MovementJointLaunchers;
  movement_recipients: MovementRecipients;
  movement_report_dues: MovementReportDues;
  movement_responses: MovementResponses;
  movements: Movements;
  notice_lines: NoticeLines;
  notice_preferences: NoticePreferences;
  notices: Notices;
  obstacles: Obstacles;
  one_time_codes: OneTimeCodes;
  organisation_change_parts: OrganisationChangeParts;
  organisation_changes: OrganisationChanges;
  organisation_closure: OrganisationClosure;
  organisation_successions: OrganisationSuccessions;
  organisation_versions: OrganisationVersions;
  organisations: Organisations;
  passkeys: Passkeys;
  posts: Posts;
  provinces: Provinces;
  push_subscriptions: PushSubscriptions;
  readings: Readings;
  recovery_codes: RecoveryCodes;
  rolled_due: RolledDue;
  rolled_figures: RolledFigures;
  rolled_rounds: RolledRounds;
  sessions: Sessions;
  set_up_codes: SetUpCodes;
  settings: Settings;
  sign_in_attempts: SignInAttempts;
  target_adjustments: TargetAdjustments;
  target_answers: TargetAnswers;
  target_period_shares: TargetPeriodShares;
  target_shares: TargetShares;
  target_splits: TargetSplits;
  target_supporters: TargetSupporters;
  target_things: TargetThings;
  targets: Targets;
  tasks: Tasks;
  upkeep: Upkeep;
}
