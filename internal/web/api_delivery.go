package web

import (
	"context"
	"fmt"

	"phatngon/internal/desk/delivery"
	"phatngon/internal/desk/request"
	"phatngon/internal/edge"
)

// deliveryView says whether what was decided reached the person in Zalo.
type deliveryView struct {
	State delivery.State `json:"state"`
	Text  string         `json:"text"`
}

// deliveryOf is nil while nothing was decided.
func (s *site) deliveryOf(ctx context.Context, r request.Request) (*deliveryView, error) {
	all, err := s.Store.DeliveriesOf(ctx, r.Code)
	if err != nil {
		return nil, fmt.Errorf("list deliveries of %s: %w", r.Code, err)
	}
	d, found := delivery.Newest(all, r.Code, 0)
	if !found || r.Parts[0].State.Open() {
		return nil, nil
	}
	return &deliveryView{State: d.State, Text: deliveryText(d, r.Parts[0].State.Final())}, nil
}

// deliveryText tells the person how what was decided fares in Zalo; shown says that they
// read it beside these words.
func deliveryText(d delivery.Delivery, shown bool) string {
	lead, at := "Câu trả lời có tại đây; ", edge.DateTime(d.UpdatedAt)
	if !shown {
		lead = "Câu trả lời đã được duyệt; "
	}
	switch d.State {
	case delivery.Queued, delivery.Sending:
		return lead + "đang được gửi vào cuộc trò chuyện Zalo."
	case delivery.Accepted:
		return "Câu trả lời đã được gửi vào cuộc trò chuyện Zalo lúc " + at + ". Zalo đã nhận, chưa báo tới máy của Anh/Chị."
	case delivery.Delivered:
		return "Câu trả lời đã tới máy của Anh/Chị, trong cuộc trò chuyện Zalo, lúc " + at + "."
	case delivery.Seen:
		return "Câu trả lời trong cuộc trò chuyện Zalo đã được mở lúc " + at + "."
	case delivery.Waiting, delivery.Unreachable:
		return lead + "sẽ được gửi vào cuộc trò chuyện Zalo khi Anh/Chị nhắn tin cho tài khoản chính thức."
	}
	return lead + "chưa gửi được vào cuộc trò chuyện Zalo."
}
