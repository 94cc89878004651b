package labels

import (
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
)

// OfficerNames are officers' names by their ids.
type OfficerNames map[string]string

// NamesOf are the names of officers.
func NamesOf(officers []people.Officer) OfficerNames {
	names := OfficerNames{}
	for _, o := range officers {
		names[o.ID] = o.Name
	}
	return names
}

// Of says who acted; "" is the system.
func (n OfficerNames) Of(id string) string {
	if name, ok := n[id]; ok {
		return name
	}
	switch id {
	case "":
		return "Hệ thống"
	case request.ByRequester:
		return "Người hỏi"
	}
	return "Cán bộ không còn trong danh sách"
}
