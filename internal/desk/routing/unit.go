package routing

// Unit is an office that answers.
type Unit struct {
	Code            string          `json:"code"`
	Name            string          `json:"name"`
	ShortName       string          `json:"short_name"`
	Level           string          `json:"level"` // "province" or "commune"
	Kind            string          `json:"kind"`
	Aliases         []string        `json:"aliases"`
	Topics          []string        `json:"topics"` // proposed routing keywords
	FormerBodies    []string        `json:"former_bodies"`
	FormerNames     []FormerName    `json:"former_names"`
	FormerDistricts []string        `json:"former_districts"`
	FormerCommunes  []FormerCommune `json:"former_communes"`
	Certainty       string          `json:"certainty"`
	Channels        []Channel       `json:"channels"` // where it speaks by itself: package channels
}

// Channel is an official channel of a unit: a site, an account, a telephone, mail.
type Channel struct {
	Kind    string `json:"kind"`
	Address string `json:"address"`
	Name    string `json:"name"` // "" where the kind says enough
}

// FormerName is a dissolved body whose work a unit took over. When several
// units share one, For holds the matters that went to this unit; the unit
// without For takes the rest.
type FormerName struct {
	Name    string   `json:"name"`
	Aliases []string `json:"aliases"`
	For     []string `json:"for"`
}

// FormerCommune is a commune that became part of a unit on 01/7/2025
// (Resolution 1686/NQ-UBTVQH15).
type FormerCommune struct {
	Name      string `json:"name"`
	District  string `json:"district"`
	Split     bool   `json:"split"`          // its territory went to several units
	Ambiguous bool   `json:"name_ambiguous"` // the name stood in several districts
}

// ProvinceOffice coordinates: it receives what no other unit is known for and
// sees all requests (domain rule 8).
const ProvinceOffice = "TH-VPUB"

// ProvinceCommittee is the People's Committee itself; its office speaks for it.
const ProvinceCommittee = "TH-UBND"

// Route is where a question should go.
type Route struct {
	Unit    string   // best unit; ProvinceOffice when nothing is known
	Others  []string // further units, best first
	Choices []Place  // when a place name leads to several units: ask which
	Changes []Change // former names met in the text, to be told once
	Known   bool     // false: Unit is only the fallback
}

// Place is one meaning of an ambiguous place name.
type Place struct {
	Unit     string // unit code
	Name     string // "Phường Hạc Thành"
	Former   string // "Phường Đông Sơn"
	District string // former district: "Thành phố Thanh Hóa"
}

// Change is a body or place named by its former name.
type Change struct{ Old, New string }
