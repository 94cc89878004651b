package zalo

import (
	"cmp"
	"context"
	"phatngon/internal/zalo/wire"
	"time"
)

// HistoryRow is one message of a chat as Zalo remembers it. Rows of type
// "nosupport" carry no content and can be the majority.
type HistoryRow struct {
	MessageID string // equals the webhook's msg_id and SendText's result
	FromOA    bool
	FromID    string
	ToID      string
	Type      string // text, photo, GIF, link, nosupport, …
	Text      string
	At        time.Time
}

// MaxHistory is the most rows one call of Conversation or RecentChat gives.
const MaxHistory = 10

// Conversation is the chat with one person, newest first, at most MaxHistory
// rows from offset on. Past the end it is empty.
func (c *Client) Conversation(ctx context.Context, userID string, offset, count int) ([]HistoryRow, error) {
	data := map[string]any{"user_id": userID, "offset": offset, "count": count}
	return c.history(ctx, call{op: "read conversation", path: "/v2.0/oa/conversation", data: data})
}

// RecentChat is what was said last with anybody, newest first, at most
// MaxHistory rows from offset on: it fills the gap after a long downtime.
func (c *Client) RecentChat(ctx context.Context, offset, count int) ([]HistoryRow, error) {
	data := map[string]any{"offset": offset, "count": count}
	return c.history(ctx, call{op: "read recent chats", path: "/v2.0/oa/listrecentchat", data: data})
}

func (c *Client) history(ctx context.Context, k call) ([]HistoryRow, error) {
	var wire []struct {
		Src       wire.Literal `json:"src"` // 0: the OA wrote
		Time      wire.Literal `json:"time"`
		Type      wire.Literal `json:"type"`
		Message   wire.Literal `json:"message"`
		MessageID wire.Literal `json:"message_id"`
		FromID    wire.Literal `json:"from_id"`
		ToID      wire.Literal `json:"to_id"`
	}
	k.result = &wire
	if err := c.do(ctx, k); err != nil {
		return nil, err
	}
	rows := make([]HistoryRow, 0, len(wire))
	for _, w := range wire {
		rows = append(rows, HistoryRow{MessageID: string(w.MessageID), FromOA: w.Src == "0", FromID: string(w.FromID),
			ToID: string(w.ToID), Type: string(w.Type), Text: string(w.Message), At: w.Time.At()})
	}
	return rows, nil
}

// UserDetail is what the OA may know of a person who follows or wrote.
type UserDetail struct {
	UserID      string
	AppUserID   string
	DisplayName string
	Avatar      string
	Follows     bool
	Sensitive   bool // privacy-restricted: name and avatar may be generic
}

// UserDetail asks Zalo about one person. A person unknown to the OA is error
// -213 or -201.
func (c *Client) UserDetail(ctx context.Context, userID string) (UserDetail, error) {
	var w struct {
		UserID      wire.Literal `json:"user_id"`
		AppUserID   wire.Literal `json:"user_id_by_app"`
		DisplayName wire.Literal `json:"display_name"`
		Avatar      wire.Literal `json:"avatar"`
		Follows     bool         `json:"user_is_follower"`
		Sensitive   bool         `json:"is_sensitive"`
	}
	data := map[string]string{"user_id": userID}
	err := c.do(ctx, call{op: "read user", path: "/v3.0/oa/user/detail", data: data, result: &w})
	return UserDetail{UserID: string(w.UserID), AppUserID: string(w.AppUserID), DisplayName: string(w.DisplayName),
		Avatar: string(w.Avatar), Follows: w.Follows, Sensitive: w.Sensitive}, err
}

// OA is the Official Account itself.
type OA struct {
	ID, Name, Package string // Package is localised: show it, never branch on it
	Verified          bool
	Followers         int64
}

// OA asks Zalo about our Official Account: the cheapest proof that the token
// works.
func (c *Client) OA(ctx context.Context) (OA, error) {
	var w struct {
		ID        wire.Literal `json:"oa_id"`
		OldID     wire.Literal `json:"oaid"`
		Name      wire.Literal `json:"name"`
		Package   wire.Literal `json:"package_name"`
		Verified  bool         `json:"is_verified"`
		Followers wire.Literal `json:"num_follower"`
	}
	err := c.do(ctx, call{op: "read OA", path: "/v2.0/oa/getoa", result: &w})
	return OA{ID: cmp.Or(string(w.ID), string(w.OldID)), Name: string(w.Name), Package: string(w.Package),
		Verified: w.Verified, Followers: w.Followers.Whole()}, err
}

// Quota is what may still be sent to a person.
type Quota struct {
	LastInteraction       time.Time // opens the windows of 48 hours and 7 days
	ReplyRemain, ReplyAll int64     // outside the free 48 hours
}

// Quota asks Zalo when a person last interacted and what is left for replies.
func (c *Client) Quota(ctx context.Context, userID string) (Quota, error) {
	var w struct {
		Last  wire.Literal `json:"last_interaction"`
		Reply struct {
			Remain wire.Literal `json:"remain"`
			Total  wire.Literal `json:"total"`
		} `json:"cs_reply"`
	}
	body := map[string]string{"user_id": userID}
	err := c.do(ctx, call{op: "read quota", path: "/v3.0/oa/quota/message", body: body, result: &w})
	return Quota{LastInteraction: w.Last.At(), ReplyRemain: w.Reply.Remain.Whole(), ReplyAll: w.Reply.Total.Whole()}, err
}
