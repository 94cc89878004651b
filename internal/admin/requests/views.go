package requests

import (
	"time"

	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
	"phatngon/internal/edge"
	"phatngon/internal/store"
)

// view is a saved view of the queue: which requests it lists.
type view struct {
	Key, Text string
	Empty     string // what is said when it lists none
	list      func(officer, unit string, now time.Time) store.RequestFilter
}

// inState lists what stands in one state.
func inState(s request.State) func(_, unit string, _ time.Time) store.RequestFilter {
	return func(_, unit string, _ time.Time) store.RequestFilter {
		return store.RequestFilter{Unit: unit, State: s}
	}
}

// views are the saved views, as they stand above the queue; the first is what a unit owes.
var views = []view{
	{"", "Cần làm", "Không còn yêu cầu nào cần làm.", func(_, unit string, _ time.Time) store.RequestFilter {
		return store.RequestFilter{Unit: unit, Open: true}
	}},
	{"mine", "Của tôi", "Anh/Chị chưa nhận xử lý yêu cầu nào.", func(officer, _ string, _ time.Time) store.RequestFilter {
		return store.RequestFilter{Handler: officer}
	}},
	{"new", "Chưa ai nhận", "Yêu cầu nào cũng đã có người nhận.", inState(request.Received)},
	{"late", "Quá hạn", "Không có yêu cầu nào quá hạn.", func(_, unit string, now time.Time) store.RequestFilter {
		return store.RequestFilter{Unit: unit, Open: true, DueTo: now}
	}},
	{"today", "Hôm nay", "Không có yêu cầu nào đến hạn từ giờ đến hết hôm nay.", func(_, unit string, now time.Time) store.RequestFilter {
		return store.RequestFilter{Unit: unit, Open: true, DueFrom: now, DueTo: edge.EndOfToday(now)}
	}},
	{"near", "Trong 3 ngày", "Không có yêu cầu nào đến hạn trong 3 ngày tới.", func(_, unit string, now time.Time) store.RequestFilter {
		return store.RequestFilter{Unit: unit, Open: true, DueFrom: now, DueTo: edge.EndOfNear(now)}
	}},
	{"sign", "Chờ duyệt", "Không có bản thảo nào chờ duyệt.", inState(request.Drafted)},
	{"asker", "Chờ người hỏi", "Không có yêu cầu nào đang chờ người hỏi bổ sung.", inState(request.Clarifying)},
	{"unsent", "Chưa tới người hỏi", "Câu trả lời nào đã duyệt cũng đã tới người hỏi.", inState(request.Approved)},
	{"done", "Đã xong", "Chưa có yêu cầu nào xong.", func(_, unit string, _ time.Time) store.RequestFilter {
		return store.RequestFilter{Unit: unit, Done: true}
	}},
}

// viewOf is the view with this key; the first when there is none.
func viewOf(key string) view {
	for _, v := range views {
		if v.Key == key {
			return v
		}
	}
	return views[0]
}

// filters narrow a view: words of the text, and the role of who asked.
type filters struct {
	Text string
	Kind people.RequesterKind
}

func (f filters) any() bool { return f.Text != "" || f.Kind != "" }

// kinds are the roles that a queue can be narrowed to.
func kinds() []people.RequesterKind {
	return []people.RequesterKind{people.Citizen, people.ReporterUnverified, people.ReporterVerified}
}
