package rights

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"phatngon/bot/words"
	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/rights"
)

// Bounds of what is listed one by one; more is counted.
const (
	listed  = 8
	counted = 100
)

// kept is what is kept of a person: all classes that lead to them.
func (q *Rights) kept(ctx context.Context, who people.Requester) ([]words.Kept, error) {
	all := []words.Kept{{Name: "Mã người dùng và tên hiển thị", Text: person(who)}}
	for _, look := range []func(context.Context, string) (words.Kept, error){
		q.keptChat, q.keptRequests, q.keptReports, q.keptTalks, q.keptPress, q.keptLedger, q.keptClaims,
	} {
		k, err := look(ctx, who.ID)
		if err != nil {
			return nil, fmt.Errorf("say what is kept of a person: %w", err)
		}
		if k.Text != "" {
			all = append(all, k)
		}
	}
	return all, nil
}

func person(who people.Requester) string {
	var parts []string
	if who.OAUserID != "" {
		parts = append(parts, "mã Zalo "+who.OAUserID)
	}
	if who.AppUserID != "" {
		parts = append(parts, "mã Mini App "+who.AppUserID)
	}
	if who.DisplayName != "" {
		parts = append(parts, "tên "+who.DisplayName)
	}
	if who.Newsroom != "" {
		parts = append(parts, "cơ quan báo chí "+who.Newsroom)
	}
	if !who.LastInteraction.IsZero() {
		parts = append(parts, "lần liên hệ cuối "+words.Moment(who.LastInteraction))
	}
	return strings.Join(parts, "; ")
}

func (q *Rights) keptChat(ctx context.Context, id string) (words.Kept, error) {
	talk, err := q.Store.Conversation(ctx, id)
	if errors.Is(err, desk.ErrNotFound) || err == nil && len(talk.Lines) == 0 {
		return words.Kept{}, nil
	}
	return words.Kept{Name: "Tin nhắn gần nhất", Text: fmt.Sprintf("%d dòng, đến %s", len(talk.Lines), words.Moment(talk.UpdatedAt))}, err
}

func (q *Rights) keptRequests(ctx context.Context, id string) (words.Kept, error) {
	found, err := q.Store.RequestsOf(ctx, id, counted)
	var codes []string
	for _, r := range found {
		codes = append(codes, r.Code)
	}
	return words.Kept{Name: "Yêu cầu", Text: list(codes)}, err
}

func (q *Rights) keptReports(ctx context.Context, id string) (words.Kept, error) {
	found, err := q.Store.ReportsOf(ctx, id, counted)
	var codes []string
	for _, r := range found {
		if !slices.Contains(codes, r.Case) {
			codes = append(codes, r.Case)
		}
	}
	return words.Kept{Name: "Báo tin", Text: list(codes)}, err
}

func (q *Rights) keptTalks(ctx context.Context, id string) (words.Kept, error) {
	found, err := q.Store.HandOversOf(ctx, id, counted)
	if err != nil || len(found) == 0 {
		return words.Kept{}, err
	}
	return words.Kept{Name: "Lần gặp cán bộ", Text: fmt.Sprintf("%d, lần cuối %s", len(found), words.Moment(found[0].CreatedAt))}, nil
}

func (q *Rights) keptPress(ctx context.Context, id string) (words.Kept, error) {
	found, err := q.Store.RegistrationsOf(ctx, id)
	var codes []string
	for _, r := range found {
		pictures := "ảnh đã xóa"
		if r.Cleaned.IsZero() {
			pictures = fmt.Sprintf("%d ảnh", len(r.Pictures))
		}
		codes = append(codes, r.ID+" ("+r.State.Label()+", "+pictures+")")
	}
	return words.Kept{Name: "Đăng ký phóng viên", Text: list(codes)}, err
}

func (q *Rights) keptLedger(ctx context.Context, id string) (words.Kept, error) {
	found, err := q.Store.LedgerOfRequester(ctx, id, counted)
	if err != nil || len(found) == 0 {
		return words.Kept{}, err
	}
	return words.Kept{Name: "Sổ gửi tin", Text: fmt.Sprintf("%d lần được gửi phát ngôn, lần cuối %s", len(found), words.Moment(found[0].At))}, nil
}

func (q *Rights) keptClaims(ctx context.Context, id string) (words.Kept, error) {
	found, err := q.Store.ClaimsOf(ctx, id)
	var codes []string
	for _, c := range found {
		state := c.State.Label()
		if c.Open && c.Right != rights.View {
			state += ", hạn " + words.Day(c.Due)
		}
		codes = append(codes, c.ID+" ("+state+")")
	}
	return words.Kept{Name: "Đề nghị về dữ liệu", Text: list(codes)}, err
}

// list names the first ones, and counts the rest.
func list(codes []string) string {
	if len(codes) <= listed {
		return strings.Join(codes, ", ")
	}
	return fmt.Sprintf("%s và %d mục khác", strings.Join(codes[:listed], ", "), len(codes)-listed)
}
