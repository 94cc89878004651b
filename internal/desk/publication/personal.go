package publication

import (
	"slices"
	"strings"

	"phatngon/internal/desk"
	"phatngon/internal/desk/privacy"
	"phatngon/knowledge/statement"
)

// Personal lists the places in what is about to become public that look personal, each
// once; what the version in force says already is public and not listed.
func Personal(current, next statement.Statement) []privacy.Finding {
	var found []privacy.Finding
	said := ""
	if current.Status == statement.StatusPublished {
		said = public(current)
	}
	for _, f := range privacy.Find(public(next)) {
		listed := slices.ContainsFunc(found, func(o privacy.Finding) bool { return o.Text == f.Text })
		if !listed && !strings.Contains(said, f.Text) {
			found = append(found, f)
		}
	}
	return found
}

// public is every word of a statement that people may see.
func public(s statement.Statement) string {
	return strings.Join(slices.Concat([]string{s.Title, s.Body}, s.Topics, s.Questions), "\n")
}

// checkPersonal asks for each personal place to be taken out or confirmed.
func checkPersonal(current, next statement.Statement, confirmed []string) error {
	var open []string
	for _, f := range Personal(current, next) {
		if !slices.Contains(confirmed, f.Text) {
			open = append(open, "“"+f.Text+"”")
		}
	}
	if len(open) == 0 {
		return nil
	}
	return &desk.InvalidError{Field: "confirmed", Text: "Có chỗ giống dữ liệu cá nhân: " + strings.Join(open, ", ") + ". Xin bỏ khỏi nội dung, hoặc đánh dấu xác nhận từng chỗ nếu được phép công khai."}
}
