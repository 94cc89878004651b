package labels

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
	"phatngon/internal/desk/statistics"
)

// AuditLine is a record of the audit chain as people read it. It has no number: each of
// the parallel chains counts its own.
type AuditLine struct {
	At                          time.Time
	By, Action, Subject, Detail string
}

// Audit says records of the audit chain in words.
type Audit struct {
	Names OfficerNames
	Units Units
}

// Lines are the records with names for ids and words for codes.
func (a Audit) Lines(records []desk.AuditRecord) []AuditLine {
	var lines []AuditLine
	for _, r := range records {
		lines = append(lines, AuditLine{r.At, a.Names.Of(r.Officer), Of(r.Action), a.subject(r), a.detail(r)})
	}
	return lines
}

func (a Audit) subject(r desk.AuditRecord) string {
	if name, ok := a.Names[r.Subject]; ok {
		return name
	}
	switch {
	case strings.HasSuffix(r.Action, ".resend"):
		return messageAbout(r.Subject)
	case strings.HasPrefix(r.Action, "handover."):
		return "Người hỏi"
	case strings.HasPrefix(r.Action, "activity."):
		return "Sổ hoạt động báo chí"
	}
	return Of(r.Subject)
}

// messageAbout names a message by the request that its id holds.
func messageAbout(id string) string {
	if code, ok := request.FindCode(id); ok {
		return "Tin về " + code
	}
	return "Một tin nhắn"
}

// What the chain keeps as a detail; older releases kept parts from 0, in English.
var (
	revisionDetail = regexp.MustCompile(`^(?:phần \d+(?:, bản \d+)?|bản \d+)$`)
	partDetail     = regexp.MustCompile(`^part (\d+), version (\d+)$`)
	versionDetail  = regexp.MustCompile(`^version (\d+)$`)
)

func (a Audit) detail(r desk.AuditRecord) string {
	if revisionDetail.MatchString(r.Detail) {
		return strings.ToUpper(r.Detail[:1]) + r.Detail[1:]
	}
	if m := partDetail.FindStringSubmatch(r.Detail); m != nil {
		index, err := strconv.Atoi(m[1])
		if err == nil {
			return "Phần " + strconv.Itoa(index+1) + ", bản " + m[2]
		}
	}
	if m := versionDetail.FindStringSubmatch(r.Detail); m != nil {
		return "Bản " + m[1]
	}
	switch r.Action {
	case "officer.disable":
		return map[string]string{"true": "Khóa tài khoản", "false": "Mở lại tài khoản"}[r.Detail]
	case "officer.create", "officer.invite":
		role, unit, _ := strings.Cut(r.Detail, " ")
		return Of(people.Role(role)) + ", " + a.Units.Name(unit)
	case "officer.recovery_code":
		return "Còn " + r.Detail + " mã dự phòng"
	case "request.file", "handover.pass":
		return a.Units.Name(r.Detail)
	case "activity.record", "activity.finish", "activity.strike":
		return statistics.ActivityKind(r.Detail).Label()
	}
	return Of(r.Detail)
}
