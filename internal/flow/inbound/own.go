package inbound

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"phatngon/internal/desk"
	"phatngon/internal/desk/request"
	"phatngon/internal/desk/rights"
)

// own are a person's requests that the bot can tell about: the newest, and the one whose code
// stands in what they wrote or tapped, however old.
func (i *Inbound) own(ctx context.Context, id, text string) ([]request.Request, error) {
	all, err := i.Store.RequestsOf(ctx, id, requestsShown)
	if err != nil {
		return nil, fmt.Errorf("list a person's requests: %w", err)
	}
	code, named := request.FindCode(text)
	if !named || slices.ContainsFunc(all, func(r request.Request) bool { return r.Code == code }) {
		return all, nil
	}
	r, err := i.Store.Request(ctx, code)
	if errors.Is(err, desk.ErrNotFound) || err == nil && r.Requester != id {
		return all, nil
	}
	if err != nil {
		return nil, fmt.Errorf("load request %s: %w", code, err)
	}
	return append(all, r), nil
}

// claim is the person's own claim whose code stands in what they wrote; nil: none.
func (i *Inbound) claim(ctx context.Context, id, text string) (*rights.Claim, error) {
	code, named := rights.FindCode(text)
	if !named {
		return nil, nil
	}
	c, err := i.Store.Claim(ctx, code)
	if errors.Is(err, desk.ErrNotFound) || err == nil && c.Requester != id {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("load claim %s: %w", code, err)
	}
	return &c, nil
}
