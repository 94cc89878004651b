package zalotest

import (
	"cmp"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
)

// getUserDetail is GET /v3.0/oa/user/detail.
func (s *Server) getUserDetail(r *http.Request, _ []byte) envelope {
	var q struct {
		UserID string `json:"user_id"`
	}
	if !query(r, &q) {
		return refuse(-201, "data is invalid")
	}
	p, ok := s.byUser[q.UserID]
	switch {
	case !ok:
		return refuse(-201, "user_id is invalid")
	case !p.met:
		return refuse(-213, "User has not followed or interacted with the OA")
	}
	return success(map[string]any{
		"user_id": p.UserID, "user_id_by_app": p.AppUserID, "user_external_id": "", "display_name": p.Name, "user_alias": p.Name,
		"is_sensitive": false, "user_last_interaction_date": p.last.Format("02/01/2006"), "user_is_follower": p.Follows,
		"avatar": "", "dynamic_param": "", "tags_and_notes_info": map[string]any{"notes": []string{}, "tag_names": []string{}},
		"shared_info": map[string]any{"address": "", "city": "", "district": "", "phone": 0, "name": "", "user_dob": ""},
	})
}

// getOA is GET /v2.0/oa/getoa.
func (s *Server) getOA(*http.Request, []byte) envelope {
	followers := 0
	for _, p := range s.people {
		if p.Follows {
			followers++
		}
	}
	return success(map[string]any{"oa_id": s.o.OAID, "name": s.o.OAName, "description": "", "oa_alias": "", "is_verified": true,
		"oa_type": 4, "cate_name": "Cơ quan nhà nước", "num_follower": followers, "avatar": "", "cover": "",
		"package_name": "Tăng trưởng", "package_valid_through_date": "", "linked_ZCA": ""})
}

// maxRows is the most that both history calls give.
const maxRows = 10

// getConversation is GET /v2.0/oa/conversation.
func (s *Server) getConversation(r *http.Request, _ []byte) envelope {
	var q struct {
		UserID json.RawMessage `json:"user_id"`
		Offset int             `json:"offset"`
		Count  int             `json:"count"`
	}
	if !query(r, &q) {
		return refuse(-201, "data is invalid")
	}
	p, refused := s.recipient(q.UserID)
	if p == nil {
		return refused
	}
	return s.rows(p.messages, q.Offset, q.Count)
}

// getRecentChat is GET /v2.0/oa/listrecentchat.
func (s *Server) getRecentChat(r *http.Request, _ []byte) envelope {
	var q struct {
		Offset int `json:"offset"`
		Count  int `json:"count"`
	}
	if !query(r, &q) {
		return refuse(-201, "data is invalid")
	}
	var all []*Message
	for _, p := range s.people {
		all = append(all, p.messages...)
	}
	slices.SortFunc(all, func(a, b *Message) int { return cmp.Compare(a.Seq, b.Seq) })
	return s.rows(all, q.Offset, q.Count)
}

// rows answers part of a history, given oldest first, newest first.
func (s *Server) rows(messages []*Message, offset, count int) envelope {
	switch {
	case count > maxRows:
		return refuse(-210, "count is over 10")
	case offset < 0 || count < 0:
		return refuse(-201, "offset is invalid")
	}
	out := []any{}
	for i, m := range slices.Backward(messages) {
		if place := len(messages) - 1 - i; place >= offset && place < offset+count {
			out = append(out, s.row(m))
		}
	}
	return success(out)
}

func (s *Server) row(m *Message) map[string]any {
	p := s.byID[m.Persona]
	src, from, to := 1, p.UserID, s.o.OAID
	if m.From != FromUser {
		src, from, to = 0, to, from
	}
	row := map[string]any{"src": src, "time": m.At.UnixMilli(), "type": string(m.Kind), "message": m.Text,
		"message_id": m.ID, "from_id": from, "to_id": to}
	if m.URL != "" {
		row["url"] = m.URL
	}
	return row
}

// postQuota is POST /v3.0/oa/quota/message.
func (s *Server) postQuota(_ *http.Request, body []byte) envelope {
	var q struct {
		UserID json.RawMessage `json:"user_id"`
	}
	if json.Unmarshal(body, &q) != nil {
		return refuse(-201, "user_id is invalid")
	}
	p, refused := s.recipient(q.UserID)
	if p == nil {
		return refused
	}
	return success(map[string]any{"last_interaction": fmt.Sprint(p.last.UnixMilli()),
		"cs_reply": map[string]any{"remain": paidQuota - s.paid, "total": paidQuota}})
}
