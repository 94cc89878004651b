package words

import (
	"strings"

	"phatngon/internal/desk/policy"
)

// textAssistant is how the bot says what it is, wherever an office words the greeting.
const textAssistant = "trợ lý ảo (AI) cung cấp thông tin chính thức của UBND tỉnh Thanh Hóa"

// Greeting opens the conversation in the office's words; that this is a machine is always said.
func Greeting(s policy.Sentences) string { return Worded(s.Greeting) }

// Worded is a sentence of an office as people hear it.
func Worded(text string) string {
	return strings.ReplaceAll(text, policy.PlaceAssistant, textAssistant)
}
