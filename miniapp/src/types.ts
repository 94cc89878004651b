// The shapes of the server's JSON (/api/v1). Times are RFC 3339.

export interface Config {
  oa_name: string;
  oa_id: string;
  miniapp_id: string;
  demo: boolean;
  suggestions: string[]; // questions known to be answerable
  crisis?: StatementItem | null; // what stands above all else now
  contact: Contact | null; // whose this is; null while nobody said so
  reply_delay_seconds?: number; // how long a reply in the chat takes now; absent when it comes at once
}

export interface Contact {
  office: string;
  address: string;
  phone: string;
  email: string;
  responsible: string;
  position: string;
}

export interface User {
  name: string;
  kind: "citizen" | "reporter_unverified" | "reporter_verified";
}

export interface Session {
  token: string;
  expires_at: string;
  user: User;
}

/** What a person logs in with: a Zalo user token, or a persona of the demo. */
export type Credential = { access_token: string } | { persona: string };

export interface StatementItem {
  code: string;
  title: string;
  unit: string;
  unit_name: string;
  spokesperson: string;
  position: string;
  issued_at: string;
  excerpt: string;
  sample: boolean;
}

export interface Page<T> {
  items: T[];
  next: string; // cursor of the next page; "" after the last
}

export interface Statement {
  code: string;
  version: number;
  title: string;
  unit: string;
  unit_name: string;
  spokesperson: string;
  position: string;
  form: string;
  issued_at: string;
  document_no: string;
  source_url: string;
  url: string;
  status: "published" | "superseded" | "withdrawn";
  banner: string;
  body_html: string;
  body: string;
  body_text: string; // without the marks of Markdown
  topics: string[];
  places: string[];
  replaced_by: { code: string; title: string; issued_at: string } | null;
  sample: boolean;
  valid_from: string; // "": from when it was said
  valid_until: string; // "" for no end
  replaces: {
    code: string;
    title: string;
    issued_at: string;
    changes: { kind: "same" | "added" | "removed"; text: string }[]; // none: the same words
  }[];
}

export interface Quote {
  statement: string;
  version: number;
  quote: string; // byte for byte what the spokesperson wrote
  quote_text: string; // what is shown of it
  quote_html: string;
  unit: string;
  spokesperson: string;
  position: string;
  issued_at: string;
  url: string;
  title: string;
  banner: string;
  sample: boolean;
}

export interface Candidate {
  statement: string;
  title: string;
  unit?: string; // where the candidates differ in it
  year?: string;
}

export interface Answer {
  id: string;
  status: "answered" | "partial" | "related" | "clarify" | "refused";
  text: string;
  lead: string; // above the quotes; mostly empty
  quotes: Quote[];
  candidates: Candidate[];
  notes: string[];
  uncovered: string[]; // parts of the question that no statement covers, in its words
  suggested_unit: { code: string; name: string } | null;
  confidence: number;
}

export interface Unit {
  code: string;
  name: string;
  level: "province" | "commune";
}

/** The unit that receives what no other unit is known for, and passes it on. */
export const provinceOffice = "TH-VPUB";

export type RequestState =
  | "received"
  | "assigned"
  | "clarifying"
  | "drafted"
  | "returned"
  | "approved"
  | "sent"
  | "refused"
  | "withdrawn";

export interface RequestItem {
  code: string;
  state: RequestState;
  state_label: string;
  unit_name: string;
  due: string;
  question: string;
  kind?: string; // of what kind it is, in words
  wanted?: string; // the newsroom's own deadline; "" for none
  created_at: string;
  follow_url: string; // opens in any browser, to whoever has it
  followed?: boolean; // it gets the answer to another's request that asks the same
}

export interface Clock {
  rule: string;
  basis: string;
  start: string;
  due: string;
  counted: string[]; // days, "2026-11-25"
  skipped: { date: string; reason: string }[];
}

export type DeliveryState =
  "queued" | "sending" | "accepted" | "delivered" | "seen" | "waiting" | "failed" | "unreachable";

/** banner says what became of the answer since; a withdrawn one has no text. */
export interface RequestAnswer {
  banner: string;
  text: string;
  text_html: string;
  spokesperson: string;
  position: string;
  unit: string;
  at: string;
  masked: string; // what is left out, "" for nothing
  masked_for: string;
}

export interface RequestRefusal {
  ground: string;
  basis: string;
  reason: string;
  instead: string; // what can be given instead, "" for nothing
  complaint: string; // the right to complain and to sue
}

export interface RequestPart {
  number: number;
  asks: string;
  unit_name: string;
  state: RequestState;
  state_label: string;
  due: string;
  answer: RequestAnswer | null;
  refusal: RequestRefusal | null;
  asked_back: string; // what the unit waits for the person to say, "" for nothing
  may_dispute?: boolean;
  rating?: number; // 1 to 5, what the person said of it; 0 for nothing
  may_rate?: boolean;
}

export interface RequestDetail extends RequestItem {
  clock: Clock | null;
  answer: RequestAnswer | null;
  refusal: RequestRefusal | null;
  parts: RequestPart[]; // one of a request that one unit answers
  together: boolean; // the parts are answered all at once
  statement_url: string;
  files: SentFile[]; // what the person sent with it
  may: ("add" | "withdraw" | "together" | "apart")[]; // what the person may do now
  timeline: { at: string; text: string }[];
  /** Whether what was decided reached the person in Zalo; absent while nothing is. */
  delivery?: { state: DeliveryState; text: string };
}

/** What the form that takes reports of false content says and offers; the words are the chat's. */
export interface ReportForm {
  categories: { code: string; name: string }[];
  how: string;
  danger: string; // whom to call where life is in danger
  victim: string;
  scam: string;
  honest: string;
  who: string;
  most_pictures: number;
  most_bytes: number; // of a picture
}

/** A report of false content; pictures are SHA-256 of what was uploaded. */
export interface Report {
  link: string;
  text: string;
  pictures: string[];
  category?: string;
  seen_at?: string;
  place?: string;
  spread?: string;
  harm?: string;
  right?: string;
  anonymous?: boolean;
}

/** What a person reads before they send a report; what protects them comes first. */
export interface ReportCheck {
  advice: string;
  known: string; // where the matter stands, if it is known already
  summary: string;
  missing: string;
  honest: string;
  who: string;
  named: string; // what sending it named is called
  unnamed: string;
  unnamed_first: boolean;
}

export interface Picture {
  sha256: string;
  size: number;
  received_at: string;
}

export interface ReportItem {
  id: string;
  code: string; // of the case; several reports share one
  state_label: string;
  ended: boolean;
  found: string; // the words of the decree, and no others; "" of what ended unpublished
  category: string;
  text: string;
  pictures: number;
  created_at: string;
}

export interface ReportReceipt extends ReportItem {
  receipt: string;
  proof_url: string;
}

export interface OwnReport extends ReportItem {
  known: string; // what may be said of the matter now
  page_url: string; // of the published conclusion; "" before
  proof_url: string;
  evidence: { sha256: string; received_at: string; problem: string }[];
  timeline: { at: string; text: string }[];
  more: ReportItem[];
}

/** What is filed; question has 5 to 4,000 characters. */
export interface Filing {
  question: string;
  unit: string;
  wanted?: string; // a reporter's: the newsroom's own deadline
  kind?: string; // a code of the form; without it what the words say
  residence?: string;
  concern?: string;
  consent?: string;
  urgent?: boolean; // a reporter's
  follow?: boolean; // the answer to another's request that asks the same
  files?: string[]; // SHA-256 of what was uploaded
}

/** A file that waits on the server for the request that names it. */
export interface RequestFile {
  sha256: string;
  size: number;
  type: "picture" | "pdf" | "docx" | "xlsx";
  received_at: string;
}

/** A file that was sent with a request; problem is why there is none. */
export interface SentFile {
  name: string;
  type: string;
  size: number;
  problem: string;
}

/** What is known before a request is filed. */
export interface Guard {
  statement: { code: string; title: string; url: string } | null; // it answers
  alike: { unit_name: string; topic: string } | null; // somebody's open request asks the same
  scheduled: { at: string; unit_name: string } | null; // something on it will be public
}

/** What a person does with their own request; part, from 1, is the one that does not answer. */
export interface OwnStep {
  action: "add" | "withdraw" | "dispute" | "rate" | "together" | "apart";
  text?: string;
  part?: number;
  rating?: number;
}

/** A unit, who speaks for it and where it speaks itself. */
export interface UnitCard extends Unit {
  speakers: { name: string; position: string }[];
  channels: { kind: string; label: string; address: string }[];
}

/** What a person was told; kept: Zalo did not bring it, so it is read here. */
export interface Told {
  at: string;
  text: string;
  fate: "waiting" | "sent" | "kept";
}

/** Which messages a person wants. News of their own requests always come. */
export interface Settings {
  chat: boolean; // they have written to the account: messages can reach them
  conclusions: boolean; // on what they reported, or asked to hear of
  quiet_since: string | null; // none on what was reported or asked until then
  press: boolean; // a verified reporter
}

/** proof is the id of the record in the server's audit chain. */
export interface Erasure {
  proof: string;
  erased_at: string;
}

/** Of which kinds the person's request may be; press: a reporter's form. */
export interface RequestForm {
  press: boolean;
  kinds: { code: string; name: string; asks: string; default: boolean }[];
  most_files: number;
  most_bytes: number; // of a file
}

/** What the person wants done with the data kept of them; the words are the server's. */
export interface Claim {
  code: string;
  right: "view" | "correct" | "delete" | "withdraw";
  name: string;
  state: string;
  open: boolean;
  text?: string;
  clock: Clock;
  news: { at: string; text: string }[];
  proof?: string;
  created_at: string;
}

/** One thing that is kept of the person. */
export interface Kept {
  name: string;
  text: string;
}

/** What was found of a text, a link or a document's number; the words are the chat's. */
export interface Check {
  outcome: "verbatim" | "changed" | "concluded" | "unseen";
  lead: string;
  quotes: Quote[];
  changes: CheckChange[];
  case: { code: string; state: string; text: string } | null;
  follow: "none" | "chat_first" | "offered";
}

/** Whether a wish to hear the conclusion was noted, in the server's words. */
export interface Followed {
  noted: boolean;
  text: string;
}

export interface CheckChange {
  kind: string;
  label: string;
  official: { before: string; marked: string; behind: string };
  pasted: { before: string; marked: string; behind: string };
}
