package request

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/policy"
)

// longestField is how much one field of a form holds, in runes.
const longestField = 300

// What the fields of a form are called where an officer reads them, below the question.
const (
	noteResidence = "Nơi cư trú: "
	noteConcern   = "Liên quan trực tiếp: "
	noteConsent   = "Văn bản đồng ý (Điều 16): "
	NoteUrgent    = "Tòa soạn ghi là khẩn."
)

// FormOf is what of a form counts under a law: residence, concern and consent are a citizen's,
// urgency a reporter's. The error names the field that is too long.
func FormOf(law policy.Law, in effect.Form) (effect.Form, error) {
	if law == policy.LawPress {
		return effect.Form{Urgent: in.Urgent}, nil
	}
	f := effect.Form{Residence: clean(in.Residence), Concern: clean(in.Concern), Consent: clean(in.Consent)}
	for field, text := range map[string]string{"residence": f.Residence, "concern": f.Concern, "consent": f.Consent} {
		if utf8.RuneCountInString(text) > longestField {
			return f, &desk.InvalidError{Field: field, Text: fmt.Sprintf("Mục này tối đa %d ký tự.", longestField)}
		}
	}
	return f, nil
}

// FormNotes are the fields of a form that were filled in, as an officer reads them.
func FormNotes(f effect.Form) []string {
	var notes []string
	for _, field := range [][2]string{{noteResidence, f.Residence}, {noteConcern, f.Concern}, {noteConsent, f.Consent}} {
		if field[1] != "" {
			notes = append(notes, field[0]+field[1])
		}
	}
	if f.Urgent {
		notes = append(notes, NoteUrgent)
	}
	return notes
}

// OfForm reports a note that holds what a person said of themselves in a form.
func OfForm(note string) bool {
	return strings.HasPrefix(note, noteResidence) || strings.HasPrefix(note, noteConcern) || strings.HasPrefix(note, noteConsent)
}
