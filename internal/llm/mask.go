package llm

import "phatngon/internal/desk/privacy"

// Mask puts a word in brackets in place of what tells who a person is. What is sent
// to a server or kept as a wording (package flow) goes through it.
func Mask(text string) string { return privacy.Mask(text) }

// Unmasked is text without what Mask put into it, and whether there was any.
func Unmasked(text string) (rest string, found bool) { return privacy.Unmasked(text) }
