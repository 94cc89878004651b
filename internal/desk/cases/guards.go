package cases

import (
	"slices"

	"phatngon/internal/desk/authorship"
	"phatngon/internal/desk/people"
)

// blocked says why what a case holds forbids a step that the table lets o take now.
func blocked(action string, o people.Officer, c Case) error {
	switch action {
	case ActClassify, ActReclassify, ActDraft, ActReturn, ActAlias, ActPack, ActIdentify: // who reclassified Closed content unnamed would open it to themselves
		return mayHandle(o, c)
	case ActConclude:
		return mayConclude(o, c)
	case ActLabel:
		return mayLabel(c)
	case ActPublish:
		return mayPublish(c)
	case ActForward, ActTakeDown:
		return mayAct(action, c)
	case ActFinish:
		return allow(c.State != Concluded || c.Conclusion.Outcome == NotFalse || c.Access == Closed,
			"Kết luận này còn phải gắn nhãn hoặc cảnh báo trước khi kết thúc.")
	case ActConfirm:
		return allow(Public(c), "Chỉ xác nhận lại kết luận đã công bố.")
	case ActUnlabel:
		return allow(c.labelled(), "Vụ việc này không có nhãn để gỡ.")
	case ActHand:
		if len(c.Packs) == 0 {
			return allow(false, "Chưa lập hồ sơ chứng cứ nào để giao.")
		}
		return mayHandle(o, c)
	case ActUnalias:
		return allow(slices.ContainsFunc(c.Aliases, func(a Alias) bool { return a.Undone == nil }), nothingToUndo)
	case ActSplit:
		return allow(len(c.Reports) > 1, "Vụ việc chỉ có một báo tin nên không tách được.")
	case ActUnjoin, ActUnsplit, ActUnmerge, ActRelease:
		return c.mayUndo(action)
	case ActAdmit:
		return allow(c.Access == Closed, "Chỉ nội dung mức 2a mới cần danh sách người được xem. Nếu cần, vui lòng phân loại lại.")
	}
	return nil
}

// mayHandle keeps everybody away from Closed content who is not named for it.
func mayHandle(o people.Officer, c Case) error {
	return allow(c.Access != Closed || MaySee(o, c), "Nội dung mức 2a chỉ do cán bộ được chỉ định xử lý. Vui lòng đề nghị Văn phòng UBND tỉnh ghi tên Anh/Chị vào danh sách.")
}

// mayConclude: nobody whose words stand in a conclusion signs it (NĐ 244/2026, Art. 8).
func mayConclude(o people.Officer, c Case) error {
	if c.Draft == nil {
		return allow(false, "Chưa có dự thảo kết luận để ký. Vui lòng soạn dự thảo.")
	}
	if slices.Contains(authorship.By(c.Draft.Authorship), o.ID) {
		return allow(false, "Người soạn kết luận không được tự ký. Vui lòng để người phát ngôn khác của đơn vị ký.")
	}
	return mayHandle(o, c)
}

// mayLabel: only what was concluded to be false has the label, and no Closed content
// (NĐ 328/2026, Art. 10).
func mayLabel(c Case) error {
	if c.Conclusion.Outcome != IsFalse {
		return allow(false, "Chỉ gắn nhãn khi kết luận là tin giả, tin sai sự thật. Vui lòng công bố kết luận hoặc cảnh báo.")
	}
	return allow(c.Access != Closed, "Nội dung mức 2a không gắn nhãn. Vui lòng chuyển cơ quan Công an hoặc kết thúc vụ việc.")
}

// mayPublish: what is open is labelled before it is published; the warning about what is
// conditional, or cannot be verified, needs no label (NĐ 328/2026, Art. 11).
func mayPublish(c Case) error {
	if c.Access == Closed {
		return allow(false, "Nội dung mức 2a không công bố. Vui lòng chuyển cơ quan Công an hoặc kết thúc vụ việc.")
	}
	label := c.Conclusion.Outcome == IsFalse && c.Access == Open
	return allow(!label || c.labelled(), "Vui lòng gắn nhãn trước khi công bố.")
}

// mayAct: what can be published is published first; only what is false is taken down.
func mayAct(action string, c Case) error {
	if c.State == Concluded && c.Access != Closed {
		return allow(false, "Vui lòng công bố hoặc cảnh báo trước khi chuyển cơ quan khác.")
	}
	return allow(action == ActForward || c.Conclusion.Outcome == IsFalse, "Chỉ đề nghị gỡ bỏ nội dung đã kết luận là tin giả, tin sai sự thật.")
}

// mayUndo: there is such a move that still holds.
func (c Case) mayUndo(action string) error {
	kind := map[string]MoveKind{ActUnjoin: Joined, ActUnsplit: SplitOff, ActUnmerge: Merged, ActRelease: Absorbed}[action]
	holds := func(m Move) bool { return m.Kind == kind && m.Undone == nil }
	return allow(slices.ContainsFunc(c.Moves, holds), nothingToUndo)
}

// labelled reports whether the label stands on the content now.
func (c Case) labelled() bool {
	k := c.Conclusion
	return k != nil && !k.LabelledAt.IsZero() && k.Unlabelled == nil
}
