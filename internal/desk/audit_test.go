package desk

import (
	"reflect"
	"testing"
	"time"
)

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

func chain(n int) []AuditRecord {
	var list []AuditRecord
	var prev AuditRecord
	for i := range n {
		prev = Chain(prev, AuditRecord{ID: string(rune('a' + i)), At: noon.Add(time.Duration(i) * 1234567), Officer: "an",
			Action: "approve", Subject: "TH-2026-00001", Detail: "lần 1"})
		list = append(list, prev)
	}
	return list
}

func verify(list []AuditRecord) error {
	var prev AuditRecord
	for _, a := range list {
		if err := VerifyChain(prev, a); err != nil {
			return err
		}
		prev = a
	}
	return nil
}

func TestAnUntouchedChainVerifies(t *testing.T) {
	list := chain(4)
	for i := range list {
		list[i].At = time.UnixMilli(list[i].At.UnixMilli()) // as a database gives it back
	}
	if err := verify(list); err != nil {
		t.Error(err)
	}
}

func TestEveryTamperingIsFound(t *testing.T) {
	for name, tamper := range map[string]func([]AuditRecord) []AuditRecord{
		"a changed word":      func(l []AuditRecord) []AuditRecord { l[1].Detail = "lần 2"; return l },
		"a changed time":      func(l []AuditRecord) []AuditRecord { l[1].At = l[1].At.Add(time.Second); return l },
		"a changed officer":   func(l []AuditRecord) []AuditRecord { l[2].Officer = "binh"; return l },
		"a removed record":    func(l []AuditRecord) []AuditRecord { return append(l[:1], l[2:]...) },
		"swapped records":     func(l []AuditRecord) []AuditRecord { l[1], l[2] = l[2], l[1]; return l },
		"a moved boundary":    func(l []AuditRecord) []AuditRecord { l[1].Action, l[1].Subject = "approveT", "H-2026-00001"; return l },
		"a rehashed record":   func(l []AuditRecord) []AuditRecord { l[1].Detail = "x"; l[1].Hash = l[1].digest(); return l },
		"a missing beginning": func(l []AuditRecord) []AuditRecord { return l[1:] },
	} {
		t.Run(name, func(t *testing.T) {
			if err := verify(tamper(chain(4))); err == nil {
				t.Error("verify = nil")
			}
		})
	}
}

// Every field of every record, also of a first one that names other heads.
func TestAnyFieldOfAnyPastRecordEditedIsFound(t *testing.T) {
	whole := func() []AuditRecord {
		first := Chain(AuditRecord{}, AuditRecord{ID: "first", Chain: "c", At: noon, Heads: []AuditHead{{"a", 3, "h"}}, Sealed: true})
		return []AuditRecord{first, Chain(first, AuditRecord{ID: "second", At: noon, Action: "approve"}), Chain(Chain(first, AuditRecord{ID: "second", At: noon, Action: "approve"}), AuditRecord{ID: "third", At: noon})}
	}
	if err := verify(whole()); err != nil {
		t.Fatal(err)
	}
	for record := range whole() {
		for field := range reflect.TypeFor[AuditRecord]().NumField() {
			list := whole()
			v := reflect.ValueOf(&list[record]).Elem().Field(field)
			switch v.Interface().(type) {
			case string:
				v.SetString(v.String() + "x")
			case int64:
				v.SetInt(v.Int() + 1)
			case bool:
				v.SetBool(!v.Bool())
			case time.Time:
				v.Set(reflect.ValueOf(v.Interface().(time.Time).Add(time.Millisecond)))
			case []AuditHead:
				v.Set(reflect.ValueOf([]AuditHead{{"a", 4, "h"}}))
			default:
				t.Fatalf("a field of a kind that this test does not edit: %s", v.Type())
			}
			if verify(list) == nil {
				t.Errorf("record %d, %s edited: not found", record, reflect.TypeFor[AuditRecord]().Field(field).Name)
			}
		}
	}
}
