package cases

import (
	"errors"
	"net/http"
	"strconv"

	"phatngon/internal/admin/door"
	"phatngon/internal/desk"
	"phatngon/internal/desk/cases"
	"phatngon/internal/edge"
	flowcases "phatngon/internal/flow/cases"
)

// fields are what the forms of a case's steps have.
var fields = []string{"severity", "access", "readers", "unit", "ground", "why", "text", "claim", "outcome", "revision", "to", "urgent", "find", "report", "other", "link", "pack", "identities", "note"}

// done says what a step did.
var done = map[string]string{
	cases.ActClassify: "Đã phân loại và giao đơn vị có thẩm quyền.",
	cases.ActTransfer: "Đã chuyển đơn vị có thẩm quyền.", cases.ActVerify: "Đã bắt đầu kiểm chứng.",
	cases.ActAsk: "Đã ghi câu hỏi. Vui lòng báo đơn vị được hỏi mã vụ việc; cán bộ đơn vị đó mở bằng mã để trả lời.", cases.ActReply: "Đã trả lời.",
	cases.ActDraft: "Đã lưu dự thảo kết luận và trình ký.", cases.ActReturn: "Đã trả lại dự thảo để sửa.",
	cases.ActConclude: "Đã ký kết luận.", cases.ActLabel: "Đã ghi nhận gắn nhãn.",
	cases.ActPublish: "Đã công bố. Người báo tin được báo kết quả ngay khi Zalo nhận; trợ lý trả lời bằng kết luận này.",
	cases.ActForward: "Đã ghi nhận chuyển cơ quan khác.", cases.ActTakeDown: "Đã ghi nhận đề nghị gỡ bỏ.",
	cases.ActFinish: "Đã kết thúc xử lý.", cases.ActUnlabel: "Đã gỡ nhãn; kết luận cũ không còn được dùng để trả lời.",
	cases.ActReject: "Đã ghi nhận không thụ lý. Người báo tin được báo ngay khi Zalo nhận.",
	cases.ActRefer:  "Đã chuyển cơ quan khác. Người báo tin được báo ngay khi Zalo nhận.", cases.ActReopen: "Đã mở lại.",
	cases.ActConfirm: "Đã ghi nhận kết luận vẫn đúng; trang công khai hiện thời điểm này.",
	cases.ActMerge:   "Đã gộp vào vụ việc kia.", cases.ActReclassify: "Đã phân loại lại.", cases.ActAdmit: "Đã đổi danh sách người được xem.",
	cases.ActUnmerge: "Đã hoàn tác gộp; vụ việc trở lại như trước.", cases.ActRelease: "Đã hoàn tác gộp; vụ việc kia trở lại như trước.",
	cases.ActSplit: "Đã tách thành vụ việc mới; mã ở mục “Thêm, tách, gộp”.", cases.ActUnsplit: "Đã hoàn tác tách; báo tin trở lại vụ việc này.",
	cases.ActUnjoin: "Đã bỏ báo tin khỏi vụ việc; báo tin có vụ việc riêng, mã ở mục “Thêm, tách, gộp”.",
	cases.ActHand:   "Đã ghi nhận giao hồ sơ.",
	cases.ActAlias:  "Đã ghi nơi đường dẫn dẫn tới. Người báo địa chỉ đó sau này được gắn với vụ việc này.", cases.ActUnalias: "Đã bỏ ghi nhận nơi dẫn tới.",
}

func (p *Pages) postStep(v *door.Visit) error {
	version, err := v.Version()
	if err != nil {
		return err
	}
	code, action := v.Param("code"), v.Param("action")
	if action == cases.ActDraft && v.Text("search") != "" { // words to look for in statements; nothing is saved
		return p.show(v, http.StatusOK, mistake{action: action, typed: typed(v), quotes: v.All("quote")})
	}
	step, known := p.steps(v, flowcases.Ref{Code: code, Version: version})[action]
	if !known {
		return desk.ErrNotFound
	}
	if err := step(); err != nil {
		return p.failed(v, action, err)
	}
	return v.Redirect(p.after(v, code), done[action])
}

// steps are what the forms of a case do; whether the officer may is the table's to say.
func (p *Pages) steps(v *door.Visit, at flowcases.Ref) map[string]func() error {
	q, ctx, by, why := p.Flow.Cases, v.Ctx, v.Officer, v.Text("why")
	return map[string]func() error{
		cases.ActClassify: func() error {
			class, err := p.class(v)
			if err != nil {
				return err
			}
			competence, err := p.competence(v)
			if err != nil {
				return err
			}
			return q.Classify(ctx, by, at, class, competence)
		},
		cases.ActTransfer: func() error {
			to, err := p.competence(v)
			if err != nil {
				return err
			}
			return q.Transfer(ctx, by, at, to)
		},
		cases.ActAsk: func() error {
			unit, err := p.unit(v)
			if err != nil {
				return err
			}
			return q.Ask(ctx, by, at, unit, v.Text("text"))
		},
		cases.ActVerify: func() error { return q.Verify(ctx, by, at) },
		cases.ActReply:  func() error { return q.Reply(ctx, by, at, v.Text("text")) },
		cases.ActDraft: func() error {
			quotes, err := p.picked(v)
			if err != nil {
				return err
			}
			return q.SaveDraft(ctx, by, at, cases.Finding{Outcome: cases.Outcome(v.Text("outcome")), Claim: v.Text("claim"), Text: v.Text("text"), Quotes: quotes})
		},
		cases.ActReclassify: func() error {
			class, err := p.class(v)
			if err != nil {
				return err
			}
			return q.Reclassify(ctx, by, at, class, why)
		},
		cases.ActAdmit: func() error {
			readers, err := p.readers(v)
			if err != nil {
				return err
			}
			return q.Admit(ctx, by, at, readers, why)
		},
		cases.ActReturn:   func() error { return q.ReturnDraft(ctx, by, at, why) },
		cases.ActConclude: func() error { return q.Conclude(ctx, by, at, revision(v)) },
		cases.ActLabel:    func() error { return q.Label(ctx, by, at) },
		cases.ActPublish:  func() error { return q.Publish(ctx, by, at) },
		cases.ActForward:  func() error { return q.SendOn(ctx, by, at, v.Text("to"), why) },
		cases.ActTakeDown: func() error { return q.AskTakeDown(ctx, by, at, v.Text("to"), why, v.Text("urgent") != "") },
		cases.ActFinish:   func() error { return q.Finish(ctx, by, at, why) },
		cases.ActConfirm:  func() error { return q.Confirm(ctx, by, at) },
		cases.ActUnlabel:  func() error { return q.Unlabel(ctx, by, at, why) },
		cases.ActReject:   func() error { return q.Reject(ctx, by, at, cases.Ground(v.Text("ground")), why) },
		cases.ActRefer:    func() error { return q.Refer(ctx, by, at, v.Text("to"), why) },
		cases.ActReopen:   func() error { return q.Reopen(ctx, by, at, why) },
		cases.ActMerge:    func() error { return q.Merge(ctx, by, at, v.Text("to"), why) },
		cases.ActUnmerge:  func() error { return q.Unmerge(ctx, by, at, at.Code, why) },
		cases.ActRelease:  func() error { return q.Unmerge(ctx, by, at, v.Text("other"), why) },
		cases.ActUnsplit:  func() error { return q.Unsplit(ctx, by, at, v.Text("other"), why) },
		cases.ActSplit: func() error {
			_, err := q.Split(ctx, by, at, v.All("report"), why)
			return err
		},
		cases.ActUnjoin: func() error {
			_, err := q.Unjoin(ctx, by, at, v.Text("report"), why)
			return err
		},
		cases.ActHand: func() error {
			return q.HandOver(ctx, by, at, v.Text("pack"), cases.Handing{To: v.Text("to"), Note: v.Text("note")})
		},
		cases.ActAlias:   func() error { return q.LeadTo(ctx, by, at, v.Text("link"), v.Text("to"), why) },
		cases.ActUnalias: func() error { return q.Unlead(ctx, by, at, v.Text("link"), why) },
	}
}

// after is the case, or the board where it is no longer the officer's to see.
func (p *Pages) after(v *door.Visit, code string) string {
	if c, err := p.Store.Case(v.Ctx, code); err != nil || !cases.MaySee(v.Officer, c) {
		return "/admin/cases"
	}
	return caseURL(code)
}

// failed shows the case again with why, and loses nothing that was typed.
func (p *Pages) failed(v *door.Visit, action string, err error) error {
	m := mistake{action: action, typed: typed(v), quotes: v.All("quote")}
	status := edge.KindOf(err).Status()
	switch edge.KindOf(err) {
	case edge.Conflict:
		m.why = "Đã có người thay đổi vụ việc này trong lúc Anh/Chị thao tác, nên chưa lưu. Vui lòng xem bản mới nhất rồi thực hiện lại nếu vẫn đúng; nội dung đã nhập vẫn được giữ."
	case edge.Invalid, edge.Ruled:
		m.why = edge.TextOf(err)
	default:
		return err
	}
	return p.show(v, status, m)
}

func typed(v *door.Visit) map[string]string {
	all := map[string]string{}
	for _, name := range fields {
		all[name] = v.Text(name)
	}
	return all
}

// unit is the unit that was named, as people name it.
func (p *Pages) unit(v *door.Visit) (string, error) {
	code, ok := p.Units.Pick(v.Text("unit"))
	if !ok {
		return "", &desk.InvalidError{Field: "unit", Text: "Vui lòng chọn đơn vị trong danh sách gợi ý."}
	}
	return code, nil
}

func (p *Pages) competence(v *door.Visit) (cases.Competence, error) {
	unit, err := p.unit(v)
	return cases.Competence{Unit: unit, Ground: cases.Concern(v.Text("ground")), Why: v.Text("why")}, err
}

func (p *Pages) class(v *door.Visit) (cases.Class, error) {
	readers, err := p.readers(v)
	return cases.Class{Severity: cases.Severity(v.Text("severity")), Access: cases.Access(v.Text("access")), Readers: readers}, err
}

// revision is the one that the page showed; 0, which there is none of, when it is missing.
func revision(v *door.Visit) int {
	n, err := strconv.Atoi(v.Text("revision"))
	if err != nil {
		return 0
	}
	return n
}

// readers are the officers whose addresses were typed, between commas.
func (p *Pages) readers(v *door.Visit) ([]string, error) {
	var ids []string
	for _, email := range edge.List(v.Text("readers")) {
		o, err := p.Store.OfficerByEmail(v.Ctx, email)
		if errors.Is(err, desk.ErrNotFound) {
			return nil, &desk.InvalidError{Field: "readers", Text: "Không có tài khoản cán bộ " + email + ". Vui lòng kiểm tra lại địa chỉ."}
		}
		if err != nil {
			return nil, err
		}
		ids = append(ids, o.ID)
	}
	return ids, nil
}
