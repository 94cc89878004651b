package privacy

import (
	"slices"
	"strings"
)

// erased is what stands in place of what Find finds.
const erased = "[đã xóa]"

// Erase is text without what Find finds and Mask masks: what stays on record of
// somebody whose data is erased.
func Erase(text string) string {
	var out strings.Builder
	last := 0
	for _, f := range slices.DeleteFunc(Find(text), func(f Finding) bool { return f.Kind == Maybe }) {
		if f.End <= last {
			continue // lies in another
		}
		if f.Start >= last {
			out.WriteString(text[last:f.Start])
			out.WriteString(erased)
		}
		last = f.End
	}
	out.WriteString(text[last:])
	return Mask(out.String())
}
