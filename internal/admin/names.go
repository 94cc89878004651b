package admin

import "context"

// names are officers' names by their ids.
type names map[string]string

func (p *panel) names(ctx context.Context) (names, error) {
	all, err := p.Store.Officers(ctx)
	if err != nil {
		return nil, err
	}
	out := names{}
	for _, o := range all {
		out[o.ID] = o.Name
	}
	return out, nil
}

// of says who acted; "" is the system.
func (n names) of(id string) string {
	if name, ok := n[id]; ok {
		return name
	}
	if id == "" {
		return "Hệ thống"
	}
	return "Cán bộ không còn trong danh sách"
}
