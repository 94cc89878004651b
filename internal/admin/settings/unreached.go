package settings

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strconv"

	"phatngon/internal/admin/door"
	"phatngon/internal/desk"
	"phatngon/internal/desk/delivery"
	"phatngon/internal/store"
)

// unreachedGroup are the answers in one of the states door.Unreached.
type unreachedGroup struct {
	State delivery.State
	Rows  []unreachedRow
	More  string
}

type unreachedRow struct {
	delivery.Delivery
	UnitName string
}

// unreachedGroups are the answers of the officer's unit that have not come to the person;
// of every unit for those who coordinate.
func (p *Pages) unreachedGroups(v *door.Visit) ([]unreachedGroup, error) {
	var groups []unreachedGroup
	for _, state := range door.Unreached() {
		f := store.DeliveryFilter{State: state, Unit: door.ScopeOf(v.Officer), After: v.Query(string(state)), Limit: door.PageSize}
		found, next, err := p.Store.DeliveriesIn(v.Ctx, f)
		if err != nil {
			return nil, err
		}
		group := unreachedGroup{State: state}
		for _, d := range found {
			group.Rows = append(group.Rows, unreachedRow{d, p.Units.Name(d.Unit)})
		}
		if next != "" {
			group.More = "/admin/failed?" + url.Values{string(state): {next}}.Encode()
		}
		groups = append(groups, group)
	}
	return groups, nil
}

// postResendDelivery sends again those messages of an answer that were set aside; flow
// says whose answers an officer may send.
func (p *Pages) postResendDelivery(v *door.Visit) error {
	d, err := p.Store.Delivery(v.Ctx, v.Text("delivery"))
	if err != nil {
		return err
	}
	if err := p.resendPieces(v, d); err != nil {
		return err
	}
	back := "/admin/failed"
	if v.Text("on") == "request" {
		back = door.RequestURL(d.Request)
	}
	return v.Redirect(back, "Đã đưa câu trả lời của "+d.Request+" vào hàng đợi để gửi lại.")
}

func (p *Pages) resendPieces(v *door.Visit, d delivery.Delivery) error {
	ids, err := p.asidePieces(v.Ctx, d)
	if err != nil {
		return err
	}
	if d.State != delivery.Failed || len(ids) == 0 {
		return &desk.RuleError{Text: "Câu trả lời này không còn ở trạng thái gửi lỗi. Vui lòng mở lại trang để xem tình trạng mới nhất."}
	}
	for _, id := range ids {
		if err := p.Flow.Delivery.Resend(v.Ctx, v.Officer, "outbox", id); err != nil {
			return err
		}
	}
	return nil
}

// asidePieces are the ids of an answer's messages that were set aside, in their order.
func (p *Pages) asidePieces(ctx context.Context, d delivery.Delivery) ([]string, error) {
	var ids []string
	for piece := range d.Pieces {
		id := d.ID + "/" + strconv.Itoa(piece)
		item, err := p.Outbox.Item(ctx, id)
		switch {
		case errors.Is(err, desk.ErrNotFound):
		case err != nil:
			return nil, fmt.Errorf("load a message of %s: %w", d.Request, err)
		case item.State == store.ItemAside:
			ids = append(ids, id)
		}
	}
	return ids, nil
}
