package policy

import (
	"slices"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
)

// SignIn is how officers come into the panel.
type SignIn struct {
	Note         string        `json:"note"`
	Certainty    string        `json:"certainty"`
	SecondFactor []people.Role `json:"second_factor"` // roles that are to have one
	InviteHours  int           `json:"invite_hours"`  // in which who is invited sets a password
	ResetMinutes int           `json:"reset_minutes"` // in which who forgot theirs does
}

// parseSignIn reads how officers come in (data/signin.json).
func parseSignIn(data []byte) (t SignIn, err error) {
	if err := desk.Decode(string(KindSignIn), data, &t); err != nil {
		return t, err
	}
	for _, role := range t.SecondFactor {
		if !slices.Contains([]people.Role{people.RoleAdmin, people.RoleSpokesperson, people.RoleOperator}, role) {
			return t, invalid(KindSignIn, "second_factor", "Không có vai trò %q (second_factor). Dùng admin, spokesperson, officer.", role)
		}
	}
	switch {
	case t.InviteHours < 1 || t.InviteHours > 720:
		return t, invalid(KindSignIn, "invite_hours", "invite_hours phải từ 1 đến 720.")
	case t.ResetMinutes < 5 || t.ResetMinutes > 1_440:
		return t, invalid(KindSignIn, "reset_minutes", "reset_minutes phải từ 5 đến 1440.")
	case !certain(t.Certainty):
		return t, invalid(KindSignIn, "certainty", "Mức chắc chắn (certainty) phải là C, L hoặc U.")
	}
	return t, nil
}

// SignIn is how officers come in.
func (s Set) SignIn() SignIn { return s.signIn }

// Invite and Reset are InviteHours and ResetMinutes as time.
func (t SignIn) Invite() time.Duration { return time.Duration(t.InviteHours) * time.Hour }

// Reset: see Invite.
func (t SignIn) Reset() time.Duration { return time.Duration(t.ResetMinutes) * time.Minute }

// Demands reports whether a role is to have a second factor.
func (t SignIn) Demands(role people.Role) bool { return slices.Contains(t.SecondFactor, role) }
