// Package people is who works in the panel and who asks, and what each may do.
package people

import "time"

// Role is what an officer may do.
type Role string

// An Admin manages officers and knowledge of all units; an Operator drafts;
// only a Spokesperson approves.
const (
	RoleAdmin        Role = "admin"
	RoleOperator     Role = "officer"
	RoleSpokesperson Role = "spokesperson"
)

// Officer is a person of a unit who works in the panel. A coordinating unit
// (ProvinceOffice) sees the requests of all units.
type Officer struct {
	ID           string    `bson:"_id" json:"id"`
	Version      int64     `bson:"version" json:"version"`
	Email        string    `bson:"email" json:"email"` // lower case, unique
	Name         string    `bson:"name" json:"name"`
	Position     string    `bson:"position" json:"position"` // "Giám đốc Sở …", needed to sign
	Role         Role      `bson:"role" json:"role"`
	Unit         string    `bson:"unit" json:"unit"`
	PasswordHash string    `bson:"password_hash" json:"-"` // argon2id, PHC format
	Disabled     bool      `bson:"disabled" json:"disabled"`
	AwayUntil    time.Time `bson:"away_until,omitempty" json:"away_until"` // notices go to Substitute until then
	Substitute   string    `bson:"substitute,omitempty" json:"substitute"` // officer id
	Zalo         string    `bson:"zalo,omitempty" json:"-"`                // requester id of the account that notices go to; "" = none
	LinkHash     string    `bson:"link_hash,omitempty" json:"-"`           // keyed hash of the code by which one is linked
	LinkUntil    time.Time `bson:"link_until,omitempty" json:"-"`          // it works before
	LinkedBy     string    `bson:"linked_by,omitempty" json:"-"`           // what linked it: the same again changes nothing
	Mandate      *Mandate  `bson:"mandate,omitempty" json:"mandate,omitempty"`
	CreatedAt    time.Time `bson:"created_at" json:"created_at"`
}

// Session is a login; ID is the SHA-256 of the cookie's token, so that a copy
// of the database opens no door.
type Session struct {
	ID        string    `bson:"_id"`
	Version   int64     `bson:"version"`
	Officer   string    `bson:"officer"`
	CSRF      string    `bson:"csrf"`
	Browser   string    `bson:"browser,omitempty"` // as whoever signed in would call it, to know their own again
	Second    bool      `bson:"second,omitempty"`  // who signed in showed a second factor
	CreatedAt time.Time `bson:"created_at"`
	ExpiresAt time.Time `bson:"expires_at"`
}
