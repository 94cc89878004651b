package web

import (
	"encoding/json"
	"maps"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestRandomCallsFindNoFault calls every documented operation with what nobody should send:
// the answer is always the caller's fault or a success, never the server's.
func TestRandomCallsFindNoFault(t *testing.T) {
	h := newHouse(t, nil, said("PN-1", nil))
	who := [][]string{nil, h.login("hoa"), h.login("lan"), h.login("nam"), {"Authorization", "Bearer x"}}
	r := rand.New(rand.NewPCG(20261129, 18))
	for _, path := range slices.Sorted(maps.Keys(h.contract.Paths)) {
		for _, method := range slices.Sorted(maps.Keys(h.contract.Paths[path])) {
			if path == "/erasure" {
				continue // ends the sessions that the other calls need
			}
			for range 12 {
				address := "/api/v1" + strings.ReplaceAll(path, "{code}", oneOf(r, codes))
				if method == "get" {
					address += oneOf(r, queries)
				}
				headers := append([]string{"Idempotency-Key", oneOf(r, []string{"", "k", "key-" + strconv.Itoa(r.IntN(9999999)), strings.Repeat("k", 300)})}, oneOf(r, who)...)
				body := randomBody(r)
				if a := h.call(strings.ToUpper(method), address, body, headers...); a.status >= 500 {
					t.Errorf("%s %s %q: %d %s", method, address, body, a.status, a.body)
				}
			}
		}
	}
}

var (
	codes   = []string{"PN-1", "TH-XD", "TH-2026-00001", "%00", "%F0%9F%98%80", "..%2f..", "'%22%3C", "0", "-1"}
	queries = []string{"", "?q=", "?q=%FF%FE", "?limit=-1", "?limit=99999999999999999999", "?limit=x", "?after=%00", "?after=x.y", "?unit=%27", "?q=%F0%9F%98%80&unit=TH-XD&after=1&limit=3"}
	fields  = []string{"question", "unit", "text", "link", "pictures", "files", "category", "seen_at", "action", "part", "persona", "access_token", "statement", "anonymous"}
	values  = []any{nil, "", " ", "x", -1, 1e300, true, []any{}, []any{nil}, map[string]any{}, "\u0000", "😀", "khi nào", "add", "withdraw", "2026-13-45T00:00:00Z", strings.Repeat("ạ", 5000)}
)

func oneOf[T any](r *rand.Rand, all []T) T { return all[r.IntN(len(all))] }

// randomBody is JSON with some of the fields there are, or no JSON at all.
func randomBody(r *rand.Rand) string {
	if r.IntN(4) == 0 {
		return oneOf(r, []string{"", "null", "[]", "{", "\xff\xfe", `{"question":`, strings.Repeat("[", 2000), `"text"`})
	}
	body := map[string]any{}
	for range r.IntN(6) {
		body[oneOf(r, fields)] = oneOf(r, values)
	}
	out, _ := json.Marshal(body) // of strings, numbers and lists
	return string(out)
}
