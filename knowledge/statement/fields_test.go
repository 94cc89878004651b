package statement

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestWhatTheAPISaysOfAStatementHasTheNamesOfTheFields(t *testing.T) {
	names := map[string]bool{mandateKey + "_number": true, mandateKey + "_until": true}
	for f := range reflect.TypeFor[Statement]().Fields() {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		names[name] = true
	}
	for _, f := range Fields {
		if !names[f.Key] {
			t.Errorf("%s is nothing that the API says", f.Key)
		}
	}
}

func TestEachFieldGivesBackWhatWasSet(t *testing.T) {
	at := time.Date(2026, 11, 29, 9, 0, 0, 0, Vietnam)
	for _, f := range Fields {
		var s Statement
		switch f.Kind() {
		case Words:
			f.SetText(&s, "x")
		case Moment:
			f.SetTime(&s, &at)
		case List:
			f.SetValues(&s, []string{"x", "y"})
		}
		for _, other := range Fields {
			set := other.Text(s) != "" || other.Time(s) != nil || other.Values(s) != nil
			if set != (other.Key == f.Key) {
				t.Errorf("%s was set; %s is set: %v", f.Key, other.Key, set)
			}
		}
	}
}

func TestATimeThatMayBeMissingIsTakenAway(t *testing.T) {
	at := time.Date(2026, 11, 29, 9, 0, 0, 0, Vietnam)
	s := Statement{ValidUntil: &at, IssuedAt: at}
	for _, key := range []string{"valid_until", "issued_at"} {
		f, _ := FieldOf(key)
		f.SetTime(&s, nil)
	}
	if diff := cmp.Diff(Statement{IssuedAt: at}, s); diff != "" {
		t.Error(diff)
	}
}
