package web

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/edge"
	"phatngon/internal/store"
	"phatngon/knowledge/statement"
)

// visible reports whether a statement exists for that audience at now. Unlike
// quoting, reading also shows what is superseded, withdrawn or expired, marked
// as such: an address that was given out must say what became of it.
func visible(s statement.Statement, a statement.Audience, now time.Time) bool {
	return s.Status != statement.StatusDraft &&
		(s.Audience == statement.AudiencePublic || a == statement.AudiencePress) &&
		(s.EmbargoUntil == nil || !now.Before(*s.EmbargoUntil))
}

// statement loads what is visible; all else is desk.ErrNotFound, so that
// nobody learns what exists.
func (s *site) statement(ctx context.Context, code string, a statement.Audience) (statement.Statement, error) {
	st, err := s.Store.Statement(ctx, code)
	if errors.Is(err, desk.ErrNotFound) && code != strings.ToUpper(code) {
		st, err = s.Store.Statement(ctx, strings.ToUpper(code)) // typed by hand
	}
	if err != nil {
		return st, fmt.Errorf("load statement: %w", err)
	}
	if !visible(st, a, s.now()) {
		return statement.Statement{}, desk.ErrNotFound
	}
	if st.Status == statement.StatusWithdrawn {
		st.Body = "" // its words are no longer official
	}
	return st, nil
}

// banner says what a reader must know before the words; "" when they are in
// force. by is the statement that replaced s, if there is one to be read.
func banner(s, by statement.Statement, now time.Time) string {
	switch {
	case s.Status == statement.StatusWithdrawn:
		return "Phát ngôn này đã được thu hồi, không còn là thông tin chính thức." + reason(s)
	case by.Code != "":
		return "Phát ngôn này đã được thay thế từ ngày " + edge.Date(by.IssuedAt) + " bằng phát ngôn “" + by.Title + "” (mã " + by.Code + "); chỉ dùng để tra cứu."
	case s.Status == statement.StatusSuperseded:
		return "Phát ngôn này đã được thay thế bằng thông tin mới hơn; chỉ dùng để tra cứu."
	case s.ValidUntil != nil && now.After(*s.ValidUntil):
		return "Phát ngôn này đã hết hiệu lực từ ngày " + edge.Date(*s.ValidUntil) + "; nội dung có thể đã thay đổi."
	case s.ValidFrom != nil && now.Before(*s.ValidFrom):
		return "Phát ngôn này có hiệu lực từ ngày " + edge.Date(*s.ValidFrom) + "."
	}
	return ""
}

func reason(s statement.Statement) string {
	if s.WithdrawalReason == "" {
		return ""
	}
	return " Lý do: " + s.WithdrawalReason
}

// Pages of lists.
const (
	defaultLimit = 20
	maxLimit     = 100
	maxFetches   = 20 // of one page, when most of what is stored is not visible
)

// list is one page of published statements visible to a, newest first. Hidden
// ones are filled up from the following, so that a page is short only at the
// end.
func (s *site) list(ctx context.Context, f store.StatementFilter, a statement.Audience) (items []statement.Statement, next string, err error) {
	f.Status = statement.StatusPublished
	want := pageSize(f.Limit)
	for range maxFetches {
		f.Limit = want - len(items)
		page, after, err := s.Store.Statements(ctx, f)
		if err != nil {
			return nil, "", fmt.Errorf("list statements: %w", err)
		}
		for _, st := range page {
			if visible(st, a, s.now()) {
				items = append(items, st)
			}
		}
		if f.After = after; after == "" || len(items) >= want {
			break
		}
	}
	return items, f.After, nil
}

func pageSize(limit int) int {
	if limit <= 0 {
		return defaultLimit
	}
	return min(limit, maxLimit)
}
