package statistics

import "phatngon/internal/desk/people"

// Metric is one yearly figure: how many, of how many; Of is -1 where there is no whole.
type Metric struct {
	Name   string
	N, Of  int
	Source string // where the figure comes from, in Vietnamese
}

// Yearly is the six figures that Điều 10 Nghị định 244/2026/NĐ-CP asks for, of the requests
// and the activities of a year, in the decree's order.
func Yearly(months []Month, activities []Activity) []Metric {
	n := tally(activities)
	press := Sum(months, Only{Kind: people.ReporterVerified})
	press.Add(Sum(months, Only{Kind: people.ReporterUnverified}))
	sudden, termed := n.of(Incident).plus(n.of(Opinion)), n.termed
	corrections := n.of(Correction)
	return []Metric{
		{"Số cuộc họp báo", n.of(Conference).done, -1, "sổ hoạt động báo chí"},
		{"Số lần chủ động cung cấp thông tin tại giao ban báo chí", n.of(Briefing).done, -1, "sổ hoạt động báo chí"},
		{"Số lượt trả lời trên tổng số đề nghị của báo chí", press.Answered + press.Partly + press.NoInfo, press.Received, "yêu cầu của phóng viên trong hệ thống"},
		{"Số vụ việc đột xuất đã phát ngôn trên tổng số", sudden.done, sudden.all, "sổ hoạt động báo chí"},
		{"Số phát ngôn đúng hạn trên tổng số phát ngôn có thời hạn", termed.done, termed.all, "sổ hoạt động báo chí, các vụ việc có thời hạn"},
		{"Số văn bản phản hồi, yêu cầu cải chính trên tổng số vụ", corrections.done, corrections.all, "sổ hoạt động báo chí"},
	}
}

type ofAll struct{ done, all int }

func (a ofAll) plus(b ofAll) ofAll { return ofAll{a.done + b.done, a.all + b.all} }

type tallied struct {
	kinds  map[ActivityKind]ofAll
	termed ofAll // on time, of those with a term
}

func (t tallied) of(k ActivityKind) ofAll { return t.kinds[k] }

// tally counts the activities that were not struck out.
func tally(all []Activity) tallied {
	t := tallied{kinds: map[ActivityKind]ofAll{}}
	for _, a := range all {
		if a.State == Struck {
			continue
		}
		t.kinds[a.Kind] = t.kinds[a.Kind].plus(ofAll{as(a.State == Done), 1})
		if a.Clock != nil {
			t.termed = t.termed.plus(ofAll{as(a.OnTime()), 1})
		}
	}
	return t
}

func as(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
