package zalotest

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"time"
)

// Roles of personas: who a newcomer plays. Zalo itself knows no roles.
const (
	Citizen  = "citizen"
	Reporter = "reporter"
)

// Persona is a made-up person who talks to the OA. Empty ids are derived from
// ID, the same in every run.
type Persona struct {
	ID        string
	Name      string
	Role      string
	UserID    string // scoped to the OA
	AppUserID string // scoped to the Zalo App
	Phone     string // 84xxxxxxxxx
	Follows   bool
}

// DefaultPersonas are the five of the demo.
func DefaultPersonas() []Persona {
	return []Persona{
		{ID: "hoa", Name: "Bà Hoa", Role: Citizen, UserID: "6180339887498948401", AppUserID: "1414213562373095001", Phone: "84912345601"},
		{ID: "nam", Name: "Anh Nam", Role: Reporter, UserID: "6180339887498948402", AppUserID: "1414213562373095002", Phone: "84912345602"},
		{ID: "lan", Name: "Chị Lan", Role: Citizen, UserID: "6180339887498948403", AppUserID: "1414213562373095003", Phone: "84912345603"},
		{ID: "minh", Name: "Anh Minh", Role: Reporter, UserID: "6180339887498948404", AppUserID: "1414213562373095004", Phone: "84912345604"},
		{ID: "khach", Name: "Công Tằng Tôn Nữ Hoàng Phương Thảo Nguyên", Role: Citizen, UserID: "618033988749894805", AppUserID: "141421356237309505", Phone: "84912345605"},
	}
}

// maxPeople bounds AddPersona; the oldest stay.
const maxPeople = 10_000

type person struct {
	Persona
	met      bool      // followed or wrote at least once
	opened   bool      // the same, in this life of the simulator
	last     time.Time // last interaction
	messages []*Message
	rev      int64       // of the last change in messages
	lane     []*delivery // webhooks in order, one at a time
	busy     bool        // somebody drains the lane
}

// AddPersona lets one more person talk to the OA and returns it with its ids.
// A persona known already is returned as it is.
func (s *Server) AddPersona(p Persona) Persona {
	s.mu.Lock()
	defer s.mu.Unlock()
	if known, ok := s.byID[p.ID]; ok {
		return known.Persona
	}
	if len(s.people) >= maxPeople {
		panic("zalotest: too many personas")
	}
	if p.Name == "" {
		p.Name = p.ID
	}
	if p.UserID == "" {
		p.UserID = derivedID("user", p.ID)
	}
	if p.AppUserID == "" {
		p.AppUserID = derivedID("app", p.ID)
	}
	one := &person{Persona: p}
	if s.o.Acquainted {
		one.met, one.last = true, s.o.Now()
	}
	s.people = append(s.people, one)
	s.byID[p.ID], s.byUser[p.UserID] = one, one
	s.notify()
	return p
}

// Persona gives a persona as it is now.
func (s *Server) Persona(id string) (Persona, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	p, ok := s.byID[id]
	if !ok {
		return Persona{}, false
	}
	return p.Persona, true
}

// person finds a persona that must exist. The caller holds the lock.
func (s *Server) person(id string) *person {
	p, ok := s.byID[id]
	if !ok {
		panic(fmt.Sprintf("zalotest: no persona %q", id))
	}
	return p
}

// derivedID makes 19 digits of a name.
func derivedID(space, name string) string {
	sum := sha256.Sum256([]byte(space + "\x00" + name))
	return fmt.Sprint(1_000_000_000_000_000_000 + binary.BigEndian.Uint64(sum[:8])%8_000_000_000_000_000_000)
}
