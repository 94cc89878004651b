package notices

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/queue"
)

// SendZalo puts what an officer is told among the messages to their chat, under the key of the
// notice, so that it is said once; from there on it is a notice like any. It goes only while
// the officer has written there not long ago (Zalo platform, consultation messages): else the
// letter alone tells them, and nothing old comes when they write again.
func (n *Notices) SendZalo(ctx context.Context, j *queue.Job) error {
	var l letter
	if err := json.Unmarshal(j.Body, &l); err != nil {
		return queue.Aside("Nội dung không đọc được.")
	}
	to, err := n.Store.Officer(ctx, l.Officer)
	if errors.Is(err, desk.ErrNotFound) || err == nil && (to.Disabled || to.Zalo == "") {
		return nil // unlinked since
	}
	if err != nil {
		return fmt.Errorf("load officer: %w", err)
	}
	who, err := n.Store.Requester(ctx, to.Zalo)
	if errors.Is(err, desk.ErrNotFound) || err == nil && who.Erased {
		return nil
	}
	if err != nil {
		return fmt.Errorf("load requester: %w", err)
	}
	now := n.Now()
	if now.Sub(who.LastInteraction) > time.Duration(n.Rules.At(now).Reminders().ZaloHours)*time.Hour {
		return nil
	}
	return n.Notice(ctx, who, j.ID, effect.Message{Text: l.Short})
}
