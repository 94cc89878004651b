// Made of internal/web/openapi.json by dev/wire.mjs. Not to be edited.

export type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors?: Record<string, string>;
};

export type Config = {
  oa_name: string;
  oa_id: string;
  miniapp_id: string;
  demo: boolean;
  suggestions: string[];
  reply_delay_seconds?: number;
  crisis: StatementItem | null;
  contact: Contact | null;
};

export type Login =
  | {
      access_token: string;
    }
  | {
      persona: string;
    };

export type Session = {
  token: string;
  expires_at: string;
  user: {
    name: string;
    kind: "citizen" | "reporter_unverified" | "reporter_verified";
  };
};

export type Unit = {
  code: string;
  name: string;
  level: "province" | "commune";
};

export type Units = {
  items: Unit[];
};

export type Contact = {
  office: string;
  address: string;
  phone: string;
  email: string;
  responsible: string;
  position: string;
};

export type StatementItem = {
  code: string;
  title: string;
  unit: string;
  unit_name: string;
  spokesperson: string;
  position: string;
  issued_at: string;
  excerpt: string;
  sample: boolean;
};

export type StatementPage = {
  items: StatementItem[];
  next: string;
};

export type Statement = {
  code: string;
  version: number;
  title: string;
  unit: string;
  unit_name: string;
  spokesperson: string;
  position: string;
  form: "HOP_BAO" | "DANG_TAI" | "PHAT_NGON_TT" | "VAN_BAN" | "TRAO_DOI";
  issued_at: string;
  document_no: string;
  source_url: string;
  url: string;
  status: "published" | "superseded" | "withdrawn";
  banner: string;
  body_html: string;
  body: string;
  body_text: string;
  topics: string[];
  places: string[];
  replaced_by: Replacement | null;
  sample: boolean;
  valid_from: string;
  valid_until: string;
  replaces: Replaced[];
};

export type Ask = {
  question: string;
  statement?: string;
};

export type Quote = {
  statement: string;
  version: number;
  quote: string;
  quote_text: string;
  quote_html: string;
  unit: string;
  spokesperson: string;
  position: string;
  issued_at: string;
  url: string;
  title: string;
  banner: string;
  sample: boolean;
};

export type Candidate = {
  statement: string;
  title: string;
  unit?: string;
  year?: string;
};

export type Answer = {
  id: string;
  status: "answered" | "partial" | "related" | "clarify" | "refused";
  text: string;
  lead: string;
  quotes: Quote[];
  candidates: Candidate[];
  notes: string[];
  uncovered: string[];
  suggested_unit: Unit | null;
  confidence: number;
};

export type CheckForm = {
  text: string;
};

export type FollowForm = {
  text?: string;
  case?: string;
};

export type Followed = {
  noted: boolean;
  text: string;
};

export type Check = {
  outcome: "verbatim" | "changed" | "concluded" | "unseen";
  ground: "" | "text" | "number" | "link" | "channel" | "case";
  text: string;
  lead?: string;
  statement: {
    code: string;
    title: string;
    unit: string;
    issued_at: string;
    url: string;
    fate: "in_force" | "expired" | "superseded" | "withdrawn";
    fate_text: string;
  } | null;
  quotes: Quote[];
  changes: {
    kind: "letters" | "date" | "number" | "negation" | "name" | "words";
    label: string;
    official: {
      before: string;
      marked: string;
      behind: string;
    };
    pasted: {
      before: string;
      marked: string;
      behind: string;
    };
  }[];
  case: {
    code: string;
    state: string;
    text: string;
  } | null;
  channels: {
    address: string;
    listed: boolean;
    label: string;
    unit: string;
  }[];
  follow: "none" | "chat_first" | "offered";
};

export type Filing = {
  question: string;
  unit: string;
  wanted?: string;
  follow?: boolean;
  kind?: string;
  residence?: string;
  concern?: string;
  consent?: string;
  urgent?: boolean;
  files?: string[];
};

export type RequestItem = {
  code: string;
  state:
    | "received"
    | "assigned"
    | "drafted"
    | "returned"
    | "approved"
    | "sent"
    | "refused"
    | "clarifying"
    | "withdrawn";
  state_label: string;
  unit_name: string;
  due: string;
  question: string;
  kind: string;
  wanted: string;
  created_at: string;
  follow_url: string;
  files: SentFile[];
  followed: boolean;
};

export type RequestList = {
  items: RequestItem[];
};

export type Clock = {
  rule: string;
  basis: string;
  start: string;
  due: string;
  counted: string[];
  skipped: {
    date: string;
    reason: string;
  }[];
};

export type Signed = {
  banner: string;
  text: string;
  text_html: string;
  spokesperson: string;
  position: string;
  unit: string;
  at: string;
  masked: string;
  masked_for: string;
};

export type Refusal = {
  ground: string;
  basis: string;
  reason: string;
  instead: string;
  complaint: string;
};

export type Request = RequestItem & {
  clock: Clock;
  explanation: DeadlineLine[];
  answer: Signed | null;
  refusal: Refusal | null;
  statement_url: string;
  delivery?: Delivery;
  together: boolean;
  parts: RequestPart[];
  may: ("add" | "withdraw" | "together" | "apart")[];
  timeline: Event[];
};

export type Replacement = {
  code: string;
  title: string;
  issued_at: string;
};

export type Delivery = {
  state: "queued" | "sending" | "accepted" | "delivered" | "seen" | "waiting" | "failed" | "unreachable";
  text: string;
};

export type ReportForm = {
  categories: {
    code: string;
    name: string;
  }[];
  how: string;
  danger: string;
  victim: string;
  scam: string;
  honest: string;
  who: string;
  most_pictures: number;
  most_bytes: number;
};

export type Report = {
  link?: string;
  text?: string;
  pictures?: string[];
  category?: string;
  seen_at?: string;
  place?: string;
  spread?: string;
  harm?: string;
  right?: string;
  anonymous?: boolean;
};

export type ReportCheck = {
  advice: string;
  known: string;
  summary: string;
  missing: string;
  honest: string;
  who: string;
  named: string;
  unnamed: string;
  unnamed_first: boolean;
};

export type Following = {
  all: boolean;
  units: string[];
  unit_names: string[];
  topics: string[];
  daily: boolean;
};

export type PressRoom = {
  items: StatementItem[];
  scheduled: Release[];
};

export type Release = {
  at: string;
  unit: string;
  unit_name: string;
};

export type PressFollows = {
  all: boolean;
  units: string[];
  topics: string[];
  daily?: boolean;
};

export type PressFiling = {
  newsroom: string;
  kind: string;
  pictures: string[];
  agreed: boolean;
};

export type Press = {
  id: string;
  state: string;
  state_label: string;
  text: string;
  newsroom: string;
  kind: string;
  open: boolean;
  verified: boolean;
  consent: string;
  consent_english: string;
  most_pictures: number;
  most_bytes: number;
  kinds: PressKind[];
  follows: Following;
  following: string;
  news: StatementItem[];
};

export type PressKind = {
  code: string;
  text: string;
  english: string;
};

export type Picture = {
  sha256: string;
  size: number;
  received_at: string;
};

export type ReportItem = {
  id: string;
  code: string;
  state_label: string;
  ended: boolean;
  found: string;
  category: string;
  text: string;
  pictures: number;
  created_at: string;
};

export type ReportList = {
  items: ReportItem[];
};

export type ReportReceipt = ReportItem & {
  receipt: string;
  proof_url: string;
};

export type OwnReport = ReportItem & {
  known: string;
  page_url: string;
  proof_url: string;
  evidence: {
    sha256: string;
    received_at: string;
    problem: string;
  }[];
  timeline: {
    at: string;
    text: string;
  }[];
  more: ReportItem[];
};

export type DeadlineLine = {
  kind:
    | "start"
    | "counted"
    | "skipped"
    | "paused"
    | "extended"
    | "moved"
    | "due"
    | "unlisted"
    | "basis"
    | "version";
  from?: string;
  to?: string;
  text: string;
};

export type RequestPart = {
  number: number;
  asks: string;
  unit_name: string;
  state:
    | "received"
    | "assigned"
    | "drafted"
    | "returned"
    | "approved"
    | "sent"
    | "refused"
    | "clarifying"
    | "withdrawn";
  state_label: string;
  outcome: "" | "full" | "partial" | "none" | "refused" | "withdrawn";
  due: string;
  explanation: DeadlineLine[];
  answer: Signed | null;
  refusal: Refusal | null;
  asked_back: string;
  may_dispute: boolean;
  rating: number;
  may_rate: boolean;
};

export type UnitCard = Unit & {
  speakers: {
    name: string;
    position: string;
  }[];
  channels: {
    kind: string;
    label: string;
    address: string;
  }[];
};

export type OwnStep = {
  action: "add" | "withdraw" | "dispute" | "rate" | "together" | "apart";
  text?: string;
  part?: number;
  rating?: number;
  files?: string[];
};

export type Notice = {
  at: string;
  text: string;
  fate: "waiting" | "sent" | "kept";
};

export type NoticeList = {
  items: Notice[];
};

export type SettingsForm = {
  conclusions: boolean;
};

export type Settings = {
  chat: boolean;
  conclusions: boolean;
  quiet_since: string | null;
  press: boolean;
};

export type Erasure = {
  proof: string;
  erased_at: string;
  proof_url?: string;
};

export type Event = {
  at: string;
  text: string;
};

export type Guard = {
  statement: {
    code: string;
    title: string;
    url: string;
  } | null;
  alike: {
    unit_name: string;
    topic: string;
  } | null;
  scheduled: {
    at: string;
    unit_name: string;
  } | null;
};

export type Guarded = {
  question: string;
  unit: string;
};

export type Claim = {
  code: string;
  right: "view" | "correct" | "delete" | "withdraw";
  name: string;
  state: string;
  open: boolean;
  text?: string;
  clock: Clock;
  explanation: DeadlineLine[];
  news: Event[];
  proof?: string;
  created_at: string;
};

export type Kept = {
  name: string;
  text: string;
};

export type ClaimList = {
  items: Claim[];
};

export type ClaimAnswer = {
  claim: Claim;
  kept?: Kept[];
};

export type Replaced = {
  code: string;
  title: string;
  issued_at: string;
  changes: {
    kind: "same" | "added" | "removed";
    text: string;
  }[];
};

export type RequestForm = {
  press: boolean;
  kinds: {
    code: string;
    name: string;
    asks: string;
    default: boolean;
  }[];
  most_files: number;
  most_bytes: number;
};

export type RequestFile = {
  sha256: string;
  size: number;
  type: "picture" | "pdf" | "docx" | "xlsx";
  received_at: string;
};

export type SentFile = {
  name: string;
  type: string;
  size: number;
  problem: string;
};
