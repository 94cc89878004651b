package store

import (
	"phatngon/internal/desk"
	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/delivery"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
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
	Settings   = "settings"
	Deliveries = "deliveries"
	HandOvers  = "handovers"
	Policies   = "policies"
)

var statements = table[statementDocument]{
	collection: carrier(Statements, []index{
		{name: "issued", fields: []string{"issued_at"}},
		{name: "status_issued", fields: []string{"status", "issued_at"}},
		{name: "unit_issued", fields: []string{"unit", "issued_at"}},
		{name: "unit_status_issued", fields: []string{"unit", "status", "issued_at"}},
		{name: "updated", fields: []string{"updated_at"}},
		{name: "change", fields: []string{"change"}},
	}),
	key: func(s *statementDocument) (string, *int64) { return s.Code, &s.Version },
}

var requests = table[requestDocument]{
	collection: carrier(Requests, []index{
		{name: "request_filed_already", fields: []string{"source"}, unique: true},
		{name: "requester_created", fields: []string{"requester", "created_at"}},
		{name: "due", fields: []string{"due"}},
		{name: "unit_due", fields: []string{"unit", "due"}},
		{name: "state_due", fields: []string{"state", "due"}},
		{name: "unit_state_due", fields: []string{"unit", "state", "due"}},
		{name: "open_due", fields: []string{"open", "due"}},
		{name: "unit_open_due", fields: []string{"unit", "open", "due"}},
	}),
	key: func(r *requestDocument) (string, *int64) { return r.Code, &r.Version },
}

var deliveries = table[delivery.Delivery]{
	collection: carrier(Deliveries, []index{
		{name: "request", fields: []string{"request", "created_at"}},
		{name: "unit_state", fields: []string{"unit", "state", "updated_at"}},
		{name: "state", fields: []string{"state", "updated_at"}},
		{name: "requester", fields: []string{"requester", "created_at"}},
	}),
	key: func(d *delivery.Delivery) (string, *int64) { return d.ID, &d.Version },
}

var handOvers = table[request.HandOver]{
	collection: carrier(HandOvers, []index{
		{name: "open_created", fields: []string{"open", "created_at"}},
		{name: "requester", fields: []string{"requester", "created_at"}},
	}),
	key: func(h *request.HandOver) (string, *int64) { return h.ID, &h.Version },
}

var requesters = table[people.Requester]{
	collection: carrier(Requesters, []index{
		{name: "requester_app_user_known", fields: []string{"app_user_id"}, unique: true},
	}),
	key: func(r *people.Requester) (string, *int64) { return r.ID, &r.Version },
}

var conversations = table[chat.Conversation]{
	collection: collection{name: "conversations"},
	key:        func(c *chat.Conversation) (string, *int64) { return c.ID, &c.Version },
}

var officers = table[people.Officer]{
	collection: carrier(Officers, []index{
		{name: "officer_email_taken", fields: []string{"email"}, unique: true},
	}),
	key: func(o *people.Officer) (string, *int64) { return o.ID, &o.Version },
}

var sessions = table[people.Session]{
	collection: carrier(Sessions, []index{
		{name: "officer_created", fields: []string{"officer", "created_at"}},
		{name: "expires", fields: []string{"expires_at"}},
	}),
	key: func(s *people.Session) (string, *int64) { return s.ID, &s.Version },
}

var audit = table[desk.AuditRecord]{
	collection: collection{name: "audit", retired: []string{"subject_seq"}, indexes: []index{
		{name: "audit_number_taken", fields: []string{"chain", "seq"}, unique: true},
		{name: "seq_chain", fields: []string{"seq", "chain"}},
		{name: "subject_at", fields: []string{"subject", "at"}},
		{name: "at", fields: []string{"at"}},
	}},
	key: func(r *desk.AuditRecord) (string, *int64) { return r.ID, nil },
}

var ledger = table[LedgerEntry]{
	collection: collection{name: "ledger", indexes: []index{
		{name: "statement_at", fields: []string{"statement", "at"}},
		{name: "requester_at", fields: []string{"requester", "at"}},
	}},
	key: func(l *LedgerEntry) (string, *int64) { return l.ID, nil },
}

var askings = table[Asking]{
	collection: collection{name: "askings", indexes: []index{
		{name: "statement_how_day", fields: []string{"statement", "how", "day"}},
		{name: "asker_day", fields: []string{"asker", "day"}},
		{name: "day", fields: []string{"day"}},
	}},
	key: func(a *Asking) (string, *int64) { return a.ID, &a.Version },
}

var settings = table[Setting]{
	collection: carrier(Settings, nil),
	key:        func(s *Setting) (string, *int64) { return s.ID, &s.Version },
}

var policies = table[PolicyVersion]{
	collection: carrier(Policies, []index{
		{name: "policy_number_taken", fields: []string{"name", "number"}, unique: true},
		{name: "name_from", fields: []string{"name", "from"}},
	}),
	key: func(p *PolicyVersion) (string, *int64) { return p.ID, &p.Version },
}

// A counter's version is its value.
var counters = table[counter]{
	collection: collection{name: "counters"},
	key:        func(c *counter) (string, *int64) { return c.ID, &c.Version },
}

var leases = table[lease]{
	collection: collection{name: "leases"},
	key:        func(l *lease) (string, *int64) { return l.ID, &l.Version },
}

var vectors = table[vector]{
	collection: collection{name: "vectors"},
	key:        func(v *vector) (string, *int64) { return v.ID, nil },
}

// Each queue has its items, and one lane per person.
var (
	inbox       = itemsTable("inbox")
	inboxLanes  = lanesTable("inbox_lanes")
	outbox      = itemsTable("outbox")
	outboxLanes = lanesTable("outbox_lanes")
)

func itemsTable(name string) table[Item] {
	return table[Item]{
		collection: collection{name: name, indexes: []index{
			{name: "lane_phase_seq", fields: []string{"lane", "phase", "seq"}},
			{name: "state_updated", fields: []string{"state", "updated_at"}},
			{name: "ref_seq", fields: []string{"ref", "seq"}},
		}},
		key: func(i *Item) (string, *int64) { return i.ID, &i.Version },
	}
}

func lanesTable(name string) table[Lane] {
	return table[Lane]{
		collection: collection{name: name, indexes: []index{
			{name: "due", fields: []string{"due"}},
		}},
		key: func(l *Lane) (string, *int64) { return l.ID, &l.Version },
	}
}

// collections is what an engine makes at open.
func collections() []*collection {
	return []*collection{
		&statements.collection, &requests.collection, &deliveries.collection, &handOvers.collection, &policies.collection,
		&requesters.collection, &conversations.collection,
		&officers.collection, &sessions.collection, &audit.collection, &ledger.collection, &askings.collection,
		&settings.collection, &counters.collection, &leases.collection, &vectors.collection,
		&inbox.collection, &inboxLanes.collection, &outbox.collection, &outboxLanes.collection,
	}
}
