package notices

import (
	"context"
	"errors"
	"fmt"

	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
)

// OfRemark is the handler that tells officers that a remark names them.
func (n *Notices) OfRemark(ctx context.Context, owner string, e effect.Effect) error {
	m, err := n.Store.Remark(ctx, owner)
	if errors.Is(err, desk.ErrNotFound) {
		return nil // it went with the person
	}
	if err != nil {
		return fmt.Errorf("load a remark: %w", err)
	}
	r, err := n.Store.Request(ctx, e.News.Request)
	if err != nil {
		return fmt.Errorf("load request %s: %w", e.News.Request, err)
	}
	office, err := n.office(ctx)
	if err != nil {
		return err
	}
	for _, notice := range office.OfRemark(r, m) {
		if err := n.put(ctx, notice.Key, notice.To, letter{notice.To.ID, notice.Subject, notice.Text, notice.Short}); err != nil {
			return err
		}
	}
	return nil
}
