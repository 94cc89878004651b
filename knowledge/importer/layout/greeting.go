package layout

import (
	"slices"
	"strings"
)

func greets(text string) bool { return strings.HasPrefix(text, "Kính gửi") }

// greetingApart sets those that a letter is to, where they stand beside its
// number and subject, behind these.
func greetingApart(lines []Line) []Line {
	for i, l := range lines {
		at := slices.IndexFunc(l.segments, func(s segment) bool { return greets(s.text) })
		if at < 1 {
			continue
		}
		edge := l.segments[at].left
		var left, right []Line
		end := i
		for ; end < len(lines); end++ {
			next := lines[end]
			if next.left() >= edge || end > i && lines[end-1].y-next.y > 2*next.size {
				break
			}
			n := slices.IndexFunc(next.segments, func(s segment) bool { return s.right > edge })
			if n == 0 {
				break // a line across the page
			}
			if n < 0 {
				n = len(next.segments)
			}
			subject, names := next, next
			subject.segments, names.segments = next.segments[:n], next.segments[n:]
			left, right = withLine(left, subject), withLine(right, names)
		}
		out := append(slices.Clone(lines[:i]), left...)
		return append(append(out, right...), lines[end:]...)
	}
	return lines
}
