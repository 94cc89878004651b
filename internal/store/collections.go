package store

import (
	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/delivery"
	"phatngon/internal/desk/handover"
	"phatngon/internal/desk/people"
	"phatngon/internal/store/auditlog"
	"phatngon/internal/store/casefile"
	"phatngon/internal/store/claimfile"
	"phatngon/internal/store/engine"
	"phatngon/internal/store/gapfile"
	"phatngon/internal/store/items"
	"phatngon/internal/store/pressfile"
	"phatngon/internal/store/setting"
	"phatngon/internal/store/statfile"
	"phatngon/internal/store/table"
	"phatngon/internal/store/verdictfile"
	"slices"
)

// The collections, their unique keys and the indexes that every query of the
// product goes through. A query binds all fields of an index but the last, which
// orders what is found (_id breaks ties). A unique key is named after what is
// wrong when it is taken, and has a value in every document.

// The collections whose documents carry effects.
const (
	Statements = "statements"
	Requests   = "requests"
	Requesters = "requesters"
	Officers   = "officers"
	Sessions   = "sessions"
	Settings   = setting.Name
	Deliveries = "deliveries"
	HandOvers  = "handovers"
	Policies   = "policies"
	Cases      = casefile.CaseName
	Reports    = casefile.ReportName
	Press      = pressfile.Name
	Verdicts   = verdictfile.Name
	Activities = statfile.ActivityName
	Claims     = claimfile.Name
)

var statements = table.Table[statementDocument]{
	Collection: engine.Carrier(Statements, []engine.Index{
		{Name: "issued", Fields: []string{"issued_at"}},
		{Name: "status_issued", Fields: []string{"status", "issued_at"}},
		{Name: "unit_issued", Fields: []string{"unit", "issued_at"}},
		{Name: "unit_status_issued", Fields: []string{"unit", "status", "issued_at"}},
		{Name: "updated", Fields: []string{"updated_at"}},
		{Name: "change", Fields: []string{"change"}},
	}),
	Key: func(s *statementDocument) (string, *int64) { return s.Code, &s.Version },
}

var requests = table.Table[requestDocument]{
	Collection: engine.Collection{Name: Requests, Carries: true, Words: "words", Indexes: engine.CarrierIndexes([]engine.Index{
		{Name: "request_filed_already", Fields: []string{"source"}, Unique: true},
		{Name: "requester_created", Fields: []string{"requester", "created_at"}},
		{Name: "joined_created", Fields: []string{"joined", "created_at"}},
		{Name: "created", Fields: []string{"created_at"}},
		{Name: "due", Fields: []string{"due"}},
		{Name: "unit_due", Fields: []string{"unit", "due"}},
		{Name: "state_due", Fields: []string{"state", "due"}},
		{Name: "unit_state_due", Fields: []string{"unit", "state", "due"}},
		{Name: "open_due", Fields: []string{"open", "due"}},
		{Name: "unit_open_due", Fields: []string{"unit", "open", "due"}},
		{Name: "handler_open_due", Fields: []string{"handler", "open", "due"}},
		{Name: "done_updated", Fields: []string{"done", "updated_at"}},
		{Name: "unit_done_updated", Fields: []string{"unit", "done", "updated_at"}},
		{Name: "listed", Fields: []string{"listed"}},
	})},
	Key: func(r *requestDocument) (string, *int64) { return r.Code, &r.Version },
}

var deliveries = table.Table[delivery.Delivery]{
	Collection: engine.Carrier(Deliveries, []engine.Index{
		{Name: "request", Fields: []string{"request", "created_at"}},
		{Name: "unit_state", Fields: []string{"unit", "state", "updated_at"}},
		{Name: "state", Fields: []string{"state", "updated_at"}},
		{Name: "requester", Fields: []string{"requester", "created_at"}},
	}),
	Key: func(d *delivery.Delivery) (string, *int64) { return d.ID, &d.Version },
}

var handOvers = table.Table[handover.HandOver]{
	Collection: engine.Carrier(HandOvers, []engine.Index{
		{Name: "open_created", Fields: []string{"open", "created_at"}},
		{Name: "unit_open_created", Fields: []string{"unit", "open", "created_at"}},
		{Name: "grave_open_closed", Fields: []string{"grave", "open", "closed_at"}},
		{Name: "requester", Fields: []string{"requester", "created_at"}},
	}),
	Key: func(h *handover.HandOver) (string, *int64) { return h.ID, &h.Version },
}

var requesters = table.Table[people.Requester]{
	Collection: engine.Carrier(Requesters, []engine.Index{
		{Name: "requester_app_user_known", Fields: []string{"app_user_id"}, Unique: true},
	}),
	Key: func(r *people.Requester) (string, *int64) { return r.ID, &r.Version },
}

var conversations = table.Table[chat.Conversation]{
	Collection: engine.Collection{Name: "conversations", Indexes: []engine.Index{{Name: "updated", Fields: []string{"updated_at"}}}},
	Key:        func(c *chat.Conversation) (string, *int64) { return c.ID, &c.Version },
}

var officers = table.Table[people.Officer]{
	Collection: engine.Carrier(Officers, []engine.Index{
		{Name: "officer_email_taken", Fields: []string{"email"}, Unique: true},
	}),
	Key: func(o *people.Officer) (string, *int64) { return o.ID, &o.Version },
}

var sessions = table.Table[people.Session]{
	Collection: engine.Carrier(Sessions, []engine.Index{
		{Name: "officer_created", Fields: []string{"officer", "created_at"}},
		{Name: "expires", Fields: []string{"expires_at"}},
	}),
	Key: func(s *people.Session) (string, *int64) { return s.ID, &s.Version },
}

var ledger = table.Table[LedgerEntry]{
	Collection: engine.Collection{Name: "ledger", Indexes: []engine.Index{
		{Name: "statement_at", Fields: []string{"statement", "at"}},
		{Name: "requester_at", Fields: []string{"requester", "at"}},
	}},
	Key: func(l *LedgerEntry) (string, *int64) { return l.ID, nil },
}

var askings = table.Table[Asking]{
	Collection: engine.Collection{Name: "askings", Indexes: []engine.Index{
		{Name: "statement_how_day", Fields: []string{"statement", "how", "day"}},
		{Name: "asker_day", Fields: []string{"asker", "day"}},
		{Name: "day", Fields: []string{"day"}},
	}},
	Key: func(a *Asking) (string, *int64) { return a.ID, &a.Version },
}

var policies = table.Table[PolicyVersion]{
	Collection: engine.Carrier(Policies, []engine.Index{
		{Name: "policy_number_taken", Fields: []string{"name", "number"}, Unique: true},
		{Name: "name_from", Fields: []string{"name", "from"}},
	}),
	Key: func(p *PolicyVersion) (string, *int64) { return p.ID, &p.Version },
}

// A counter's version is its value.
var counters = table.Table[counter]{
	Collection: engine.Collection{Name: "counters"},
	Key:        func(c *counter) (string, *int64) { return c.ID, &c.Version },
}

var leases = table.Table[lease]{
	Collection: engine.Collection{Name: "leases"},
	Key:        func(l *lease) (string, *int64) { return l.ID, &l.Version },
}

var vectors = table.Table[vector]{
	Collection: engine.Collection{Name: "vectors"},
	Key:        func(v *vector) (string, *int64) { return v.ID, nil },
}

// collections is what an engine makes at open.
func collections() []*engine.Collection {
	return append([]*engine.Collection{
		&statements.Collection, &requests.Collection, &deliveries.Collection, &handOvers.Collection, &policies.Collection,
		&shares.Collection, &reminders.Collection, &requesters.Collection, &erasures.Collection, &conversations.Collection,
		&officers.Collection, &sessions.Collection, &auditlog.Records.Collection, &ledger.Collection, &askings.Collection,
		&setting.Table.Collection, &counters.Collection, &leases.Collection, &vectors.Collection, &attachments.Collection, &filePieces.Collection,
		&scratches.Collection, &remarks.Collection, &secondFactors.Collection,
	}, slices.Concat(items.Collections(), casefile.Collections(), pressfile.Collections(), statfile.Collections(), claimfile.Collections(), verdictfile.Collections(), gapfile.Collections())...)
}
