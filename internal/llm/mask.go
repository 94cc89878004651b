package llm

import (
	"strings"

	"phatngon/internal/desk/privacy"
)

// Mask puts a word in brackets in place of what tells who a person is. What is sent
// to a server or kept as a wording (package flow) goes through it.
func Mask(text string) string { return privacy.Mask(text) }

// Unmasked is text without what Mask put into it, and whether there was any.
func Unmasked(text string) (rest string, found bool) { return privacy.Unmasked(text) }

// Hide is Mask that takes out what desk/privacy finds too: names, addresses, plates, illness.
// It is for a model that answers in words; what is only doubtful goes too.
func Hide(text string) string {
	var out strings.Builder
	done := 0
	for _, f := range privacy.Find(text) {
		if f.Start < done {
			continue
		}
		out.WriteString(text[done:f.Start] + "[riêng tư]")
		done = f.End
	}
	return Mask(out.String() + text[done:])
}
