package policy

import (
	"slices"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
)

// SignIn is how officers come into the panel.
type SignIn struct {
	Note         string        `json:"note"`
	Certainty    string        `json:"certainty"`
	SecondFactor []people.Role `json:"second_factor"` // roles that are to have one
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
	if !certain(t.Certainty) {
		return t, invalid(KindSignIn, "certainty", "Mức chắc chắn (certainty) phải là C, L hoặc U.")
	}
	return t, nil
}

// SignIn is how officers come in.
func (s Set) SignIn() SignIn { return s.signIn }

// Demands reports whether a role is to have a second factor.
func (t SignIn) Demands(role people.Role) bool { return slices.Contains(t.SecondFactor, role) }
