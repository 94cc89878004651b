package zalo

import (
	"encoding/json"
	"net/http"
	"phatngon/internal/zalo/wire"
)

// Call is one OpenAPI call that was made, for who counts them.
type Call struct {
	Sends    bool      // it was to bring a message to a person
	Err      *APIError // nil: Zalo did it
	Repeated bool      // refused for its token, and made again with another
	Limit    int       // of calls a minute, as Zalo's headers say; 0 = they did not
	Remain   int       // of those

	PaidRemain, PaidTotal int // messages of the package, as the answer says; 0 of 0: it did not
}

func callOf(k call, h http.Header) Call {
	number := func(name string) int { return int(wire.Literal(h.Get(name)).Whole()) }
	return Call{Sends: k.sends, Limit: number("X-RateLimit-Limit"), Remain: number("X-RateLimit-Remain")}
}

// readQuota takes the package's quota; replies within the free window carry
// others, which mean nothing any more.
func (c *Call) readQuota(data json.RawMessage) {
	var w struct {
		Quota struct {
			Type   wire.Literal `json:"quota_type"`
			Remain wire.Literal `json:"remain"`
			Total  wire.Literal `json:"total"`
		} `json:"quota"`
	}
	if wire.Object(data, &w); w.Quota.Type == "sub_quota" {
		c.PaidRemain, c.PaidTotal = int(w.Quota.Remain.Whole()), int(w.Quota.Total.Whole())
	}
}
