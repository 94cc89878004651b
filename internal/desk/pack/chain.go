package pack

import (
	"maps"
	"slices"
	"strings"

	"phatngon/internal/desk"
)

// checkAudit follows the audit chains: every record about the case is unchanged, follows
// the one before it where that is part of the pack, and every step of the history has one.
func (v *verifier) checkAudit() {
	var lines []AuditLine
	if !v.decode(auditFile, &lines) {
		return
	}
	last, records := map[string]AuditLine{}, map[string]bool{}
	for _, line := range lines {
		before, later := last[line.Chain]
		last[line.Chain] = line
		switch {
		case later && line.Seq <= before.Seq:
			v.problem("Sổ kiểm toán: bản ghi %d của chuỗi %q sai thứ tự.", line.Seq, line.Chain)
			later = false
		case later && line.Seq != before.Seq+1:
			v.Gaps++
			later = false
		}
		if line.Record != nil {
			v.checkRecord(line, before, later)
			records[line.Record.ID] = true
		}
	}
	v.Records = len(records)
	v.checkTimeline(records)
}

func (v *verifier) checkRecord(line, before AuditLine, later bool) {
	r := *line.Record
	prev := desk.AuditRecord{Chain: r.Chain, Seq: r.Seq - 1, Hash: r.Prev}
	if later {
		prev.Hash = before.Hash
	}
	switch err := desk.VerifyChain(prev, r); {
	case r.Chain != line.Chain || r.Seq != line.Seq || r.Hash != line.Hash:
		v.problem("Sổ kiểm toán: dòng %d của chuỗi %q không phải của bản ghi %q.", line.Seq, line.Chain, r.ID)
	case r.Subject != v.Facts.Case:
		v.problem("Sổ kiểm toán: bản ghi %q không phải của vụ việc %s.", r.ID, v.Facts.Case)
	case err != nil:
		v.problem("Sổ kiểm toán: bản ghi %q đã bị sửa hoặc không nối với bản ghi trước.", r.ID)
	}
}

func (v *verifier) checkTimeline(records map[string]bool) {
	var steps []Step
	if !v.decode(timelineFile, &steps) {
		return
	}
	named := map[string]bool{}
	for _, s := range steps {
		if named[s.Audit] = true; !records[s.Audit] {
			v.problem("Sổ kiểm toán thiếu bản ghi %q của bước %q.", s.Audit, s.Text)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(records)) {
		if strings.HasPrefix(id, stepPrefix) && !named[id] {
			v.problem("Quá trình xử lý thiếu bước của bản ghi %q.", id)
		}
	}
}

// stepPrefix begins the id of the record of a step.
const stepPrefix = "case:"
