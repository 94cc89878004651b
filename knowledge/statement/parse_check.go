package statement

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
)

var codePattern = regexp.MustCompile(`^[A-Z0-9]+(-[A-Z0-9]+)*$`)

// check lists what is wrong with the fields together.
func (p *statementParser) check() {
	for _, f := range Fields {
		p.checkField(f)
	}
	s := p.s
	if s.Code != "" && !codePattern.MatchString(s.Code) {
		p.problem(p.lines["code"], "Mã “%s” chỉ gồm chữ in hoa không dấu, chữ số và dấu gạch nối.", s.Code)
	}
	if s.Unit != "" && p.knownUnit != nil && !p.knownUnit(s.Unit) {
		p.problem(p.lines["unit"], "Không có đơn vị “%s” trong danh mục; xem mã ở trang Đơn vị.", s.Unit)
	}
	p.checkAuthorisation()
	p.checkTimes()
	if u, err := url.Parse(s.SourceURL); s.SourceURL != "" && (err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https") {
		p.problem(p.lines["source_url"], "source_url phải là địa chỉ đầy đủ bắt đầu bằng https://.")
	}
	if s.Code != "" && slices.Contains(s.Supersedes, s.Code) {
		p.problem(p.lines["supersedes"], "Phát ngôn không thể thay thế chính nó.")
	}
}

// checkField holds f to the table: there when it must be, and one of its choices.
func (p *statementParser) checkField(f Field) {
	if f.Key == BodyKey {
		return
	}
	if f.Missing != "" && p.lines[f.Key] == 0 {
		p.problem(1, "Thiếu khóa bắt buộc “%s”.", f.Key)
	}
	if value := f.Text(p.s); value != "" && len(f.Choices) > 0 && !slices.Contains(f.Choices, value) {
		p.problem(p.lines[f.Key], "Giá trị của “%s” phải là một trong: %s.", f.Key, strings.Join(f.Choices, ", "))
	}
}

// checkAuthorisation holds Decree 244/2026/NĐ-CP: one who speaks by
// authorisation names the written mandate, and it covers the day.
func (p *statementParser) checkAuthorisation() {
	s := p.s
	switch {
	case s.SpokespersonKind == "C" && s.Authorisation == nil && p.lines["authorisation"] == 0:
		p.problem(p.lines["spokesperson_kind"], "Người phát ngôn loại C cần “authorisation” với số văn bản ủy quyền và thời hạn.")
	case s.SpokespersonKind != "C" && s.Authorisation != nil:
		p.problem(p.lines["authorisation"], "Chỉ người phát ngôn loại C mới có “authorisation”.")
	case s.Authorisation != nil && !s.Authorisation.Until.IsZero() && s.Authorisation.Until.Before(s.IssuedAt):
		p.problem(p.lines["authorisation"], "Ủy quyền đã hết hạn trước ngày phát ngôn.")
	}
}

func (p *statementParser) checkTimes() {
	s := p.s
	if s.ValidFrom != nil && s.ValidUntil != nil && s.ValidUntil.Before(*s.ValidFrom) {
		p.problem(p.lines["valid_until"], "valid_until phải sau valid_from.")
	}
	if s.ValidUntil != nil && !s.IssuedAt.IsZero() && s.ValidUntil.Before(s.IssuedAt) {
		p.problem(p.lines["valid_until"], "valid_until phải sau issued_at.")
	}
}
